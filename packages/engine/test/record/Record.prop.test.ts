import { isName } from "@hearback/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import type { Json, SealedEvent, StoredEvent } from "../../src/port/Event.ts"
import type { EventStore } from "../../src/port/EventStore.ts"
import { genesis, link } from "../../src/record/Chain.ts"
import { seal, unseal } from "../../src/record/Seal.ts"
import { type Break, verify } from "../../src/record/Verification.ts"
import { event, unit, write } from "../../src/testing/laws/Sample.ts"

const seed = { seed: 20261116 }
const json = fc.jsonValue({ maxDepth: 3, stringUnit: "grapheme" }) as fc.Arbitrary<Json>

const events: fc.Arbitrary<SealedEvent> = fc
  .record({
    type: fc.constantFrom("owner-assigned", "case-opened.v2"),
    at: fc.integer(),
    recordedAt: fc.integer(),
    actor: fc.string(),
    command: fc.uuid(),
    policy: fc.string(),
    clear: json,
    bytes: fc.option(fc.uint8Array({ minLength: 1, maxLength: 40 }), { nil: undefined })
  })
  .map(({ bytes, ...rest }) => event({ ...rest, ...(bytes && { sealed: { customer: "c-1", ciphertext: bytes } }) }))

const record = async (streams: readonly (readonly SealedEvent[])[]) => {
  const store = memoryStore()
  for (const [n, each] of streams.entries())
    for (const [at, one] of each.entries())
      await store.append(unit(`${n}@${at}`, [write(`case/${n}`, at, { events: [one] })]))
  return store
}

/** Returns the same store with changed events. */
const tampered = async (store: EventStore, change: (all: StoredEvent[]) => readonly StoredEvent[]) => {
  const { events: all } = await store.read("acme", null, 10_000)
  const changed = change([...all]).toSorted((a, b) => a.position - b.position)
  return {
    streams: store.streams,
    read: async (_: string, after: number | null) => {
      const rest = changed.filter(({ position }) => position > (after ?? 0))
      return { events: rest, next: rest.at(-1)?.position ?? after }
    }
  }
}

const breaksOf = async (store: EventStore, change: (all: StoredEvent[]) => readonly StoredEvent[]) =>
  (await verify(await tampered(store, change), "acme")).breaks

