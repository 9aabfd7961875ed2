/** An audit of a store in memory: which rows differ from the events, what is derived again, and what is signed. */
import { Actor, type Command } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { rowFaults } from "../../src/audit/RowAudit.ts"
import { type Engine, openEngine } from "../../src/Engine.ts"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import type { EventStore, FiledRow, RowKind, RowKinds } from "../../src/port/EventStore.ts"
import { storeError } from "../../src/port/StoreError.ts"
import { event, unit, write } from "../../src/testing/laws/Sample.ts"

const tenant = "default"
const at = Date.UTC(2026, 10, 16, 9)
const { people } = Build
const byId = new Map(people.map((one) => [one.id, one]))
const directory = {
  person: async (id: string) => byId.get(id),
  withRole: async (role: string) => people.filter(({ roles }) => roles.includes(role)),
  absence: async () => undefined
}
const ann = Actor.person({ id: "ann", roles: ["agent"] })

let store: EventStore
let engine: Engine
/** Methods of the store that one test replaces. */
let over: Partial<EventStore>
let cases: readonly string[]

/** Two cases, one of them acknowledged with a message to the customer, and an arrival in quarantine. */
beforeEach(async () => {
  over = {}
  store = memoryStore()
  const parts = new Proxy(store, { get: (target, key) => Reflect.get(over, key) ?? Reflect.get(target, key) })
  engine = await openEngine({
    bundle: Build.bundle(),
    store: parts,
    keys: memoryKeyStore(),
    clock: { now: () => at },
    directory
  })
  const take = async (key: string, customer: string, verbatim?: string) => {
    const feedback = { channel: "phone", customer, ...(verbatim === undefined ? {} : { verbatim }) }
    const taken = await engine.intake.take({ key, channel: "phone", actor: ann, receivedAt: at, feedback })
    return "case" in taken ? [taken.case] : []
  }
  cases = [...(await take("1", "carl", "the report is wrong")), ...(await take("2", "dave", "the invoice is wrong"))]
  await take("3", "eve")
  const soon: Command.Command = { do: "write", text: "soon" }
  await engine.cases.execute({ case: cases[0] ?? "", command: soon, actor: ann, key: "w" })
})

const filed = <K extends RowKind>(kind: K): Promise<readonly FiledRow<K>[]> => store.filed(tenant, kind, null, 1_000)
const nothing = { case: 0, arrival: 0, message: 0 }
const none = { case: [], arrival: [], message: [] }
const put = <K extends RowKind>(kind: K, ...rows: readonly RowKinds[K][]): Promise<void> =>
  store.refile(tenant, { put: { ...none, [kind]: rows }, out: none })
const takeOut = (kind: RowKind, key: string): Promise<void> =>
  store.refile(tenant, { put: none, out: { ...none, [kind]: [key] } })
const rowOf = async <K extends RowKind>(kind: K, key: (one: string) => boolean = () => true): Promise<RowKinds[K]> => {
  const found = (await filed(kind)).find((one) => key(one.key))?.row
  if (found == null) throw new Error(`there is no ${kind}`)
  return found
}
const faults = async () => (await engine.audit.verify()).faults

describe("an unchanged record", () => {
  it("has no faults, gives its numbers, and is signed", async () => {
    const report = await engine.audit.verify()
    expect(report).toEqual({
      ok: true,
      streams: expect.any(Number),
      events: report.checkpoint?.events,
      faults: [],
      checkpoint: { number: 1, at, position: report.anchor?.position, events: report.events },
      anchor: { position: expect.any(Number), digest: expect.any(String) }
    })
    expect((await filed("message")).length).toBeGreaterThan(0)
    expect((await engine.audit.verify()).checkpoint?.number).toBe(1)
  })
  it("is read page by page", async () => {
    over = {
      histories: (name, after) => store.histories(name, after, 1),
      filed: (name, kind, after) => store.filed(name, kind, after, 1)
    }
    expect(await faults()).toEqual([])
  })
  it("has no faults wherever its arrivals went: to a new case, to an open one, to quarantine and from there", async () => {
    const feedback = { channel: "phone", customer: "carl", verbatim: "the report is wrong" }
    await engine.intake.take({ key: "4", channel: "phone", actor: ann, receivedAt: at, feedback })
    const [waiting] = (await engine.intake.waiting({ state: "quarantined" })).items
    const released = { channel: "phone", customer: "eve", verbatim: "the parcel is late" }
    await engine.intake.release(waiting?.id ?? "", released, { actor: ann })
    const states = (await filed("arrival")).map(({ row }) => row?.state)
    expect(states.sort()).toEqual(["joined", "opened", "opened", "released"])
    expect(await faults()).toEqual([])
  })
  it("has nothing to derive again", async () => {
    expect(await engine.audit.rebuild()).toEqual({ put: nothing, out: nothing })
  })
})

