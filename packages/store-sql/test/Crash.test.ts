import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { verify } from "@hearback/engine"
import { describe, expect, it } from "vitest"
import { sqlite } from "../src/index.ts"
import { freshFolder } from "./Fixture.ts"

const program = fileURLToPath(new URL("./CrashWriter.ts", import.meta.url))

/** Runs a writer until it got `answers` answers and a moment longer, and kills it; returns what was answered. */
const killed = (file: string, name: string, answers: number, moment: number) =>
  new Promise<readonly number[]>((resolve, reject) => {
    const child = spawn(process.execPath, ["--conditions=source", program, file, name])
    let said = ""
    let wrong = ""
    child.stderr.on("data", (data: Buffer) => {
      wrong += data.toString()
    })
    child.stdout.on("data", (data: Buffer) => {
      said += data.toString()
      if (said.split("\n").length > answers) setTimeout(() => child.kill("SIGKILL"), moment)
    })
    child.on("close", (_, signal) => {
      if (signal !== "SIGKILL") return reject(new Error(wrong || `the writer ended by itself (${signal})`))
      // The last line may be cut; an incomplete line is no answer.
      resolve(said.split("\n").slice(0, -1).map(Number))
    })
  })

describe("a store whose writers are killed", () => {
  it("has every acknowledged unit once and completely, and a record that verifies", { timeout: 60_000 }, async () => {
    const { file, remove } = freshFolder()
    try {
      for (let round = 0; round < 4; round++) {
        const names = [`a${round}`, `b${round}`]
        const answered = await Promise.all(names.map((name, n) => killed(file, name, 5 + 10 * n, round * 3 + n)))
        const store = sqlite(file)
        for (const [n, name] of names.entries()) {
          const acknowledged = answered[n] ?? []
          expect(acknowledged.length).toBeGreaterThan(0)
          expect(acknowledged).toEqual(acknowledged.map((_, at) => at))
          for (const at of acknowledged) {
            const stream = `case/${name}-${at}`
            expect((await store.load({ tenant: "acme", stream })).version).toBe(3)
          }
        }
        const [rows, { outbox, position }] = [await store.count("acme"), await store.status("acme")]
        const units = (await store.load({ tenant: "acme", stream: "authority/agent-7" })).version
        // Each writer may have stored one more unit than it reported, if it was killed before the report.
        expect({ rows: rows.count, messages: outbox.waiting, position }).toEqual({
          rows: units,
          messages: units,
          position: units * 4
        })
        expect(await verify(store, "acme")).toMatchObject({ ok: true, streams: units + 1, events: units * 4 })
        await store.close()
      }
    } finally {
      remove()
    }
  })
})
