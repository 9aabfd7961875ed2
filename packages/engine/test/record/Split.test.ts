/**
 * Which values of a body are clear, by the rule of their field: one test for each row. Values without a rule are
 * sealed.
 */
import { Policy } from "@hearback/core"
import { Build, type Wishes } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import type { Json } from "../../src/port/Event.ts"
import type { AnyFields, AnyRule } from "../../src/record/clear/FieldRule.ts"
import { noWords, type PolicyWords, wordsOf } from "../../src/record/clear/PolicyWords.ts"
import { type Body, join, split } from "../../src/record/clear/Split.ts"

const words: PolicyWords = {
  has: (word) => word === "told",
  isClearFact: (name) => name === "tier"
}
const partsOf = (body: Body, fields: AnyFields) => {
  const found = split(body, fields, words)
  // Both parts together are always the whole.
  expect(found.secret === undefined ? found.clear : join(found.clear, found.secret)).toEqual(body)
  return found
}
const isClear = (value: Json, rule?: AnyRule): boolean =>
  partsOf({ field: value }, rule === undefined ? {} : { field: rule }).secret === undefined

describe("a text", () => {
  it.each<readonly [rule: AnyRule | undefined, clear: readonly string[], sealed: readonly string[]]>([
    [undefined, [], ["", "told", "7"]],
    ["sealed", [], ["", "told", "7"]],
    ["id", ["", "c-17", "Li Si"], []],
    ["plain", ["customer", "Li Si"], []],
    ["name", ["told"], ["Told", "toldx", "Li Si", ""]],
    ["reason", ["dissatisfied"], ["he was dissatisfied", "Li Si", ""]],
    [
      "date",
      [
        "2026-11-16",
        "2026-11-16T09:00",
        "2026-11-16 09:00",
        "2026-11-16T09:00:05",
        "2026-11-16T09:00:05.25",
        "2026-11-16T09:00Z",
        "2026-11-16T09:00:05+01:00",
        "2026-11-16T09:00-05:30"
      ],
      [
        "on 2026-11-16",
        "2026-11-16 at noon",
        "2-11-16",
        "2026-1-16",
        "2026-11-6",
        "abcd-11-16",
        "2026-ab-16",
        "2026-11-ab",
        "2026-11-16x09:00",
        "2026-11-16T9:00",
        "2026-11-16Tab:00",
        "2026-11-16T09:0",
        "2026-11-16T09:ab",
        "2026-11-16T09:00:5",
        "2026-11-16T09:00:ab",
        "2026-11-16T09:00:05.",
        "2026-11-16T09:00:05.a",
        "2026-11-16T09:00x01:00",
        "2026-11-16T09:00+1:00",
        "2026-11-16T09:00+ab:00",
        "2026-11-16T09:00+01:0",
        "2026-11-16T09:00+01:ab"
      ]
    ],
    [
      "amount",
      ["10", "-10", "+1,200.50", "10%", "10 %", "10 EUR", "10EUR"],
      ["Li 10", "10 EUR to Li", "x10", "~10", "EUR", "ten", "a.b", "10 E", "10 eur", "10  EUR", ""]
    ],
    ["facts", [], ["told"]],
    [{ each: "id" }, [], ["told"]],
    [{ members: { a: "id" } }, [], ["told"]],
    [{ values: "id" }, [], ["told"]]
  ])("under the rule %j", (rule, clear, sealed) => {
    expect(clear.filter((text) => !isClear(text, rule))).toEqual([])
    expect(sealed.filter((text) => isClear(text, rule))).toEqual([])
  })
})

describe("values that are not text", () => {
  it.each<readonly [rule: AnyRule | undefined, clear: boolean]>([
    ["plain", true],
    ["amount", true],
    [undefined, false],
    ["sealed", false],
    ["id", false],
    ["name", false],
    ["reason", false],
    ["date", false],
    ["facts", false],
    [{ each: "plain" }, false],
    [{ values: "plain" }, false],
    [{ members: {} }, false]
  ])("under the rule %j is clear: %j", (rule, clear) => {
    expect([1, true, null].map((value) => isClear(value, rule))).toEqual([clear, clear, clear])
  })

  it.each<readonly [rule: AnyRule, value: Json, clear: boolean]>([
    ["plain", ["any", { thing: "Li Si" }], true],
    ["plain", { any: "Li Si" }, true],
    ["amount", { any: 1 }, false],
    ["id", { any: "c-1" }, false],
    ["id", ["c-1"], false],
    [{ values: "id" }, ["c-1"], false],
    [{ members: { a: "id" } }, ["c-1"], false],
    [{ each: "id" }, { a: "c-1" }, false],
    [{ each: "id" }, [], true],
    [{ members: {} }, {}, true],
    ["facts", {}, true],
    ["facts", ["x"], false]
  ])("%j of %j is clear: %j", (rule, value, clear) => expect(isClear(value, rule)).toBe(clear))
})

