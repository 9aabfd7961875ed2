/** Entries as rows and back: what is written is read again, and damaged rows are recognised. */
import { DatabaseSync } from "node:sqlite"
import { Entry, linkText, type SealedEvent } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type ChainedEntry, chained, headValues, insertEntries, type PlacedEntry } from "../src/entry/ChainedEntries.ts"
import { entryAt, eventsWhere } from "../src/entry/EntryReads.ts"
import { clearEvents, entries, entryValues, storedEvents } from "../src/entry/EntryRow.ts"
import { policiesOf, policyNamed } from "../src/entry/PolicyNames.ts"
import { runNow, type SqlProgram, type SqlRow } from "../src/sql/SqlProgram.ts"
import { recordTables } from "../src/sqlite/RecordTables.ts"
import { sqliteDialect } from "../src/sqlite/SqliteDialect.ts"

const { event, monday } = Sample
const bytes = (...all: readonly number[]) => Uint8Array.from(all)
const sealed = (customer: string, ...all: readonly number[]) => ({ customer, ciphertext: bytes(...all) })
const genesis = "00".repeat(32)

/** Two customers, bytes that two events share, an event without any, and a text that is long enough to be packed. */
const written: readonly SealedEvent[] = [
  event({ clear: { n: 1, long: "x".repeat(400) }, sealed: { ...sealed("c-1", 1, 2, 3), place: 0 } }),
  event({ type: "note-added", at: monday - 5, clear: { n: 2 } }),
  event({ clear: { n: 3 }, sealed: sealed("c-2", 9) }),
  event({ clear: { n: 4 }, sealed: { ...sealed("c-1", 1, 2, 3), place: 1 } })
]
const policy = { id: 3, policy: "3f9c21", sample: Buffer.from('{"long":"xxxxxxxxxxxxxxxxxxxx"}') }
const end = { position: 40, tenant: "acme", stream: "case/1", version: 9, hash: "ab".repeat(32) }

const rowOf = (events: readonly SealedEvent[], change: SqlRow = {}): SqlRow => {
  const [first] = events
  if (first === undefined) throw new Error("an entry has events")
  const values = entryValues(end, first, Entry.textOf(events), events.length, policy)
  return { ...Object.fromEntries(entries.columns.map((name, n) => [name, values[n]])), ...change }
}

describe("a row", () => {
  it("returns the events, each in its place, with the hash of the entry", () => {
    expect(storedEvents(rowOf(written), policy)).toEqual(
      written.map((one, n) => ({
        ...one,
        tenant: "acme",
        stream: "case/1",
        version: 6 + n,
        position: 37 + n,
        hash: "ab".repeat(32)
      }))
    )
  })
  it("has no sealed bytes if nothing is sealed", () => {
    const row = rowOf([event()])
    expect([row["customers"], row["sealed"]]).toEqual([null, null])
    expect(storedEvents(row, policy)).toMatchObject([{ clear: { owner: "agent-7" }, version: 9, position: 40 }])
  })
  it("returns the clear parts without the sealed ones", () => {
    const found = clearEvents(rowOf(written), policy)
    expect(found.map(({ clear }) => clear)).toEqual(written.map(({ clear }) => clear))
    expect(found.map(({ version }) => version)).toEqual([6, 7, 8, 9])
    expect(JSON.stringify(found)).not.toContain("ciphertext")
  })
  it("is unreadable with another sample, and with a policy that has no name any more", () => {
    const [other] = storedEvents(rowOf(written), { ...policy, sample: undefined })
    expect(other?.clear).not.toEqual(written[0]?.clear)
    expect(storedEvents(rowOf([event()]), undefined)).toMatchObject([{ policy: "", clear: { owner: "agent-7" } }])
  })
  it("that has lost its text is one event that no check accepts", () => {
    for (const said of [null, Buffer.from("[["), bytes(1, 2, 3)])
      expect(storedEvents(rowOf([event()], { said }), policy)).toMatchObject([
        { type: "", clear: { unreadable: expect.any(String) } }
      ])
  })
  it("whose customers are not a list gives all sealed bytes to one customer, so that none are missed", () => {
    const one = (change: SqlRow) =>
      storedEvents(rowOf([event({ sealed: sealed("c-1", 1, 2, 3) })], change), policy)[0]?.sealed
    expect(one({})).toEqual(sealed("c-1", 1, 2, 3))
    for (const customers of ["c-1", "null", "{}", "[7]", "[[7]]"])
      expect(one({ customers })).toEqual(sealed(customers, 1, 2, 3))
    expect(one({ sealed: bytes(1, 2, 3, 4) })).toEqual(sealed("c-1", 1, 2, 3, 4))
    expect(one({ sealed: null })).toEqual(sealed("c-1"))
    expect(one({ customers: null })).toEqual(sealed("", 1, 2, 3))
    expect(one({ customers: null, sealed: null })).toBeUndefined()
  })
})

