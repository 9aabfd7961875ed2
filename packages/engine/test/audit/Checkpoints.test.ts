/** What is signed of a record, what an audit reads back, and when nothing is signed. */
import { beforeEach, describe, expect, it } from "vitest"
import { makeCheckpoints } from "../../src/audit/Checkpoints.ts"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import * as MetaKey from "../../src/name/MetaKey.ts"
import type { Json, StoredEvent } from "../../src/port/Event.ts"
import type { EventStore } from "../../src/port/EventStore.ts"
import type { KeyStore } from "../../src/port/KeyStore.ts"
import { type Checkpoint, signedHash } from "../../src/record/Checkpoint.ts"
import { events, monday, unit, write } from "../../src/testing/laws/Sample.ts"

const tenant = "acme"
let store: EventStore
let keys: KeyStore
let count: number

const append = async (stream: string, at: number, many = 1): Promise<void> => {
  await store.append(unit(`${count++}`, [write(stream, at, { events: events(many) })]))
}
const checkpoints = (over: Partial<EventStore> = {}, with_: Partial<KeyStore> = {}) =>
  makeCheckpoints({ store: { ...store, ...over }, keys: { ...keys, ...with_ }, tenant, clock: { now: () => monday } })
const hashOf = async (stream: string): Promise<string> => {
  const found: readonly StoredEvent[] = (await store.load({ tenant, stream })).events
  return signedHash(found.at(-1)?.hash ?? "")
}
const mark = async (): Promise<string> => (await keys.mark(tenant)) ?? ""
const stored = (signature: string): Promise<Json | undefined> => store.meta(tenant, MetaKey.checkpoint(signature))

beforeEach(async () => {
  store = memoryStore()
  keys = memoryKeyStore()
  count = 0
  await append("case/a", 0, 2)
  await append("case/b", 0)
})

describe("signing", () => {
  it("covers the whole record, then what was appended since; each checkpoint names the one before", async () => {
    await checkpoints().sign()
    const first = await mark()
    expect(await stored(first)).toEqual({
      number: 1,
      at: monday,
      position: 3,
      events: 3,
      heads: expect.arrayContaining([
        ["case/a", 2, await hashOf("case/a")],
        ["case/b", 1, await hashOf("case/b")]
      ]),
      before: null
    } satisfies Checkpoint)
    await append("case/b", 1, 2)
    await checkpoints().sign()
    const second: Checkpoint = {
      number: 2,
      at: monday,
      position: 5,
      events: 5,
      heads: [["case/b", 3, await hashOf("case/b")]],
      before: first
    }
    expect(await stored(await mark())).toEqual(second)
    expect(await store.meta(tenant, MetaKey.lastCheckpoint)).toBe(await mark())
  })
  it("adds nothing without new events", async () => {
    await checkpoints().sign()
    const before = await mark()
    await checkpoints().sign()
    expect(await mark()).toBe(before)
  })
  it("of an empty record makes no checkpoint", async () => {
    store = memoryStore()
    await checkpoints().sign()
    expect(await checkpoints().signed()).toEqual({ hashes: new Map(), order: new Map(), faults: [] })
    expect(await keys.mark(tenant)).toBeUndefined()
  })
  it("of many events makes as many checkpoints as needed, at once", async () => {
    await append("case/a", 2, 5_000)
    await checkpoints().sign()
    const { last, order } = await checkpoints().signed()
    expect([last?.number, [...order]]).toEqual([
      2,
      [
        [5_003, 5_003],
        [5_000, 5_000]
      ]
    ])
    await checkpoints().sign({ anew: true })
    expect((await checkpoints().signed()).last?.number).toBe(2)
  })
  it("leaves the last place to another process that was faster", async () => {
    await checkpoints({}, { setMark: async () => false }).sign()
    expect(await store.meta(tenant, MetaKey.lastCheckpoint)).toBeUndefined()
    expect((await checkpoints().signed()).last).toBeUndefined()
  })
})

