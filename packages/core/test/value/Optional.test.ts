import { describe, expect, expectTypeOf, it } from "vitest"
import { alike, alikeIn, defined } from "../../src/value/Optional.ts"

const maybe = (value: string | undefined): string | undefined => value

describe("defined", () => {
  it("leaves out the members that are undefined, and keeps the order of the rest", () => {
    const found = defined({ b: maybe("b"), a: maybe(undefined), c: 0, d: null, e: "", f: false })
    expect(Object.entries(found)).toEqual([
      ["b", "b"],
      ["c", 0],
      ["d", null],
      ["e", ""],
      ["f", false]
    ])
  })

  it("returns the object itself where every member is defined", () => {
    const members = { a: 1, b: "two" }
    expect(defined(members)).toBe(members)
  })

  it("has members that are optional, never undefined", () => {
    const found = defined({ kind: "note", text: maybe("text") })
    expectTypeOf(found).toEqualTypeOf<{ readonly kind: "note"; readonly text?: string }>()
    const note: { readonly kind: "note"; readonly text?: string; readonly more?: string } = { ...found }
    expect(note).toEqual({ kind: "note", text: "text" })
  })

  it("keeps the types of lists and of unions", () => {
    const at: readonly [number, number] | undefined = [1, 5] as const
    const found = defined({ at: either(at), list: [1, 2] })
    expectTypeOf(found).toEqualTypeOf<{
      readonly list: readonly [1, 2]
      readonly at?: readonly [number, number] | "never"
    }>()
    expect(found).toEqual({ at: [1, 5], list: [1, 2] })
  })
})

const either = (value: readonly [number, number] | undefined): readonly [number, number] | "never" | undefined => value

describe("alike", () => {
  interface Rule {
    readonly name: string
    readonly when?: string
    readonly by?: readonly string[]
  }
  const rules: readonly Rule[] = [
    { name: "told", by: ["owner"] },
    { when: "level = high", name: "cause" },
    { name: "x" }
  ]

  it("gives all records the same members in the same order, with the values that they had", () => {
    const found = alike(rules)
    expect(found).toEqual(rules)
    expect(found.map((rule) => Object.keys(rule))).toEqual(rules.map(() => ["name", "by", "when"]))
  })

  it("keeps the names of a table", () => {
    const [told, cause] = rules as [Rule, Rule, Rule]
    const table = alikeIn({ told, cause })
    expect(Object.keys(table)).toEqual(["told", "cause"])
    expect(table).toEqual({ told, cause })
    expect(Object.keys(table.told)).toEqual(Object.keys(table.cause))
  })
})
