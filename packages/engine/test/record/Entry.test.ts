/** What one command adds to a stream, as one text and back: nothing is lost, and damaged texts are recognised. */
import { describe, expect, it } from "vitest"
import type { SealedEvent } from "../../src/port/Event.ts"
import { genesis, link, linkText, sha256 } from "../../src/record/Chain.ts"
import { eventsOf, isTogether, type Shared, textOf } from "../../src/record/Entry.ts"
import { event, monday } from "../../src/testing/laws/Sample.ts"

const shared: Shared = { recordedAt: monday, actor: "agent-7", command: "c-1", policy: "3f9c21" }
const bytes = (...all: readonly number[]) => Uint8Array.from(all)
const sealed = { customer: "c-1", ciphertext: bytes(1, 2, 3) }

/** Two events with one ciphertext, one without a sealed part, one of another customer, one with equal bytes. */
const together: readonly SealedEvent[] = [
  event({ clear: { n: 1 }, sealed: { ...sealed, place: 0 } }),
  event({ clear: { n: 2 } }),
  event({ clear: { n: 3 }, at: monday - 1, sealed: { ...sealed, place: 1 } }),
  event({ type: "note-added.v2", clear: { b: 1, a: 2 }, sealed: { customer: "c-2", ciphertext: bytes(1, 2, 3) } }),
  event({ clear: [], sealed: { customer: "c-1", ciphertext: bytes(1, 2, 3) } })
]

describe("events that are written together", () => {
  const { said, sealed: parts } = textOf(together)

  it("are one canonical text, with each ciphertext once", () => {
    expect(said).toBe(
      `[["owner-assigned",${monday},{"n":1},0,0],["owner-assigned",${monday},{"n":2}],` +
        `["owner-assigned",${monday - 1},{"n":3},0,1],["note-added.v2",${monday},{"a":2,"b":1},1],["owner-assigned",${monday},[],0]]`
    )
    expect(parts).toEqual([sealed, { customer: "c-2", ciphertext: bytes(1, 2, 3) }])
    expect(textOf([])).toEqual({ said: "[]", sealed: [] })
  })

  it("are returned from it", () => {
    expect(eventsOf(shared, { said, sealed: parts }, 5)).toEqual(together)
  })

  it("have different bytes kept apart", () => {
    const other = event({ sealed: { customer: "c-1", ciphertext: bytes(1, 2, 4) } })
    expect(textOf([event({ sealed }), other]).sealed).toHaveLength(2)
  })

  it.each<Partial<Shared>>([{ recordedAt: 1 }, { actor: "ann" }, { command: "c-2" }, { policy: "p" }])(
    "are of one command: not with %j",
    (change) => {
      expect(isTogether(event(), event(change))).toBe(false)
      expect(() => textOf([event(), event(change)])).toThrow("events that are written together are of one command")
    }
  )

  it("may have different types and instants", () => {
    expect(isTogether(event(), event({ type: "x", at: 1, clear: {} }))).toBe(true)
  })
})

describe("a damaged text", () => {
  const unreadable = (said: string) => [{ type: "", at: 0, ...shared, clear: { unreadable: said } }]
  it.each([
    ["is no JSON", "[["],
    ["is no list", "{}"],
    ["has a line that is none", "[1]"],
    ["has a line that is short", '[["a",1]]'],
    ["has no type", "[[1,1,{}]]"],
    ["has no instant", '[["a","1",{}]]'],
    ["has a line that is an object", '[{"0":"a","1":1,"2":{},"length":3}]']
  ])("becomes one event that no check takes for it: it %s", (_, said) => {
    expect(eventsOf(shared, { said, sealed: [] }, 1)).toEqual(unreadable(said))
  })
  it("is also one with more or fewer events than were written", () => {
    const { said } = textOf([event()])
    for (const count of [0, 2]) expect(eventsOf(shared, { said, sealed: [] }, count)).toEqual(unreadable(said))
  })
  it("has no sealed part if its ciphertext is missing", () => {
    const [found] = eventsOf(shared, { said: '[["a",1,{},4,0]]', sealed: [sealed] }, 1)
    expect(found).toEqual({ type: "a", at: 1, ...shared, clear: {} })
  })
})

describe("the hash of an entry", () => {
  const at = { tenant: "acme", stream: "case/1", version: 1 }
  const first = together as readonly [SealedEvent, ...SealedEvent[]]
  const before = link(genesis, at, first)

  it("is that of its canonical envelope, after the hash before it", () => {
    const { said } = textOf(together)
    const digest = sha256(bytes(1, 2, 3))
    const envelope =
      `{"actor":"agent-7","command":"c-1","events":${said},"policy":"3f9c21","recordedAt":${monday},` +
      `"sealed":[["c-1","${digest}"],["c-2","${digest}"]],"stream":"case/1","tenant":"acme","version":1}`
    expect(before).toBe(sha256(genesis + envelope))
    expect(genesis).toBe("0".repeat(64))
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  })

  it("changes with each thing that it covers", () => {
    const text = textOf(together)
    const hashes = [
      before,
      linkText("1".repeat(64), at, shared, text),
      ...[{ tenant: "b" }, { stream: "case/2" }, { version: 2 }].map((change) =>
        linkText(genesis, { ...at, ...change }, shared, text)
      ),
      ...[{ actor: "ann" }, { command: "c-2" }, { policy: "p" }, { recordedAt: 1 }].map((change) =>
        linkText(genesis, at, { ...shared, ...change }, text)
      ),
      linkText(genesis, at, shared, { ...text, said: "[]" }),
      linkText(genesis, at, shared, { ...text, sealed: text.sealed.slice(1) }),
      linkText(genesis, at, shared, { ...text, sealed: text.sealed.toReversed() })
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