describe("signed data", () => {
  it("is read by stream and version, the oldest first, and by position in the whole record", async () => {
    await checkpoints().sign()
    const b = await hashOf("case/b")
    await append("case/b", 1)
    await checkpoints().sign()
    const { last, hashes, order, faults } = await checkpoints().signed()
    expect(last?.number).toBe(2)
    expect([...(hashes.get("case/b") ?? [])]).toEqual([
      [1, b],
      [2, await hashOf("case/b")]
    ])
    expect([...(hashes.get("case/a") ?? [])]).toEqual([[2, await hashOf("case/a")]])
    expect([...order].sort()).toEqual([
      [3, 3],
      [4, 4]
    ])
    expect(faults).toEqual([])
  })
})

describe("a checkpoint that was changed", () => {
  let first: string
  let second: string
  beforeEach(async () => {
    await checkpoints().sign()
    first = await mark()
    await append("case/b", 1)
    await checkpoints().sign()
    second = await mark()
    await append("case/b", 2)
  })
  const without = (signature: string): Partial<EventStore> => ({
    meta: async (of, key) => (key === MetaKey.checkpoint(signature) ? undefined : store.meta(of, key))
  })
  const forged = (signature: string): Partial<EventStore> => ({
    meta: async (of, key) => {
      const value = await store.meta(of, key)
      return key === MetaKey.checkpoint(signature) ? { ...(value as object), at: monday + 1 } : value
    }
  })
  const noKey: Partial<KeyStore> = { find: async () => undefined }

  it.each<readonly [string, "lost" | "forged" | "no-key", () => Partial<EventStore>, Partial<KeyStore>]>([
    ["is not there", "lost", () => without(second), {}],
    ["was changed", "forged", () => forged(second), {}],
    ["has no key to check it by", "no-key", () => ({}), noKey],
    ["has no key, nor a mark of it", "no-key", () => ({}), { ...noKey, mark: async () => undefined }]
  ])("is found, and nothing is signed over it: it %s", async (_, reason, over, with_) => {
    const { last, faults } = await checkpoints(over(), with_).signed()
    expect([last, faults]).toEqual([undefined, [{ kind: "checkpoint", reason }]])
    await checkpoints(over(), with_).sign()
    expect(await mark()).toBe(second)
  })
  it.each([
    ["lost", () => without(first)],
    ["forged", () => forged(first)]
  ] as const)("is found behind a later one that is: %s", async (reason, over) => {
    const { last, faults, hashes } = await checkpoints(over()).signed()
    expect([last?.number, faults, [...hashes.keys()]]).toEqual([2, [{ kind: "checkpoint", reason }], ["case/b"]])
  })
  it("does not affect the next one if it lies behind the last one, since it was checked before", async () => {
    await checkpoints(without(first)).sign()
    expect(await stored(await mark())).toMatchObject({ number: 3, before: second })
  })
  it("may be ahead of an older key file; then the store counts", async () => {
    for (const marked of [undefined, first]) {
      const { last, faults } = await checkpoints({}, { mark: async () => marked }).signed()
      expect([last?.number, faults]).toEqual([2, []])
    }
  })
  it("is continued with an older key file, or with none", async () => {
    await checkpoints(
      {},
      { mark: async () => undefined, setMark: (of, _, next) => keys.setMark(of, second, next) }
    ).sign()
    expect(await stored(await mark())).toMatchObject({ number: 3, before: second })
  })
  it("does not count if it is of another record than the key file says", async () => {
    // The store names its first checkpoint as the last, since it was restored.
    const putBack: Partial<EventStore> = {
      meta: async (of, key) => (key === MetaKey.lastCheckpoint ? first : store.meta(of, key))
    }
    expect((await checkpoints(putBack).signed()).last?.number).toBe(2)
    const gone: Partial<EventStore> = {
      meta: async (of, key) => (key === MetaKey.checkpoint(second) ? undefined : putBack.meta?.(of, key))
    }
    expect(await checkpoints(gone).signed()).toMatchObject({ faults: [{ kind: "checkpoint", reason: "lost" }] })
  })
  it("is left behind if the record was restored on purpose: the record is signed as it is, and the lost checkpoint named", async () => {
    await checkpoints(without(second)).sign({ anew: true })
    expect(await stored(await mark())).toMatchObject({ number: 1, position: 5, events: 5, before: null, lost: second })
    expect((await checkpoints().signed()).faults).toEqual([])
  })
})
