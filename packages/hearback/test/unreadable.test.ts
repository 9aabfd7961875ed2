/**
 * An event that cannot be read: its case names it with the reason, nothing is written after it, and other cases
 * continue.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Json } from "@hearback/engine"
import { Hearback, type Loop } from "hearback"
import { sqlite } from "hearback/sqlite"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { writeShop } from "./Shop.ts"

const root = mkdtempSync(join(tmpdir(), "hearback-unreadable-"))
const policy = join(root, "policy.yaml")
const people = join(root, "people.yaml")
const tenant = "default"
let now = 0
let count = 0
let store: ReturnType<typeof sqlite>
let loop: Loop
let torn: string
let whole: string

const open = (): Promise<Loop> => {
  store = sqlite(join(root, `${count}.db`))
  return Hearback.open({ policy, people, store, clock: { now: () => now } })
}
const asAnn = () => loop.for({ actor: { id: "ann" } })
const note = { do: "note", text: "called back" } as const

/** Appends an event as another process would, of a later version or with wrong content. */
const appended = async (stream: string, type: string, clear: Json): Promise<void> => {
  const { version, events } = await store.events.load({ tenant, stream })
  const {
    at,
    recordedAt,
    actor,
    policy: content
  } = events.at(-1) ?? { at: now, recordedAt: now, actor: "x", policy: "" }
  const event = { type, at, recordedAt, actor, command: `later-${type}`, policy: content, clear }
  const writes = [{ stream, expected: version, events: [event] }]
  const answer = await store.events.append({
    tenant,
    key: `later-${stream}-${version}`,
    fingerprint: "",
    writes,
    outbox: []
  })
  expect(answer.result).toBe("appended")
}

const versionOf = async (id: string): Promise<number> =>
  (await store.events.load({ tenant, stream: `case/${id}` })).version

const rejected = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "",
    (error: Error & { code?: string }) => `${error.code}: ${error.message}`
  )

beforeAll(() => {
  writeShop(root, { zone: "Europe/London", currency: "GBP" })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

beforeEach(async () => {
  now = Date.parse("2026-11-16T09:00:00Z")
  count += 1
  loop = await open()
  const feedback = { channel: "email", verbatim: "my parcel is late" }
  const [first, second] = [
    await loop.submit({ ...feedback, customer: "c-1" }),
    await loop.submit({ ...feedback, customer: "c-2" })
  ]
  ;[torn, whole] = [first.case ?? "", second.case ?? ""]
})

const faults: readonly (readonly [string, string, Json, RegExp])[] = [
  ["of a type of later", "refund-promised", { amount: 5 }, /^record\/later: `case\/.*`: event \d+ \(`refund-promised`/],
  ["of a later version", "note-added.v2", { by: "ann" }, /^record\/later: .*has a later version than this one knows/],
  ["with a field that is wrong", "taken-up", { by: 7 }, /^record\/unreadable: .*`by` has to be a text, and is a number/]
]

describe.each(faults)("an event %s", (_, type, clear, says) => {
  beforeEach(() => appended(`case/${torn}`, type, clear))

  it("is named by every call on its case, which writes nothing; other cases continue", async () => {
    const before = await versionOf(torn)
    for (const call of [
      () => asAnn().execute(torn, note),
      () => loop.get(torn),
      async () => {
        for await (const _ of loop.events({ case: torn }));
      },
      () => loop.measures()
    ])
      expect(await rejected(call())).toMatch(says)
    expect(await versionOf(torn)).toBe(before)
    expect(await asAnn().execute(whole, note)).toMatchObject({ ok: true })
    expect((await loop.get(whole))?.id).toBe(whole)
    expect((await loop.list()).items.map(({ id }) => id).toSorted()).toEqual([torn, whole].toSorted())
  })

  it("is named by a tick, after everything else was done", async () => {
    now += 30 * 24 * 3_600_000
    const before = await versionOf(whole)
    expect(await rejected(loop.tick())).toMatch(says)
    expect(await versionOf(whole)).toBeGreaterThan(before)
  })

  it("is named by verify with its place, as the only fault; nothing is derived again", async () => {
    const { ok, breaks } = await loop.verify()
    expect(ok).toBe(false)
    expect(breaks).toEqual([
      expect.objectContaining({
        stream: `case/${torn}`,
        version: await versionOf(torn),
        position: expect.any(Number),
        problem: says.source.includes("later") ? "later" : "field",
        message: expect.stringMatching(/hearback verify|upgrade this process/)
      })
    ])
    expect(await rejected(loop.record.rebuild())).toMatch(/^record\/broken/)
  })

  it("ends the reading of events at its place", async () => {
    const read: string[] = []
    const all = (async () => {
      for await (const { event } of loop.events()) read.push(event)
    })()
    expect(await rejected(all)).toMatch(says)
    expect(read.length).toBeGreaterThan(2)
  })

  it("accepts nothing new: the customer gets another case, an answer waits, and the store opens again", async () => {
    const again = { channel: "email", customer: "c-1", verbatim: "my parcel is late" }
    expect(await loop.submit(again)).toMatchObject({ outcome: "opened" })
    const answer = await loop.submit({ channel: "email", customer: "c-1", verbatim: "any news?", thread: torn })
    expect(answer).toMatchObject({ outcome: "received", message: expect.stringMatching(/cannot be read/) })
    await loop.close()
    loop = await open()
    expect(await loop.submit({ channel: "email", customer: "c-3", verbatim: "x" })).toMatchObject({ outcome: "opened" })
    expect(await rejected(loop.tick())).toMatch(says)
  })
})

it("a store whose policy was published by a later version is not opened", async () => {
  await appended("policy/versions", "policy-suspended", {})
  await loop.close()
  expect(await rejected(open())).toMatch(/^record\/later: `policy\/versions`: event 2 \(`policy-suspended`/)
})

it("a stream of an unknown kind is named by verify", async () => {
  await appended("refund/1", "refund-promised", {})
  expect((await loop.verify()).breaks).toMatchObject([{ stream: "refund/1", version: 1, problem: "later" }])
})
