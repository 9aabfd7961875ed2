/** What the check of a record finds: signed data, places, and unreadable events. */
import { beforeEach, describe, expect, it } from "vitest"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import type { SealedEvent, StoredEvent } from "../../src/port/Event.ts"
import type { EventStore } from "../../src/port/EventStore.ts"
import { signedHash } from "../../src/record/Checkpoint.ts"
import { type SignedHashes, verify } from "../../src/record/Verification.ts"
import { event, events, unit, write } from "../../src/testing/laws/Sample.ts"

let store: EventStore
let stored: readonly StoredEvent[]
const all = async (): Promise<readonly StoredEvent[]> => (await store.read("acme", null, 10_000)).events
const append = (key: string, stream: string, at: number, more: readonly SealedEvent[]) =>
  store.append(unit(key, [write(stream, at, { events: more })]))

/** Two streams: one with an entry of three events and one of a single event, the other with one event. */
beforeEach(async () => {
  store = memoryStore()
  await append("1", "case/b", 0, events(3))
  await append("2", "case/a", 0, [event()])
  await append("3", "case/b", 3, [event({ command: "c-2" })])
  stored = await all()
})

/** Returns the same store with other events and other heads. */
const changed = (change: (found: readonly StoredEvent[]) => readonly StoredEvent[], heads = store.streams) => ({
  streams: heads,
  read: async (_: string, after: number | null) => {
    const rest = change(stored).filter(({ position }) => position > (after ?? 0))
    return { events: rest, next: rest.at(-1)?.position ?? after }
  }
})
const hashAt = (stream: string, version: number): string =>
  stored.find((one) => one.stream === stream && one.version === version)?.hash ?? ""
const signed = (...rows: readonly (readonly [stream: string, version: number, hash: string])[]): SignedHashes => {
  const found = new Map<string, Map<number, string>>()
  for (const [stream, version, hash] of rows)
    found.set(stream, (found.get(stream) ?? new Map<number, string>()).set(version, hash))
  return found
}

it("an empty record has no faults, and no anchor", async () => {
  expect(await verify(memoryStore(), "acme")).toEqual({
    ok: true,
    streams: 0,
    events: 0,
    breaks: [],
    unreadable: [],
    anchor: null
  })
})

it("a valid record gives its numbers and its anchor", async () => {
  const found = await verify(store, "acme")
  expect(found).toEqual({
    ok: true,
    streams: 2,
    events: 5,
    breaks: [],
    unreadable: [],
    anchor: { position: 5, digest: expect.stringMatching(/^[0-9a-f]{64}$/) }
  })
  expect(await verify(store, "other")).toMatchObject({ events: 0 })
})

describe("an anchor", () => {
  it("holds as long as the record up to it is the same, whatever came later", async () => {
    const { anchor } = await verify(store, "acme")
    await append("4", "case/a", 1, [event({ command: "c-3" })])
    expect(await verify(store, "acme", anchor ?? undefined)).toMatchObject({ ok: true, anchored: true, events: 6 })
  })
  it.each([
    ["of another record", { position: 5, digest: "0".repeat(64) }],
    ["of a place that is not there", { position: 9, digest: "0".repeat(64) }]
  ])("%s does not hold, though nothing else is broken", async (_, anchor) => {
    expect(await verify(store, "acme", anchor)).toMatchObject({ ok: false, anchored: false, breaks: [] })
  })
})

describe("an entry of several events", () => {
  it.each([1, 2, 3])("is broken at its first version if event %i of it was changed", async (version) => {
    const found = await verify(
      changed((events_) =>
        events_.map((one) => (one.stream === "case/b" && one.version === version ? { ...one, at: 0 } : one))
      ),
      "acme"
    )
    expect(found).toMatchObject({ ok: false, breaks: [{ stream: "case/b", version: 1, reason: "altered" }] })
  })
  it("that lost an event is missing from there on; the rest of its stream is not checked", async () => {
    const without = (version: number) =>
      verify(
        changed((events_) => events_.filter((one) => one.stream !== "case/b" || one.version !== version)),
        "acme"
      )
    expect((await without(1)).breaks).toEqual([{ stream: "case/b", version: 1, reason: "missing" }])
    expect((await without(2)).breaks).toEqual([{ stream: "case/b", version: 1, reason: "missing" }])
    expect((await without(4)).breaks).toEqual([{ stream: "case/b", version: 4, reason: "missing" }])
  })
  it("that occurs twice is unexpected the second time", async () => {
    const twice = changed((events_) => [
      ...events_,
      ...events_.filter(({ stream }) => stream === "case/a").map((one) => ({ ...one, position: 6 }))
    ])
    expect((await verify(twice, "acme")).breaks).toEqual([{ stream: "case/a", version: 1, reason: "unexpected" }])
  })
})

