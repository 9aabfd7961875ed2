/**
 * A PostgreSQL server for the tests that need one. One that `HEARBACK_POSTGRES` names is used; else one is started where its
 * programs are installed, in a temporary folder, on the loopback address, durable as a real one, and stopped at the end. Where there is neither, those tests are skipped, and one line
 * says so.
 */
import { execFileSync, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the server answers; undefined where there is none. */
    postgres: string | undefined
  }
}

export default async ({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const given = process.env["HEARBACK_POSTGRES"]
  if (given !== undefined) {
    provide("postgres", given)
    return undefined
  }
  const programs = folderOfPrograms()
  if (programs === undefined) {
    process.stderr.write(
      "no PostgreSQL: its tests are skipped (install its server, or say where one answers by HEARBACK_POSTGRES)\n"
    )
    provide("postgres", undefined)
    return undefined
  }
  const server = await startServer(programs)
  provide("postgres", server.url)
  return server.stop
}

/** Returns the folder that has `initdb` and `postgres`, the newest of several. */
const folderOfPrograms = (): string | undefined => {
  const debian = "/usr/lib/postgresql"
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter)
  ]
  return folders.find((folder) => ["initdb", "postgres"].every((program) => existsSync(join(folder, program))))
}

/** The server refuses to run as root: there it runs as the user that owns nothing. */
const user = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }))
  return { uid: id("-u"), gid: id("-g") }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

const startServer = async (programs: string) => {
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
  const server = spawn(join(programs, "postgres"), ["-D", data, ...settings.flatMap((one) => ["-c", one])], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"]
  })
  let said = ""
  server.stderr.on("data", (text: Buffer) => {
    said = `${said}${text.toString()}`.slice(-10_000)
  })
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()))
  for (let tries = 0; !said.includes("ready to accept connections"); tries++) {
    if (tries > 300 || server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${said}`)
    await pause(100)
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill("SIGINT")
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
