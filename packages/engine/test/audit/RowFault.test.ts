/** A row compared with the events: when it is right, and which fault is reported if not. */
import { describe, expect, it } from "vitest"
import { compared, differing, unexpected } from "../../src/audit/RowFault.ts"
import type { FiledRow } from "../../src/port/EventStore.ts"
import { message, row } from "../../src/testing/laws/Sample.ts"

const expected = row("1")
const filed = (change: Partial<FiledRow<"case">> = {}): FiledRow<"case"> => ({
  key: "1",
  row: expected,
  torn: [],
  ...change
})
const faults = (should: typeof expected | undefined, is: FiledRow<"case"> | undefined) => [
  ...compared("case", "1", should, is)
]
const fault = { kind: "row", row: "case", key: "1", expected } as const

describe("a row", () => {
  it("that equals the events has no fault", () => {
    expect(faults(expected, filed())).toEqual([])
    expect(faults(expected, filed({ row: { ...expected } }))).toEqual([])
  })
  it("that does not exist is missing, with its expected value", () => {
    expect(faults(expected, undefined)).toEqual([{ ...fault, reason: "missing", fields: [] }])
  })
  it("that follows from no event is unexpected, whatever it contains", () => {
    const none = { kind: "row", row: "case", key: "1", reason: "unexpected", fields: [] }
    for (const is of [filed(), filed({ row: null }), undefined]) expect(faults(undefined, is)).toEqual([none])
    expect(unexpected("case", "1")).toEqual(none)
  })
  it("that cannot be decoded is unreadable", () => {
    expect(faults(expected, filed({ row: null, torn: ["owner"] }))).toEqual([
      { ...fault, reason: "unreadable", fields: [] }
    ])
  })
  it("that differs names the fields, also if only a column for lists differs, each once", () => {
    const changed = { ...expected, owner: "ben", dueAt: 5 }
    expect(faults(expected, filed({ row: changed }))).toEqual([
      { ...fault, reason: "differs", fields: ["dueAt", "owner"] }
    ])
    expect(faults(expected, filed({ torn: ["state"] }))).toEqual([{ ...fault, reason: "differs", fields: ["state"] }])
    expect(faults(expected, filed({ row: changed, torn: ["owner", "state"] }))).toEqual([
      { ...fault, reason: "differs", fields: ["dueAt", "owner", "state"] }
    ])
  })
})

describe("what differs", () => {
  it.each<readonly [string, object, object, readonly string[]]>([
    ["nothing, in another order", { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, []],
    ["nothing, where a member is absent or undefined", { a: 1, b: undefined }, { a: 1 }, []],
    ["a member that is there on one side alone", { a: 1 }, { a: 1, c: null }, ["c"]],
    ["a member that is gone", { a: 1, b: "" }, { a: 1 }, ["b"]],
    ["the order of a list", { a: [1, 2] }, { a: [2, 1] }, ["a"]],
    ["bytes, by what they hold", { a: Uint8Array.of(1, 2) }, { a: Uint8Array.of(1, 3) }, ["a"]],
    ["no bytes that are the same", { a: { of: Uint8Array.of(1, 2) } }, { a: { of: Uint8Array.of(1, 2) } }, []]
  ])("%s", (_, should, is, names) => {
    expect(differing(should, is)).toEqual(names)
    expect(differing(is, should)).toEqual(names)
  })
  it("ignores when a message is tried again", () => {
    const first = message("case/1/1/0")
    expect(differing(first, { ...first, notBefore: first.notBefore + 1 })).toEqual([])
    expect(differing(first, { ...first, trace: "of the work that led to it" })).toEqual([])
    expect(differing(first, { ...first, notBefore: first.notBefore + 1, to: "x" })).toEqual(["to"])
  })
})
