/** `work`: a process that does the waiting work of a store, and answers probes. */
import { spawn } from "node:child_process"
import { readdirSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback, root } from "../Capture.ts"

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

const until = async <T>(found: () => Promise<T | undefined>): Promise<T> => {
  for (let tries = 0; tries < 600; tries++) {
    const value = await found().catch(() => undefined)
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error("it did not come to that")
}

describe("work", () => {
  it("sends waiting messages, answers probes, and after SIGTERM finishes the current work", async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "in.csv"), "who,said\nC-17,Third time my invoice is wrong.\n")
    const map = ["customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
    await hearback(["ingest", example("first/first.policy.yaml"), "--input", "in.csv", "--db", "loop.db", ...map], {
      cwd
    })
    const port = await freePort()
    const bin = join(root, "packages/hearback/src/bin.ts")
    const words = ["work", "--db", "loop.db", "--http", String(port), "--every", "1", "--deliver-to", "outbox"]
    const child = spawn(process.execPath, ["--conditions=source", bin, ...words], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"]
    })
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve))
    let said = ""
    child.stdout.on("data", (data) => (said += String(data)))
    try {
      const sent = await until(async () => {
        const files = readdirSync(join(cwd, "outbox"))
        return files.length > 0 ? files : undefined
      })
      expect(sent.length).toBeGreaterThan(0)
      const page = async (path: string) => {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`)
        return [answer.status, await answer.text()] as const
      }
      expect(await page("/livez")).toEqual([200, '{"live":true}'])
      expect((await page("/readyz"))[0]).toBe(200)
      const sum = await until(
        async () =>
          /hearback_delivery_duration_seconds_count\{.*outcome="sent"\} \d+/.exec((await page("/metrics"))[1])?.[0]
      )
      expect(sum).toBeDefined()
      expect((await page("/"))[0]).toBe(404)
      const taken = await hearback(["work", "--db", "loop.db", "--http", String(port)], { cwd })
      expect([taken.exit, taken.err]).toEqual([2, expect.stringContaining("usage/port")])
    } finally {
      child.kill("SIGTERM")
    }
    expect(await ended).toBe(0)
    expect(said).toContain("work in progress was finished")
  })

  it("refuses an invalid port or interval", async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "in.csv"), "said\nIt never arrived\n")
    const map = ["verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
    await hearback(["ingest", example("first/first.policy.yaml"), "--input", "in.csv", "--db", "loop.db", ...map], {
      cwd
    })
    expect((await hearback(["work", "--db", "loop.db", "--http", "70000"], { cwd })).err).toContain("usage/port")
    for (const flag of ["--every", "--http"])
      expect((await hearback(["work", "--db", "loop.db", flag, "0"], { cwd })).err).toContain("usage/bad-number")
  })
})