describe("heads", () => {
  const heads =
    (change: (head: { readonly stream: string; readonly version: number; readonly hash: string }) => object) =>
    async (...page: Parameters<EventStore["streams"]>) =>
      (await store.streams(...page)).map((head) => ({ ...head, ...change(head) }))
  const whole = (found: readonly StoredEvent[]) => found
  it.each([
    ["that know of more", 5, { stream: "case/b", version: 5, reason: "missing" }],
    ["that know of less", 3, { stream: "case/b", version: 4, reason: "unexpected" }]
  ])("%s", async (_, version, expected) => {
    const forged = heads((head) => (head.stream === "case/b" ? { version } : {}))
    expect((await verify(changed(whole, forged), "acme")).breaks).toEqual([expected])
  })
  it("that lack a stream", async () => {
    const some = async (...page: Parameters<EventStore["streams"]>) =>
      (await store.streams(...page)).filter(({ stream }) => stream !== "case/a")
    expect((await verify(changed(whole, some), "acme")).breaks).toEqual([
      { stream: "case/a", version: 1, reason: "unexpected" }
    ])
  })
  it("the first break of each stream is given, in the order of streams", async () => {
    const forged = heads(() => ({ hash: "0".repeat(64) }))
    expect((await verify(changed(whole, forged), "acme")).breaks).toEqual([
      { stream: "case/a", version: 1, reason: "altered" },
      { stream: "case/b", version: 4, reason: "altered" }
    ])
  })
})

describe("signed data", () => {
  const breaks = async (hashes: SignedHashes, from: Parameters<typeof verify>[0] = store) =>
    (await verify(from, "acme", undefined, hashes)).breaks
  const good = (stream: string, version: number) => [stream, version, signedHash(hashAt(stream, version))] as const

  it("that is unchanged", async () => {
    expect(await breaks(signed(good("case/b", 3), good("case/b", 4), good("case/a", 1)))).toEqual([])
  })
  it("that was changed is rewritten after the last right version", async () => {
    const bad = (version: number) => ["case/b", version, signedHash("11".repeat(32))] as const
    expect(await breaks(signed(bad(3)))).toEqual([{ stream: "case/b", version: 1, reason: "rewritten" }])
    expect(await breaks(signed(good("case/b", 3), bad(4)))).toEqual([
      { stream: "case/b", version: 4, reason: "rewritten" }
    ])
    expect(await breaks(signed(bad(4)))).toEqual([{ stream: "case/b", version: 1, reason: "rewritten" }])
  })
  it("that ends earlier is cut; a missing stream is deleted", async () => {
    expect(await breaks(signed(good("case/b", 4), ["case/b", 7, "x"]))).toEqual([
      { stream: "case/b", version: 5, reason: "cut" }
    ])
    expect(await breaks(signed(["case/c", 2, "x"]))).toEqual([{ stream: "case/c", version: 1, reason: "deleted" }])
    expect(await verify(store, "acme", undefined, signed(["case/c", 2, "x"]))).toMatchObject({ ok: false, streams: 2 })
  })
})

describe("the order of the whole record", () => {
  const displaced = async (...rows: readonly (readonly [position: number, events: number])[]) => {
    const found = await verify(store, "acme", undefined, undefined, undefined, new Map(rows))
    return [found.displaced, found.ok]
  }
  it("is as it was signed", async () => expect(await displaced([1, 1], [5, 5])).toEqual([undefined, true]))
  it("differs if an event comes after more or fewer events, or is missing", async () => {
    expect(await displaced([3, 2])).toEqual([3, false])
    expect(await displaced([3, 4])).toEqual([3, false])
    expect(await displaced([9, 9])).toEqual([9, false])
  })
  it("is broken at the first place", async () => expect(await displaced([9, 9], [4, 3], [2, 2])).toEqual([4, false]))
})

describe("unreadable events", () => {
  const fault = (one: StoredEvent) =>
    ({ stream: one.stream, version: one.version, type: one.type, reason: "type" }) as const
  const looked: string[] = []
  const readable = async (one: StoredEvent) => {
    looked.push(`${one.stream} ${one.version}`)
    return one.version === 2 ? fault(one) : undefined
  }
  beforeEach(() => {
    looked.length = 0
  })
  it("are reported, and the record is not valid", async () => {
    const found = await verify(store, "acme", undefined, undefined, readable)
    expect(found).toMatchObject({ ok: false, breaks: [], unreadable: [{ stream: "case/b", version: 2 }] })
    expect(looked).toEqual(["case/b 1", "case/b 2", "case/b 3", "case/a 1", "case/b 4"])
  })
  it("are not looked for in changed events", async () => {
    const bent = changed((events_) => events_.map((one) => (one.stream === "case/b" ? { ...one, at: 0 } : one)))
    expect(await verify(bent, "acme", undefined, undefined, readable)).toMatchObject({ unreadable: [] })
    expect(looked).toEqual(["case/a 1"])
  })
})