describe("a row that differs from the events", () => {
  const isOf = (stream: string) => (key: string) => key.startsWith(stream)
  interface Change {
    readonly by: () => Promise<unknown>
    readonly is: object
    /** What deriving does: it writes the row, or removes it. */
    readonly mends: "put" | "out"
  }
  const changes: Readonly<Record<string, Change>> = {
    "the owner of a case": {
      by: async () => put("case", { ...(await rowOf("case")), owner: "ben" }),
      is: { row: "case", reason: "differs", fields: ["owner"] },
      mends: "put"
    },
    "a case that is gone": {
      by: () => takeOut("case", cases[0] ?? ""),
      is: { row: "case", reason: "missing", fields: [] },
      mends: "put"
    },
    "a case that there is not": {
      by: async () => put("case", { ...(await rowOf("case")), id: "X-1" }),
      is: { row: "case", key: "X-1", reason: "unexpected", fields: [] },
      mends: "out"
    },
    "an arrival that stands elsewhere": {
      by: async () => put("arrival", { ...(await rowOf("arrival", (key) => key.includes("3"))), state: "opened" }),
      is: { row: "arrival", reason: "differs", fields: ["state"] },
      mends: "put"
    },
    "an arrival that came by another channel": {
      by: async () => put("arrival", { ...(await rowOf("arrival")), channel: "mail", receivedAt: 1 }),
      is: { row: "arrival", reason: "differs", fields: ["channel", "receivedAt"] },
      mends: "put"
    },
    "an arrival that opened another case": {
      by: async () => put("arrival", { ...(await rowOf("arrival", (key) => key.includes("1"))), caseId: "X" }),
      is: { row: "arrival", reason: "differs", fields: ["caseId"] },
      mends: "put"
    },
    "an arrival that is gone": {
      by: async () => takeOut("arrival", (await rowOf("arrival")).key),
      is: { row: "arrival", reason: "missing", fields: [] },
      mends: "put"
    },
    "an arrival that there is not": {
      by: async () => put("arrival", { ...(await rowOf("arrival")), key: "zzz" }),
      is: { row: "arrival", key: "zzz", reason: "unexpected", fields: [] },
      mends: "out"
    },
    "the recipient of a message": {
      by: async () => put("message", { ...(await rowOf("message", isOf("case/"))), to: "X" }),
      is: { row: "message", reason: "differs", fields: ["to"] },
      mends: "put"
    },
    "a message that is still awaited": {
      by: async () => takeOut("message", (await rowOf("message", isOf("case/"))).id),
      is: { row: "message", reason: "missing", fields: [] },
      mends: "put"
    },
    "a message of an event that there is not": {
      by: async () => put("message", { ...(await rowOf("message", isOf("case/"))), id: `case/${cases[0]}/99/0` }),
      is: { row: "message", key: expect.stringContaining("/99/0"), reason: "unexpected", fields: [] },
      mends: "out"
    },
    "a message of a case that there is not": {
      by: async () => put("message", { ...(await rowOf("message", isOf("case/"))), id: "case/none/1/0" }),
      is: { row: "message", key: "case/none/1/0", reason: "unexpected", fields: [] },
      mends: "out"
    },
    "a message of nothing": {
      by: async () => put("message", { ...(await rowOf("message", isOf("case/"))), id: "nonsense" }),
      is: { row: "message", key: "nonsense", reason: "unexpected", fields: [] },
      mends: "out"
    }
  }
  it.each(Object.entries(changes))("is found, and derived again: %s", async (_, { by, is, mends }) => {
    const before = await Promise.all([filed("case"), filed("arrival"), filed("message")])
    await engine.audit.verify()
    await by()
    const report = await engine.audit.verify()
    expect(report.ok).toBe(false)
    expect(report.faults).toEqual([expect.objectContaining({ kind: "row", ...is })])
    expect(report.faults[0]).not.toHaveProperty("expected")
    expect(report.checkpoint?.number).toBe(1)
    const { row } = is as { readonly row: RowKind }
    expect(await engine.audit.rebuild()).toEqual({ put: nothing, out: nothing, [mends]: { ...nothing, [row]: 1 } })
    expect(await Promise.all([filed("case"), filed("arrival"), filed("message")])).toEqual(before)
    expect(await faults()).toEqual([])
  })
  it("is no fault if only its next attempt differs", async () => {
    await put("message", { ...(await rowOf("message")), notBefore: at + 1 })
    expect(await faults()).toEqual([])
  })
  it("is left to the next audit if its stream changes meanwhile, or if it cannot be read", async () => {
    for (const { id } of await Promise.all(cases.map((_, n) => rowOf("case", (key) => key === cases[n]))))
      await put("case", { ...(await rowOf("case", (key) => key === id)), owner: "ben" })
    await put("message", { ...(await rowOf("message", isOf(`case/${cases[0]}/`))), to: "X" })
    const found = async (unread: readonly string[] = []) => {
      const all: string[] = []
      for await (const { row, key } of rowFaults(engine, new Set(unread))) all.push(`${row} ${key}`)
      return all
    }
    expect(await found()).toHaveLength(3)
    const first = `case/${cases[0]}`
    expect(await found([first])).toEqual([`case ${cases[1]}`])
    const last = (await store.load({ tenant, stream: first })).events.at(-1)?.position ?? 0
    over = { status: async (name) => ({ ...(await store.status(name)), position: last - 1 }) }
    expect((await found()).some((one) => one.includes(String(cases[0])))).toBe(false)
  })
})

