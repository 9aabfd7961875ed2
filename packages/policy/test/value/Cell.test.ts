import { Fact, Ranges, Zone } from "@hearback/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { character } from "../../../../test/Character.ts"
import { parseCell, parseDirect, textsOf } from "../../src/value/Cell.ts"
import type { CellOptions, CellProblem } from "../../src/value/CellProblem.ts"
import { type Literal, parse, type Test } from "../../src/value/Feel.ts"

const tier: Fact.FactType = {
  _tag: "OneOf",
  values: ["strategic", "key", "重要", "not(x)", "a, b", ">= 3"],
  graded: false
}
const money: Fact.FactType = { _tag: "Amount", scale: 2, unit: "CNY" }
const count: Fact.FactType = { _tag: "Amount", scale: 0, unit: "", min: 0 }
const score: Fact.FactType = { _tag: "Amount", scale: 0, unit: "", min: 0, max: 10 }
const flag: Fact.FactType = { _tag: "Flag" }
const span: Fact.FactType = { _tag: "Span" }
const date: Fact.FactType = { _tag: "Date" }
const area: Fact.FactType = { _tag: "Text", values: ["pay", "login"] }

const known: CellOptions = { unknown: false, zone: Zone.utc }
const open: CellOptions = { unknown: true, zone: Zone.utc }
const UNKNOWN = [Ranges.MIN, Ranges.MIN + 1]

const set = (value: unknown, type: Fact.FactType, options = open): Ranges.Ranges => {
  const cell = parseCell(value, type, options)
  if (!cell.ok) throw new Error(JSON.stringify(cell.problem))
  return cell.set
}
const problem = (value: unknown, type: Fact.FactType, options = open): CellProblem | undefined => {
  const cell = parseCell(value, type, options)
  return cell.ok ? undefined : cell.problem
}

describe("a cell of names", () => {
  it("can be a name, a list, or what is not in it", () => {
    expect(set("重要", tier)).toEqual([2, 3])
    expect(set(["strategic", "重要"], tier)).toEqual([0, 1, 2, 3])
    expect(set({ not: "strategic" }, tier)).toEqual([1, 6])
    expect(set({ not: ["strategic", "key"] }, tier)).toEqual([2, 6])
  })

  it("is never read as a test", () => {
    expect(set("not(x)", tier)).toEqual([3, 4])
    expect(set("a, b", tier)).toEqual([4, 5])
    expect(set(">= 3", tier)).toEqual([5, 6])
  })

  it("contains unknown only if it says so", () => {
    expect(set("unknown", tier)).toEqual(UNKNOWN)
    expect(set("未知", tier)).toEqual(UNKNOWN)
    expect(set(["unknown", "strategic"], tier)).toEqual([...UNKNOWN, 0, 1])
    expect(set({ not: "unknown" }, tier)).toEqual([0, 6])
    expect(problem("unknown", tier, known)).toMatchObject({ kind: "unknown-value", found: "unknown" })
    const cause: Fact.FactType = { _tag: "OneOf", values: ["unknown", "incidental"], graded: false }
    expect(set("unknown", cause, known)).toEqual([0, 1])
  })

  it("has a guess for a misspelt name", () => {
    expect(problem("stratgic", tier)).toEqual({
      kind: "unknown-value",
      expected: {
        en: "one of `strategic`, `key`, `重要`, `not(x)`, `a, b`, `>= 3` or `unknown`",
        "zh-CN": "以下之一：`strategic`、`key`、`重要`、`not(x)`、`a, b`、`>= 3`、`unknown`"
      },
      found: "stratgic",
      suggestion: "strategic"
    })
    expect(problem("platinum", tier)).not.toHaveProperty("suggestion")
  })

  it("reads yes and no in both languages, and nothing else", () => {
    expect([true, "yes", "是", false, "no", "否"].map((value) => set(value, flag)[0])).toEqual([1, 1, 1, 0, 0, 0])
    expect(set({ not: "yes" }, flag)).toEqual([0, 1])
    expect(problem("maybe", flag)).toMatchObject({ kind: "wrong-type", expected: { en: "`yes` or `no`" } })
  })

  it("knows the texts that cells name", () => {
    expect(set("login", area)).toEqual([2, 3])
    expect(set({ not: "pay" }, area)).toEqual([0, 1, 2, 3])
    expect(problem("checkout", area)?.kind).toBe("unknown-value")
    expect([textsOf("pay"), textsOf(["a", "unknown"]), textsOf({ not: ["b"] }), textsOf(3)]).toEqual([
      ["pay"],
      ["a"],
      ["b"],
      []
    ])
  })

  it.each([
    [[], "empty"],
    [{ not: [] }, "empty"],
    [null, "empty"],
    [{ not: ["yes", "no"] }, "empty"],
    [{ is: "yes" }, "wrong-type"],
    [[["yes"]], "wrong-type"],
    [{ not: { not: "yes" } }, "wrong-type"]
  ])("refuses %j as %s", (value, kind) => {
    expect(problem(value, flag)?.kind).toBe(kind)
  })
})

