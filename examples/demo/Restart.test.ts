import { fork } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { memory, type Store } from "hearback"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Example, examples } from "./Example.ts"
import { readRecord } from "./Figures.ts"
import { fileStore, run } from "./Run.ts"

const seed = "killed"
/** End of the run, two days after its beginning; every kill happens before this instant. */
const until = Date.UTC(2026, 8, 16)
const example = examples.find((one) => one.name === "itr-service") as Example
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearback-demo-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

/**
 * Starts the run in its own process and kills the process after so many instants. Returns the signal that ended the
 * process.
 */
const killAfter = (db: string, instants: number): Promise<NodeJS.Signals | null> =>
  new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, "Interrupted.ts"), [example.name, db, seed, String(until)], {
      execArgv: ["--conditions=source"]
    })
    let seen = 0
    child.on("message", () => {
      seen += 1
      if (seen === instants) child.kill("SIGKILL")
    })
    child.on("exit", (_, signal) => resolve(signal))
  })

/**
 * Returns the events of each case with times rounded to the second, because what is repeated after a kill may happen a
 * millisecond later.
 */
const recordOf = async (store: Store) => {
  const { loop } = await run({ example, seed, store, until, language: "en" })
  const { events } = await readRecord(loop)
  const verified = await loop.verify()
  const quarantine = (await loop.quarantine.list()).map(({ key, reason }) => `${key} ${reason}`).sort()
  await loop.close()
  const cases: Record<string, string[]> = {}
  for (const { case: id, event, actor, at } of events) {
    const lines = cases[id] ?? []
    lines.push(`${new Date(Math.round(at.getTime() / 1000) * 1000).toISOString()} ${event} ${actor}`)
    cases[id] = lines
  }
  return { cases, quarantine, verified }
}

describe("a run that is killed and restarted", () => {
  it("continues without a lost or repeated event, wherever it was killed", async () => {
    const db = join(folder, "killed.db")
    for (const instants of [20, 60]) expect(await killAfter(db, instants)).toBe("SIGKILL")
    const killed = await recordOf(fileStore(db))
    const whole = await recordOf(memory())

    expect(killed.verified).toMatchObject({ ok: true, breaks: [] })
    expect(Object.keys(killed.cases).sort()).toEqual(Object.keys(whole.cases).sort())
    expect(killed.cases).toEqual(whole.cases)
    expect(killed.quarantine).toEqual(whole.quarantine)
    expect(killed.verified.streams).toBe(whole.verified.streams)
  }, 360_000)
})