describe("events with a fault", () => {
  const bent: Partial<EventStore> = {
    read: async (name, after, limit) => {
      const page = await store.read(name, after, limit)
      return { ...page, events: page.events.map((one) => (one.position === 3 ? { ...one, at: 1 } : one)) }
    }
  }
  it("are named; nothing is signed, rows are not compared with them, and nothing is derived from them", async () => {
    await put("case", { ...(await rowOf("case")), owner: "ben" })
    over = bent
    const report = await engine.audit.verify()
    expect([report.ok, report.checkpoint, report.faults.map(({ kind }) => kind)]).toEqual([
      false,
      undefined,
      ["stream"]
    ])
    await expect(engine.audit.rebuild()).rejects.toMatchObject({ code: "record/broken" })
  })
  it("are found if one has another place than when it was signed; rows are compared nevertheless", async () => {
    const { anchor } = await engine.audit.verify()
    await put("case", { ...(await rowOf("case")), owner: "ben" })
    over = {
      read: async (name, after, limit) => {
        const { events, ...page } = await store.read(name, after, limit)
        const moved = (position: number) => (position === anchor?.position ? position + 7 : position)
        return { ...page, events: events.map((one) => ({ ...one, position: moved(one.position) })) }
      }
    }
    expect(await faults()).toMatchObject([
      { kind: "checkpoint", reason: "displaced" },
      { kind: "row", row: "case", fields: ["owner"] }
    ])
  })
  it("are found if one cannot be read, and the rows of its stream are left out", async () => {
    for (const id of cases) await put("case", { ...(await rowOf("case", (key) => key === id)), owner: "ben" })
    const stream = `case/${cases[0]}`
    const { version } = await store.load({ tenant, stream })
    const events = [event({ type: "unheard-of.v1" })]
    await store.append(unit("u", [write(stream, version, { events })], { tenant }))
    expect(await faults()).toMatchObject([
      { kind: "event", fault: { stream, version: version + 1, reason: "type" } },
      { kind: "row", key: cases[1], fields: ["owner"] }
    ])
  })
  it("are found by the anchor of another record", async () => {
    const { anchor } = await engine.audit.verify()
    if (anchor === null) throw new Error("there is nothing to anchor")
    expect((await engine.audit.verify(anchor)).faults).toEqual([])
    const other = { ...anchor, digest: "0".repeat(64) }
    expect((await engine.audit.verify(other)).faults).toEqual([{ kind: "anchor", position: anchor.position }])
  })
})

describe("signing", () => {
  it("is left to the next time if an adapter fails, and a fault of the program is thrown", async () => {
    const number = async () => (await engine.audit.verify()).checkpoint?.number
    over = { setMeta: async () => Promise.reject(storeError("store/unavailable", "the disk is full")) }
    await engine.audit.sign()
    over = { moved: async () => Promise.reject(new TypeError("a bug")) }
    await expect(engine.audit.sign()).rejects.toThrow()
    over = {}
    await engine.audit.sign()
    expect(await number()).toBe(1)
  })
  it("happens once a minute, however the computer's clock is set", async () => {
    const moved = vi.fn(store.moved)
    over = { moved }
    const now = vi.spyOn(Date, "now")
    const signedAt = async (time: number): Promise<boolean> => {
      moved.mockClear()
      now.mockReturnValue(time)
      await engine.audit.signNowAndThen()
      return moved.mock.calls.length > 0
    }
    const asked: boolean[] = []
    for (const time of [at, at + 59_999, at + 60_000, at + 60_001, at]) asked.push(await signedAt(time))
    now.mockRestore()
    expect(asked).toEqual([true, false, true, false, true])
  })
  it("takes the record as it is with `anew`, after it was restored on purpose", async () => {
    await engine.audit.verify()
    await engine.cases.execute({ case: cases[0] ?? "", command: { do: "note", text: "x" }, actor: ann, key: "n" })
    expect((await engine.audit.verify()).checkpoint?.number).toBe(2)
    await engine.audit.rebuild()
    expect((await engine.audit.verify()).checkpoint?.number).toBe(2)
    over = { meta: async (name, key) => (key.startsWith("checkpoint:") ? undefined : store.meta(name, key)) }
    expect((await faults()).map(({ kind }) => kind)).toEqual(["checkpoint"])
    await expect(engine.audit.rebuild()).rejects.toMatchObject({ code: "record/broken" })
    over = {}
    await engine.audit.rebuild({ restored: true })
    expect((await engine.audit.verify()).checkpoint?.number).toBe(1)
  })
})