describe("a cell of an ordered type", () => {
  const above = (lo: number): Ranges.Ranges => [lo, Ranges.MAX]
  const below = (hi: number): Ranges.Ranges => [Ranges.MIN + 1, hi]

  it.each<[unknown, Ranges.Ranges]>([
    [">= 5000", above(500_000)],
    ["≥ 5000", above(500_000)],
    ["＞5000", above(500_001)],
    ["> 0.5", above(51)],
    ["< 100", below(10_000)],
    ["<=100", below(10_001)],
    ["[100..500)", [10_000, 50_000]],
    ["]100..500[", [10_001, 50_000]],
    ["(100..500]", [10_001, 50_001]],
    ["（100..500］", [10_001, 50_001]],
    ["500", [50_000, 50_001]],
    [500, [50_000, 50_001]],
    ["500.00 CNY", [50_000, 50_001]],
    [">= 500 CNY", above(50_000)],
    ["-5", [-500, -499]],
    [
      [1, ">= 3"],
      [100, 101, ...above(300)]
    ],
    [{ not: ">= 3" }, below(300)],
    ["not(>= 3)", below(300)],
    ["not(1, 2)", [Ranges.MIN + 1, 100, 101, 200, 201, Ranges.MAX]],
    ["< 3, >= 10", [...below(300), ...above(1000)]],
    ["5, [7..9]", [500, 501, 700, 901]],
    ["!= 5", [Ranges.MIN + 1, 500, 501, Ranges.MAX]],
    ["-", [Ranges.MIN, Ranges.MAX]]
  ])("reads money %j", (value, expected) => {
    expect(set(value, money)).toEqual(expected)
  })

  it("reduces a test to the values that the fact can have", () => {
    expect(set("<= 100", score)).toEqual([0, 11])
    expect(set("> 3", score)).toEqual([4, 11])
    expect(set("< 3", count)).toEqual([0, 3])
  })

  it.each(["> 10", "[5..3]", "< 0", 11, "11", "(4..5)", "not(>= 0)"])("is empty for %j", (value) => {
    expect(problem(value, score)?.kind).toBe("empty")
  })

  it("reads durations with their units", () => {
    expect(set(">= 4 hours", span)).toEqual(above(14_400_000))
    expect(set("[30 minutes..1 day)", span)).toEqual([1_800_000, 86_400_000])
    expect(set("4小时", span)).toEqual([14_400_000, 14_400_001])
    expect(set('< duration("PT4H"), >= "2 days"', span)).toEqual([0, 14_400_000, ...above(172_800_000)])
  })

  it("reads a date as its whole day", () => {
    const day = 1_795_132_800_000
    expect(set("2026-11-20", date)).toEqual([day, day + 86_400_000])
    expect(set("> 2026-11-20", date)).toEqual(above(day + 86_400_000))
    expect(set("<= 2026-11-20", date)).toEqual(below(day + 86_400_000))
    expect(set(">= 2026-11-20 09:00", date)).toEqual(above(day + 32_400_000))
    expect(set('>= date("2026-11-20")', date)).toEqual(above(day))
    expect(set('not(@"2026-11-20")', date)).toEqual([Ranges.MIN + 1, day, day + 86_400_000, Ranges.MAX])
    expect(set("[2026-11-20..2026-11-21]", date)).toEqual([day, day + 2 * 86_400_000])
  })

  it.each([
    ["> 10 and < 5", "feel-too-much", "> 10 and < 5"],
    ["? > 5", "feel-too-much", "? > 5"],
    ["> foo(3)", "feel-too-much", "> foo(3)"],
    ["< 3, x + 1", "feel-too-much", "x + 1"],
    ["> 5 000", "number-form", "5 000"],
    [">= ", "feel-syntax", " "],
    ["≥ 5 ≤ 6 元", "feel-syntax", "元"],
    ["[1..", "feel-syntax", "."],
    ["< 3, > 5 CNY", "feel-syntax", "CNY"],
    ["< 3, >= 1.234", "wrong-type", "1.234"]
  ])("refuses %j as %s at %j", (value, kind, slice) => {
    const found = problem(value, money)
    expect(found?.kind).toBe(kind)
    expect(value.slice(found?.start, found?.end)).toBe(slice)
  })

  it.each<[unknown, Fact.FactType]>([
    ["abc", money],
    ["1.234", money],
    [1.5, count],
    [true, count],
    ["500 EUR", money],
    [">= tomorrow", date],
    ["soon", span]
  ])("proposes the correct form of %j", (value, type) => {
    expect(["wrong-type", "feel-too-much"]).toContain(problem(value, type)?.kind)
    expect(problem(value, type)?.expected).not.toBe("")
  })

  it("agrees with the parser if both can read a test", () => {
    const number = fc.oneof(
      fc.integer({ min: -999, max: 999 }).map(String),
      fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2))
    )
    const blank = fc.constantFrom("", " ", "  ")
    const compare = fc.tuple(fc.constantFrom("<", "<=", ">", ">=", "=", "!="), blank, number, blank)
    const interval = fc.tuple(
      fc.constantFrom("[", "(", "]"),
      blank,
      number,
      blank,
      fc.constant(".."),
      blank,
      number,
      blank,
      fc.constantFrom("]", ")", "[")
    )
    fc.assert(
      fc.property(fc.oneof(compare, interval), (parts) => {
        const text = parts.join("")
        const unary = parse(text)
        expect(unary._tag).toBe("Tests")
        const direct = parseDirect(text)
        expect(unary._tag === "Tests" && unary.tests.map(plain)).toEqual(direct && [plain(direct)])
      }),
      { numRuns: 500 }
    )
  })

  it("has a result for any value", () => {
    const text = fc.oneof(
      fc.string({ unit: character, maxLength: 12 }),
      fc
        .array(fc.constantFrom("[", "(", "not(", ")", "..", "1", " ", ",", ">=", "≥", '"', "@", "-", "x"), {
          maxLength: 8
        })
        .map((parts) => parts.join(""))
    )
    for (const type of [money, score, span, date, tier, flag, area]) {
      fc.assert(
        fc.property(fc.oneof(text, fc.double(), fc.anything({ maxDepth: 2 })), (value) => {
          const cell = parseCell(value, type, open)
          if (cell.ok) expect(Ranges.covers(Fact.domain(type, true), cell.set)).toBe(true)
          else if (typeof value === "string" && cell.problem.start !== undefined) {
            expect(cell.problem.end).toBeGreaterThan(cell.problem.start)
            expect(cell.problem.end).toBeLessThanOrEqual(Math.max(1, value.length))
          }
        })
      )
    }
  })
})

const value = ({ text }: Literal): number => Number(text)
const plain = (test: Test): unknown =>
  test._tag === "Compare"
    ? { by: test.by, to: value(test.to) }
    : { from: value(test.from), to: value(test.to), ends: [test.fromIncluded, test.toIncluded] }