const streams = fc.array(fc.array(events, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
const places = fc.tuple(streams, fc.nat(), fc.nat())

const pick = <T>(all: readonly T[], n: number): T => {
  const one = all[n % all.length]
  if (one === undefined) throw new Error("nothing to pick from")
  return one
}

/** Every way to change one event so that it says something else. */
const changes: readonly ((e: StoredEvent) => StoredEvent)[] = [
  (e) => ({ ...e, type: `${e.type}x` }),
  (e) => ({ ...e, at: e.at + 1 }),
  (e) => ({ ...e, recordedAt: e.recordedAt - 1 }),
  (e) => ({ ...e, actor: `${e.actor} ` }),
  (e) => ({ ...e, command: e.command.slice(1) }),
  (e) => ({ ...e, policy: `0${e.policy}` }),
  (e) => ({ ...e, clear: [e.clear] }),
  (e) => ({ ...e, version: e.version + 1 }),
  (e) => ({ ...e, version: e.version - 1 }),
  (e) => ({ ...e, stream: `${e.stream}0` }),
  (e) => ({ ...e, hash: e.hash.replace(/^./, (digit) => (digit === "0" ? "1" : "0")) }),
  (e) => ({ ...e, sealed: { customer: "c-2", ciphertext: e.sealed?.ciphertext ?? new Uint8Array() } }),
  ({ sealed, ...e }) => (sealed ? e : { ...e, sealed: { customer: "c-1", ciphertext: Uint8Array.of(0) } }),
  (e) => {
    const ciphertext = Uint8Array.from(e.sealed?.ciphertext ?? [0])
    ciphertext[0] = (ciphertext[0] ?? 0) ^ 1
    return { ...e, sealed: { customer: "c-1", ciphertext } }
  }
]

describe("verify", () => {
  it("finds nothing in an unchanged record, and counts what it checked", () =>
    fc.assert(
      fc.asyncProperty(streams, async (given) => {
        const found = await verify(await record(given), "acme")
        expect(found).toMatchObject({ ok: true, streams: given.length, events: given.flat().length, breaks: [] })
      }),
      seed
    ))

  it("finds any change to any event, with its version", () =>
    fc.assert(
      fc.asyncProperty(places, fc.nat({ max: changes.length - 1 }), async ([given, n], change) => {
        const store = await record(given)
        const victim = pick((await store.read("acme", null, 10_000)).events, n)
        const breaks = await breaksOf(store, (all) =>
          all.map((each) => (each.position === victim.position ? (changes[change]?.(each) ?? each) : each))
        )
        const found = breaks.find(({ stream }) => stream === victim.stream)
        expect(found).toBeDefined()
        expect(Math.abs((found?.version ?? 0) - victim.version)).toBeLessThanOrEqual(1)
      }),
      { ...seed, numRuns: 300 }
    ))

  it("finds a missing event, also the last one", () =>
    fc.assert(
      fc.asyncProperty(places, async ([given, n]) => {
        const store = await record(given)
        const victim = pick((await store.read("acme", null, 10_000)).events, n)
        const breaks = await breaksOf(store, (all) => all.filter((each) => each.position !== victim.position))
        expect(breaks).toEqual([{ stream: victim.stream, version: victim.version, reason: "missing" }])
      }),
      seed
    ))

  it("finds an inserted event, also a well-forged one at the end", () =>
    fc.assert(
      fc.asyncProperty(places, fc.constantFrom("copy", "forged", "new stream"), async ([given, n], how) => {
        const store = await record(given)
        const all = (await store.read("acme", null, 10_000)).events
        const model = pick(all, n)
        const end = all.findLast(({ stream }) => stream === model.stream) ?? model
        const at = { tenant: "acme", stream: model.stream, version: end.version + 1 }
        const forged = { ...model, ...at, hash: link(end.hash, at, [model]), position: all.length + 1 }
        const elsewhere = { ...model, stream: "case/none", version: 1, position: all.length + 1 }
        const extra = {
          copy: { ...model, position: model.position + 0.5 },
          forged,
          "new stream": { ...elsewhere, hash: link(genesis, elsewhere, [elsewhere]) }
        }[how]
        const breaks = await breaksOf(store, (events) => [...events, extra])
        expect(breaks.map(({ stream }) => stream)).toEqual([extra.stream])
      }),
      seed
    ))

  it("finds two exchanged events of a stream", () =>
    fc.assert(
      fc.asyncProperty(fc.array(events, { minLength: 2, maxLength: 6 }), fc.nat(), async (given, n) => {
        const store = await record([given])
        const first = n % (given.length - 1)
        const swap = (keep: (a: StoredEvent, b: StoredEvent) => StoredEvent) =>
          breaksOf(store, (all) => {
            const [a, b] = [pick(all, first), pick(all, first + 1)]
            return all.map((each) => (each === a ? keep(b, a) : each === b ? keep(a, b) : each))
          })
        const renumbered = await swap((content, place) => ({
          ...content,
          version: place.version,
          position: place.position
        }))
        const moved = await swap((content, place) => ({ ...content, position: place.position }))
        expect(renumbered.map((each: Break) => each.version)).toEqual([first + 1])
        expect(moved.map((each: Break) => each.version)).toEqual([first + 1])
      }),
      seed
    ))

  it("an anchor kept elsewhere shows that the whole record was rewritten", async () => {
    const words = [event(), event({ at: 1 }), event({ at: 2 })]
    const honest = await record([words.slice(0, 2)])
    const { anchor } = await verify(honest, "acme")
    expect(anchor).toMatchObject({ position: 2 })
    await honest.append(unit("later", [write("case/0", 2, { events: [event({ at: 2 })] })]))
    expect(await verify(honest, "acme", anchor ?? undefined)).toMatchObject({ ok: true, anchored: true })
    const rewritten = await record([words.with(0, event({ actor: "nobody" }))])
    expect(await verify(rewritten, "acme", anchor ?? undefined)).toMatchObject({
      ok: false,
      anchored: false,
      breaks: []
    })
  })

  it("finds a head that is not the hash of the last event, whenever it was read", async () => {
    const store = await record([[event()], [event()]])
    const forged = async (...page: Parameters<EventStore["streams"]>) =>
      (await store.streams(...page)).map((head) =>
        head.stream === "case/0" ? { ...head, hash: head.hash.replace(/^./, (c) => (c === "0" ? "1" : "0")) } : head
      )
    const breaks = [{ stream: "case/0", version: 1, reason: "altered" }]
    expect(await verify({ read: store.read, streams: forged }, "acme")).toMatchObject({ ok: false, breaks })
    // The last event is appended after the head was read.
    let isFirst = true
    const late = async (...page: Parameters<EventStore["read"]>) => {
      const { events, next } = isFirst ? { events: [], next: page[1] } : await store.read(...page)
      isFirst = false
      return { events, next }
    }
    expect(await verify({ read: late, streams: forged }, "acme")).toMatchObject({ ok: false, breaks })
  })

  it("runs beside writers without a false report", async () => {
    const store = await record([[event()], [event()]])
    let at = 1
    const busy = {
      read: async (...page: Parameters<EventStore["read"]>) => {
        const answer = await store.read(...page)
        if (at < 20) await store.append(unit(`w${at}`, [write("case/0", at++), write(`case/new-${at}`, 0)]))
        return answer
      },
      streams: async (...page: Parameters<EventStore["streams"]>) => {
        const answer = await store.streams(...page)
        await store.append(unit(`w${at}`, [write("case/0", at++)]))
        return answer
      }
    }
    expect(await verify(busy, "acme")).toMatchObject({ ok: true, breaks: [] })
  })
})

describe("sealing", () => {
  const keys = memoryKeyStore()

  it("returns what was sealed, whatever it was", () =>
    fc.assert(
      fc.asyncProperty(json, fc.string().filter(isName), async (value, customer) => {
        const sealed = await seal(keys, "acme", customer, value)
        expect(await unseal(keys, "acme", sealed)).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) })
      }),
      seed
    ))

  it("does not open with a changed byte, or for another customer or tenant", async () => {
    const sealed = await seal(keys, "acme", "c-1", { verbatim: "my invoice is wrong" })
    await keys.keyOf("acme", "c-2")
    for (const n of sealed.ciphertext.keys()) {
      const ciphertext = Uint8Array.from(sealed.ciphertext)
      ciphertext[n] = (ciphertext[n] ?? 0) ^ 0x10
      expect((await unseal(keys, "acme", { customer: "c-1", ciphertext })).ok).toBe(false)
    }
    expect(await unseal(keys, "acme", { ...sealed, customer: "c-2" })).toEqual({ ok: false, reason: "erased" })
    const shared = { ...keys, find: () => keys.find("acme", "c-1") }
    expect(await unseal(shared, "other", sealed)).toEqual({ ok: false, reason: "damaged" })
    expect(await unseal(keys, "acme", { customer: "c-1", ciphertext: new Uint8Array(9) })).toMatchObject({ ok: false })
  })

  it("seals the same value in different bytes, with none of its words in clear", async () => {
    const [one, two] = [await seal(keys, "a", "c", "my invoice"), await seal(keys, "a", "c", "my invoice")]
    expect(Buffer.from(one.ciphertext).equals(Buffer.from(two.ciphertext))).toBe(false)
    expect(Buffer.from(one.ciphertext).toString("latin1")).not.toContain("invoice")
  })

  it("leaves the record valid when the key is destroyed", async () => {
    const own = memoryKeyStore()
    const store = await record([[event({ sealed: await seal(own, "acme", "c-1", "my invoice is wrong") }), event()]])
    await own.destroy("acme", "c-1")
    const [stored] = (await store.load({ tenant: "acme", stream: "case/0" })).events
    expect(stored?.sealed && (await unseal(own, "acme", stored.sealed))).toEqual({ ok: false, reason: "erased" })
    expect(await verify(store, "acme")).toMatchObject({ ok: true, events: 2 })
  })
})

describe("the chain", () => {
  it("links an entry as documented, so that anyone can check a record", () => {
    const at = { tenant: "acme", stream: "case/1", version: 1 }
    const sealed = { customer: "c-1", ciphertext: Uint8Array.of(1, 2, 3) }
    // Computed by hand: printf of the 64 zeros and the canonical envelope, through sha256sum.
    expect(link(genesis, at, [event({ sealed })])).toBe(
      "b5c4fcd79f2f4b07763498485d2a9ef2609b227728c93c519a3884ab9087aa2d"
    )
  })
})
