/** A file of feedback that was answered before the import. */
import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

const policy = example("first/first.policy.yaml")
const map = ["verbatim=said", "customer=who", "channel:=email", "received=at", "key=id"].flatMap((pair) => [
  "--map",
  pair
])
const ends = ["--map", "answered=replied", "--map", "closed=done"]

const rows = [
  "K1,2026-01-05 10:00,a,the invoice is wrong,2026-01-05 10:10,2026-01-06 09:00",
  "K2,2026-01-05 10:00,b,the invoice is wrong,2026-03-05 10:10,2026-03-06 09:00",
  "K3,2026-01-05 10:00,c,the invoice is wrong,,",
  "K4,2026-01-05 10:00,d,the invoice is wrong,2025-01-05 10:10,",
  "K5,2026-01-05 10:00,e,the invoice is wrong,soon,"
]

const world = (lines: readonly string[] = rows) => {
  const cwd = folder()
  writeFileSync(join(cwd, "in.csv"), `${["id,at,who,said,replied,done", ...lines].join("\n")}\n`)
  const call = (...words: readonly string[]) => hearback([...words, "--db", "loop.db"], { cwd })
  const outbox = join(cwd, "outbox")
  return {
    call,
    ingest: (...more: readonly string[]) => call("ingest", policy, "--input", "in.csv", ...map, ...more, "--json"),
    sent: () => (existsSync(outbox) ? readdirSync(outbox) : [])
  }
}

describe("ingest --history", () => {
  it("F-D16 · sends nothing, leaves nothing open, and judges promises by the columns", async () => {
    const { call, ingest, sent } = world()
    const { exit, json } = await ingest(...ends, "--history")
    expect(exit).toBe(0)
    expect(json).toMatchObject({ rows: 5, opened: 4, quarantined: 1, reasons: { "row/no-instant": 1 } })
    await call("tick", "--deliver-to", "outbox")
    expect(sent()).toEqual([])
    expect((await call("worklist", "--json")).json.cases).toEqual([])
    const { json: closed } = await call("worklist", "--state", "closed", "--json")
    const states: Record<string, string> = {}
    for (const { id, customer } of closed.cases) {
      const { clocks } = (await call("case", id, "--json")).json.case
      states[customer] = clocks.map(({ state }: { state: string }) => state).join()
    }
    expect(states).toEqual({
      a: "met,met,met",
      b: "not-known,not-known,met-late",
      c: "not-known,not-known,not-known",
      d: "not-known,not-known,not-known"
    })
    expect((await call("case", closed.cases[0].id)).out).toContain("ended before import")
    expect((await call("verify")).exit).toBe(0)
    expect((await ingest(...ends, "--history")).json).toMatchObject({ opened: 0, replayed: 5 })
  })

  it("F-D16 · keeps unreadable rows as history when they are read again", async () => {
    const wrong = world(rows.slice(2, 3))
    await wrong.ingest("--map", "facts.amount=who", "--history")
    expect((await wrong.call("quarantine", "--json")).json.entries).toHaveLength(1)
    const again = await wrong.call("quarantine", "reread", ...map, "--json")
    expect(again.json).toMatchObject({ opened: 1 })
    await wrong.call("tick", "--deliver-to", "outbox")
    expect(wrong.sent()).toEqual([])
  })

  it("F-D16 · is required by its columns, in both languages", async () => {
    const { call, ingest } = world()
    expect((await ingest(...ends)).exit).toBe(2)
    const line = ["ingest", policy, "--input", "in.csv", ...map, ...ends]
    expect((await call(...line)).err).toContain("--history")
    expect((await call(...line, "--lang", "zh")).err).toMatch(/在导入之前已有答复[\s\S]*--历史/)
  })
})