describe("a body", () => {
  it("is clear as a whole if each member is", () => {
    const body = { by: "ann", n: 1 }
    const found = partsOf(body, { by: "id", n: "plain" })
    expect(found.clear).toEqual(body)
    expect(found.secret).toBeUndefined()
  })
  it("has the fields of every event in the clear, whatever its own rules say", () => {
    const body = { why: "loops.complaint", under: "3f9c21", text: "Li Si" }
    expect(partsOf(body, { why: "sealed" })).toEqual({
      clear: { why: "loops.complaint", under: "3f9c21" },
      secret: { text: "Li Si" }
    })
  })
  it("is sealed under names such as `constructor`, for which it has no rule", () => {
    expect(partsOf({ constructor: "Li Si", toString: "x" }, {})).toEqual({
      clear: {},
      secret: { constructor: "Li Si", toString: "x" }
    })
  })
  it("leaves out absent members", () => {
    expect(split({ text: undefined, by: "ann" } as unknown as Body, { by: "id" }, words).secret).toBeUndefined()
  })
  it("is split within its members, its maps, its facts and its lists", () => {
    const fields: AnyFields = {
      by: { members: { id: "id", name: "sealed" } },
      grades: { values: "id" },
      facts: "facts",
      actions: { each: { members: { owner: "id" } } },
      lists: { each: { each: { members: { n: "plain" } } } }
    }
    const body = {
      by: { id: "ann", name: "Ann Lee" },
      grades: { told: "high", "Li Si": "low" },
      facts: { tier: "gold", phone: "138" },
      actions: [{ owner: "ann" }, { owner: "ben", what: "call Li" }],
      lists: [[{ n: 1 }], [{ n: 2, text: "Li" }]]
    }
    expect(partsOf(body, fields)).toEqual({
      clear: {
        by: { id: "ann" },
        grades: { told: "high" },
        facts: { tier: "gold" },
        actions: [{ owner: "ann" }, { owner: "ben" }],
        lists: [[{ n: 1 }], [{ n: 2 }]]
      },
      secret: {
        by: { name: "Ann Lee" },
        grades: { "Li Si": "low" },
        facts: { phone: "138" },
        actions: { 1: { what: "call Li" } },
        lists: { 1: { 0: { text: "Li" } } }
      }
    })
  })
  it("seals a list as a whole if one of its texts is sealed", () => {
    expect(partsOf({ words: ["told", "Li Si"] }, { words: { each: "name" } })).toEqual({
      clear: {},
      secret: { words: ["told", "Li Si"] }
    })
  })
  it("seals an object without a rule as a whole, and keeps an empty place for one whose members are sealed", () => {
    expect(partsOf({ a: { b: "x" } }, {})).toEqual({ clear: {}, secret: { a: { b: "x" } } })
    expect(partsOf({ a: { b: "x" } }, { a: { members: {} } })).toEqual({ clear: { a: {} }, secret: { a: { b: "x" } } })
  })
  it("is joined also if the clear part has changed", () => {
    expect(join({ a: 1 }, { a: { b: "x" } })).toEqual({ a: { b: "x" } })
    expect(join({ a: [{ c: 1 }, 2] }, { a: { 0: { b: "x" } } })).toEqual({ a: [{ c: 1, b: "x" }, 2] })
    expect(join({}, { a: "x" })).toEqual({ a: "x" })
  })
})

describe("the words of a policy", () => {
  const bundle = Build.bundle({
    facts: {
      phone: { kind: "text", type: { _tag: "Text", values: ["none"] }, personal: true },
      plan: { kind: "text", type: { _tag: "Text", values: ["gold"] } },
      proof: { kind: "file", type: { _tag: "Text", values: ["a"] } },
      size: { kind: "one-of", type: { _tag: "OneOf", values: ["small", "large"], graded: false } },
      count: { kind: "number", type: { _tag: "Amount", scale: 0, unit: "", min: 0, max: 10 } },
      late: { kind: "yes-no", type: { _tag: "Flag" } }
    } as unknown as NonNullable<Wishes.Wishes["facts"]>
  })
  const policy = Policy.load(bundle)
  const known = wordsOf(policy)

  it("are its names and its texts, and those of the policy language; nothing else", () => {
    for (const word of ["told", "agent", "priority", "urgent", "office", "report", "", "settled", "complaint", "note"])
      expect(known.has(word), word).toBe(true)
    for (const word of ["Li Si", "138 0013 8000", "told ", "constructor"]) expect(known.has(word), word).toBe(false)
    expect(wordsOf(policy)).toBe(known)
  })

  it.each<readonly [name: string, value: Json, clear: boolean]>([
    ["size", "small", true],
    ["size", "huge", false],
    ["size", ["small"], false],
    ["size", { a: 1 }, false],
    ["size", null, false],
    ["count", 3, true],
    ["count", "3", true],
    ["count", 11, false],
    ["late", true, true],
    ["late", "perhaps", false],
    // A text that a table reads is a word of the policy; any other is somebody's.
    ["plan", "gold", true],
    ["plan", "Li Si", false],
    ["phone", "none", false],
    ["proof", "a", false],
    ["nobody", "x", false],
    ["constructor", "x", false]
  ])("the fact %s of %j is clear: %j", (name, value, clear) => expect(known.isClearFact(name, value)).toBe(clear))

  it("without a policy no text is a word", () => {
    expect([noWords.has("told"), noWords.isClearFact("size", "small")]).toEqual([false, false])
  })
})
