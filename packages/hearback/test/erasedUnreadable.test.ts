/** Erasure does not wait until a record is repaired: what cannot be read is erased with the rest, and named. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Json } from "@hearback/engine"
import { Hearback, type Loop } from "hearback"
import { sqlite } from "hearback/sqlite"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { writeShop } from "./Shop.ts"

const tenant = "default"
let folder = ""
let store: ReturnType<typeof sqlite>
let loop: Loop
let torn = ""

const open = async (): Promise<void> => {
  store = sqlite(join(folder, "loop.db"))
  loop = await Hearback.open({ policy: join(folder, "policy.yaml"), store, clock: { now: () => now } })
}
let now = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearback-erased-"))
  now = Date.parse("2026-11-16T09:00:00Z")
  writeShop(folder, { policy: 'customers: { consent: { surveys: { ask: "May we?", lasts: 6 months } } }' })
  await open()
  const feedback = { channel: "email", customer: { id: "c-1", address: "ida@example.com" } } as const
  torn = (await loop.submit({ ...feedback, verbatim: "my parcel is late" })).case ?? ""
  await loop.submit({ ...feedback, customer: "c-2", verbatim: "my invoice is wrong" })
})
afterEach(async () => {
  await loop.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Appends an event that no process can read. */
const tear = async (stream: string): Promise<void> => {
  const { version, events } = await store.events.load({ tenant, stream })
  const { at = now, recordedAt = now, actor = "x", policy = "" } = events.at(-1) ?? {}
  const event = { type: "of-a-later-day", at, recordedAt, actor, command: "later", policy, clear: {} as Json }
  const writes = [{ stream, expected: version, events: [event] }]
  await store.events.append({ tenant, key: `later-${stream}`, fingerprint: "", writes, outbox: [] })
}

/** Removes the last entry of a stream from the file, so that its head names more than there is. */
const cut = async (stream: string): Promise<void> => {
  await loop.close()
  const database = new DatabaseSync(join(folder, "loop.db"))
  const changed = database
    .prepare("DELETE FROM hearback_entry WHERE position = (SELECT max(position) FROM hearback_entry WHERE stream = ?)")
    .run(stream)
  expect(changed.changes).toBe(1)
  database.close()
  await open()
}

const erase = (customer: string, evenIfKept = true) =>
  loop.customers.erase(customer, { by: "system:host", reason: "asked", evenIfKept })

const hasKey = async (name: string): Promise<boolean> => (await store.keys.find(tenant, name)) !== undefined

/** Returns the keys that can still decrypt something of a stream. */
const keysOf = async (stream: string): Promise<readonly string[]> => {
  const { events } = await store.events.load({ tenant, stream })
  const names = [...new Set(events.flatMap(({ sealed }) => (sealed === undefined ? [] : [sealed.customer])))]
  const found = await Promise.all(names.map(async (name) => ((await hasKey(name)) ? [name] : [])))
  return found.flat()
}

const streamsOfArrivals = async (state: "quarantined" | "opened"): Promise<readonly string[]> =>
  (await store.events.intake(tenant, { state: [state] })).items.map(({ key }) => `intake/${key}`)

describe("a customer with an unreadable record", () => {
  it.each([
    ["an event of a later version", tear],
    ["an event that is missing", cut]
  ])("is erased although a case has %s", async (_, damage) => {
    await damage(`case/${torn}`)
    const kept = await erase("c-1", false)
    expect(kept).toMatchObject({ erased: false, kept: [{ id: torn, state: "open" }] })
    expect(await hasKey("customer:c-1")).toBe(true)
    expect(await erase("c-1")).toEqual({ erased: true, cases: [torn], unreadable: [torn] })
    expect(await keysOf(`case/${torn}`)).toEqual([])
    expect(await hasKey("customer:c-2")).toBe(true)
    // Erased again, as after the record was repaired.
    expect(await erase("c-1")).toMatchObject({ erased: true, unreadable: [torn] })
    expect(await erase("c-2")).toMatchObject({ erased: true, cases: [expect.any(String)] })
  })

  it("is erased although their consents cannot be read", async () => {
    await loop.customers.set("c-1", { give: ["surveys"] })
    await tear("asked/c-1")
    expect(await erase("c-1")).toEqual({ erased: true, cases: [torn], unreadable: ["asked/c-1"] })
    expect(await hasKey("customer:c-1")).toBe(false)
    expect((await loop.get(torn))?.state).toBeDefined()
  })

  it("is erased with their unreadable arrivals, and those of others stay", async () => {
    await loop.submit({ channel: "nowhere", customer: "c-1", verbatim: "where is it?" }, { key: "of c-1" })
    await loop.quarantine.put({ key: "row 1", channel: "email", raw: "c-1;it is broken", reason: "no date" })
    await loop.quarantine.put({ key: "row 2", channel: "email", raw: "c-2;it is late", reason: "no date" })
    const streams = await streamsOfArrivals("quarantined")
    expect(streams).toHaveLength(3)
    for (const stream of streams) await tear(stream)
    const kept = await erase("c-1", false)
    expect(kept.erased ? [] : kept.kept.map(({ state }) => state).toSorted()).toEqual([
      "open",
      "quarantined",
      "quarantined"
    ])
    const erased = await erase("c-1")
    expect(erased.erased && erased.unreadable).toHaveLength(2)
    const left = (await Promise.all(streams.map(keysOf))).filter((keys) => keys.length > 0)
    expect(left).toHaveLength(1)
    expect(await erase("c-2")).toMatchObject({ erased: true, unreadable: [expect.stringMatching(/^q-/)] })
    expect((await Promise.all(streams.map(keysOf))).flat()).toEqual([])
  })

  it("is told of an arrival that can be anybody's", async () => {
    await loop.quarantine.put({ key: "row 1", channel: "email", raw: "c-1;it is broken", reason: "no date" })
    const [stream = ""] = await streamsOfArrivals("quarantined")
    await cut(stream)
    expect(await erase("c-1", false)).toMatchObject({ erased: false, kept: [{ id: torn }] })
    expect(await erase("c-1")).toEqual({ erased: true, cases: [torn], unreadable: [expect.stringMatching(/^q-/)] })
  })

  it("is erased with what arrived before the customer was known, even if the case cannot be read", async () => {
    await loop.quarantine.put({ key: "row 1", channel: "email", raw: "c-3;it is broken", reason: "no date" })
    const [{ id = "" } = {}] = await loop.quarantine.list()
    const released = await loop.quarantine.release(id, { channel: "email", customer: "c-3", verbatim: "it is broken" })
    const [arrived = ""] = (await store.events.intake(tenant, { state: ["released"] })).items.map(
      ({ key }) => `intake/${key}`
    )
    expect((await keysOf(arrived)).some((name) => name.startsWith("intake:"))).toBe(true)
    await tear(`case/${released.case}`)
    expect(await erase("c-3")).toMatchObject({ erased: true, unreadable: [released.case] })
    expect(await keysOf(arrived)).toEqual([])
  })
})