describe("an entry in its place", () => {
  it("follows the head of its stream, is linked to it, and becomes the head", () => {
    const found = chained({ tenant: "acme", stream: "case/1" }, { version: 4, hash: genesis }, written)
    const at = { tenant: "acme", stream: "case/1", version: 5 }
    const text = Entry.textOf(written)
    expect(found).toEqual({
      ...at,
      events: written,
      text,
      hash: linkText(genesis, at, written[0] as SealedEvent, text)
    })
    expect(headValues(found as ChainedEntry)).toEqual(["acme", "case/1", 8, Buffer.from(found?.hash ?? "", "hex")])
  })
  it("does not exist without events", () => {
    expect(chained({ tenant: "acme", stream: "case/1" }, { version: 4, hash: genesis }, [])).toBeUndefined()
  })
})

describe("in a database", () => {
  let database: DatabaseSync
  beforeEach(() => {
    database = new DatabaseSync(":memory:")
    for (const sql of recordTables.make) database.exec(sql)
  })
  afterEach(() => database.close())
  const run = <T>(program: SqlProgram<T>): T =>
    runNow(program, ({ sql, params }) => database.prepare(sql).all(...params) as readonly SqlRow[])
  const put = (stream: string, version: number, events: readonly SealedEvent[], tenant = "acme") => {
    const entry = chained({ tenant, stream }, { version, hash: genesis }, events)
    if (entry === undefined) throw new Error("an entry has events")
    const [before = 0] = run(sqliteDialect.takePositions(tenant, [events.length]))
    return run(insertEntries(sqliteDialect, tenant, [{ entry, before }]))
  }

  it("positions continue over all tenants, from 0", () => {
    expect(run(sqliteDialect.takePositions("acme", [2, 3, 1]))).toEqual([0, 2, 5])
    put("case/1", 0, written)
    put("case/1", 0, [event()], "other")
    const found = put("case/2", 0, [event(), event()])
    expect(found?.map(({ position, version }) => [position, version])).toEqual([
      [6, 1],
      [7, 2]
    ])
    expect(run(sqliteDialect.takePositions("acme", [1]))).toEqual([7])
  })
  it("inserted entries are read by place or by condition", () => {
    const first = put("case/1", 0, written)
    const second = put("case/1", 4, [event({ policy: "another" })])
    expect(run(entryAt("acme", "case/1", 3))).toEqual(first)
    expect(run(entryAt("acme", "case/1", 5))).toEqual(second)
    expect(run(entryAt("acme", "case/1", 6))).toEqual([])
    expect(run(eventsWhere("tenant = ? AND position > ? ORDER BY position", "acme", 0))).toEqual([
      ...(first ?? []),
      ...(second ?? [])
    ])
  })
  it("several are inserted at once, and a policy gets its sample from the first of them that is long enough", () => {
    const long = (n: number) => [event({ clear: { n, long: "x".repeat(1_000) } })]
    const all = [long(1), long(2)].flatMap((events_, n): readonly PlacedEntry[] => {
      const entry = chained({ tenant: "acme", stream: `case/${n}` }, { version: 0, hash: genesis }, events_)
      return entry === undefined ? [] : [{ entry, before: n }]
    })
    const found = run(insertEntries(sqliteDialect, "acme", all))
    expect(found?.map(({ position }) => position)).toEqual([1, 2])
    expect(found?.[0]).not.toHaveProperty("sealed")
    const [one] = database.prepare("SELECT sample FROM hearback_policy").all()
    const sample = all.map(({ entry }) => entry.text.said).join("")
    expect(Buffer.from(one?.["sample"] as Uint8Array).toString()).toBe(sample)
  })
  it("a taken version is not overwritten, and that is reported", () => {
    put("case/1", 0, [event()])
    expect(put("case/1", 0, [event({ clear: { owner: "ben" } })])).toBeUndefined()
    expect(run(entryAt("acme", "case/1", 1))).toMatchObject([{ clear: { owner: "agent-7" } }])
  })

  describe("a policy", () => {
    const name = (said: readonly string[], tenant = "acme", content = "p") => run(policyNamed(tenant, content, said))
    const long = (of: string) => of.repeat(1_000)
    it("gets a number once for each tenant, with a sample of the first texts that are long enough, for good", () => {
      const first = name(["short", long("a"), long("b")])
      expect(first).toEqual({
        id: expect.any(Number),
        policy: "p",
        sample: new Uint8Array(Buffer.from(long("a") + long("b")))
      })
      expect(name([long("c")])).toEqual(first)
      expect(name([], "other").id).not.toBe(first.id)
      expect(name([], "acme", "q").id).not.toBe(first.id)
    })
    it("has no sample until there is such a text", () => {
      const none = name(["x".repeat(999)])
      expect(none.sample).toBeUndefined()
      expect(name(["short"])).toEqual(none)
      expect(name([long("a")])).toEqual({ ...none, sample: new Uint8Array(Buffer.from(long("a"))) })
    })
    it("has a sample no longer than the window of the compression", () => {
      expect(name([long("abcde"), long("fghij"), long("k")]).sample).toEqual(
        new Uint8Array(Buffer.from((long("abcde") + long("fghij")).slice(0, 8_000)))
      )
    })
    it("is found by its number, if a row names an existing one", () => {
      const { id } = name([])
      expect(run(policiesOf([{ policy: id }, { policy: id }, { policy: id + 1 }]))).toEqual(
        new Map([[id, { id, policy: "p", sample: undefined }]])
      )
    })
  })
})
