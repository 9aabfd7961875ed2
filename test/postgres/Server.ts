/** A PostgreSQL server for tests, from the programs that are installed. It is durable, as a real one. */
import { execFileSync, type SpawnOptions, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"

/** Returns the folder that has `initdb` and `postgres`, the newest of several. */
export const folderOfPrograms = (): string | undefined => {
  const debian = "/usr/lib/postgresql"
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter)
  ]
  return folders.find((folder) => ["initdb", "postgres"].every((program) => existsSync(join(folder, program))))
}

/** Servers refuse to run as root: there they run as the user that owns nothing. */
export const user = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }))
  return { uid: id("-u"), gid: id("-g") }
}

/** Returns a port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

export interface Server {
  readonly url: string
  readonly stop: () => Promise<void>
  /** Ends it at once, as a power cut of the process would, and starts it again on the same data. */
  readonly crash: () => Promise<void>
}

/** Starts a server on a free port of the loopback address, with fresh data in a temporary folder. */
export const startServer = async (programs: string): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-postgres-"))
  const as = user()
  if (as !== undefined) execFileSync("chown", [`${as.uid}:${as.gid}`, folder])
  const data = join(folder, "data")
  const options = { ...as, cwd: folder, env: { ...process.env, LC_ALL: "C" } }
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "--auth", "trust", "--encoding", "UTF8", "--no-sync"],
    { ...options, stdio: "pipe" }
  )
  const port = await freePort()
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    "max_connections=200"
  ]
  const start = () =>
    running(
      join(programs, "postgres"),
      ["-D", data, ...settings.flatMap((one) => ["-c", one])],
      options,
      "ready to accept connections"
    )
  let server = await start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.end("SIGINT")
      rmSync(folder, { recursive: true, force: true })
    },
    crash: async () => {
      await server.end("SIGQUIT")
      server = await start()
    }
  }
}

/** Runs a server, from the moment when it says that it is ready until it is told to end. */
export const running = async (
  program: string,
  settings: readonly string[],
  options: SpawnOptions,
  ready: string
): Promise<{ readonly end: (signal: NodeJS.Signals) => Promise<void> }> => {
  const server = spawn(program, settings, { ...options, stdio: ["ignore", "ignore", "pipe"] })
  let said = ""
  server.stderr?.on("data", (text: Buffer) => {
    said = `${said}${text.toString()}`.slice(-10_000)
  })
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()))
  for (let tries = 0; !said.includes(ready); tries++) {
    if (tries > 600 || server.exitCode !== null) throw new Error(`${program} did not start:\n${said}`)
    await pause(100)
  }
  return {
    end: async (signal: NodeJS.Signals) => {
      server.kill(signal)
      await ended
    }
  }
}
