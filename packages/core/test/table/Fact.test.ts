import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Fact from "../../src/table/Fact.ts"
import * as Ranges from "../../src/table/Ranges.ts"
import { utc } from "../../src/time/Zone.ts"

const money: Fact.FactType = { _tag: "Amount", scale: 2, unit: "CNY" }
const score: Fact.FactType = { _tag: "Amount", scale: 0, unit: "", min: 0, max: 10 }
const tier: Fact.FactType = { _tag: "OneOf", values: ["strategic", "key", "标准"], graded: false }
const span: Fact.FactType = { _tag: "Span" }
const date: Fact.FactType = { _tag: "Date" }
const module: Fact.FactType = { _tag: "Text", values: ["pay", "login"] }
const flag: Fact.FactType = { _tag: "Flag" }

describe("Fact", () => {
  it.each([
    ["1200.00 CNY", 120_000],
    ["1200.5", 120_050],
    ["12.30cny", 1230],
    [0.1 + 0.7, undefined],
    [0.29, 29],
    [1.1, 110],
    ["1e3", 100_000],
    ["1.005e2", 10_050],
    [1e21, undefined],
    ["-0.05", -5],
    ["-0", 0],
    ["1.234", undefined],
    ["1.2300", 123],
    ["500 EUR", undefined],
    ["1,200", undefined],
    ["", undefined],
    [".", undefined],
    ["CNY", undefined],
    [true, undefined],
    ["0x10", undefined],
    ["NaN", undefined]
  ])("reads money %j as %j hundredths", (written, code) => {
    expect(Fact.encode(money, written)).toBe(code)
  })

  it("scales decimals exactly, without errors of binary fractions", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (code, scale) => {
        const type: Fact.FactType = { _tag: "Amount", scale, unit: "" }
        expect(Fact.encode(type, Fact.render(type, code))).toBe(code)
        expect(Fact.encode(type, Number(Fact.render(type, code)))).toBe(code)
      })
    )
  })

  it("refuses values outside its bounds", () => {
    expect([0, 10, 11, -1, 2.5].map((value) => Fact.encode(score, value))).toEqual([
      0,
      10,
      undefined,
      undefined,
      undefined
    ])
    expect(Fact.domain(score, false)).toEqual([0, 11])
    expect(Fact.domain({ _tag: "Amount", scale: 2, unit: "", min: 0, max: 10 }, true)).toEqual([
      Ranges.MIN,
      Ranges.MIN + 1,
      0,
      1001
    ])
  })

  it("recognises a share by its sign", () => {
    const share: Fact.FactType = { _tag: "Amount", scale: 0, unit: "%", min: 0, max: 100 }
    expect(Fact.encode(share, "85%")).toBe(85)
    expect(Fact.render(share, 85)).toBe("85%")
  })

  it("reads names, yes and no, and texts", () => {
    expect(["strategic", "标准", "gold", ""].map((value) => Fact.encode(tier, value))).toEqual([
      0,
      2,
      undefined,
      undefined
    ])
    expect([true, "yes", "是", "True", false, "no", "否", "maybe", 1].map((value) => Fact.encode(flag, value))).toEqual(
      [1, 1, 1, 1, 0, 0, 0, undefined, undefined]
    )
    expect(["pay", "login", "anything else"].map((value) => Fact.encode(module, value))).toEqual([1, 2, 0])
  })

  it.each([
    ["30 minutes", 1_800_000],
    ["4h 30min", 16_200_000],
    ["1 day 6 hours", 108_000_000],
    ["2 周", 1_209_600_000],
    ["1.5小时", 5_400_000],
    ["P1DT6H", 108_000_000],
    ["PT4H", 14_400_000],
    [90_000, 90_000],
    ["6 months", undefined],
    ["soon", undefined],
    ["", undefined],
    ["4", undefined],
    [-1, undefined],
    [1.5, undefined]
  ])("reads the length %j as %j ms", (written, code) => {
    expect(Fact.encode(span, written)).toBe(code)
  })

  it("reads dates in a zone, instants with their offset, and nothing else", () => {
    expect(Fact.encode(date, "2026-11-20", utc)).toBe(1_795_132_800_000)
    expect(Fact.encode(date, "2026-11-20T08:00:00+08:00")).toBe(1_795_132_800_000)
    expect(Fact.encode(date, "2026-11-20")).toBeUndefined()
    expect(Fact.encode(date, "2026-02-30", utc)).toBeUndefined()
  })

  it("takes a date without a time as its whole day", () => {
    const day = 1_795_132_800_000
    expect(Fact.encodeAll(date, "2026-11-20", utc)).toEqual([day, day + 86_400_000])
    expect(Fact.encodeAll(date, "2026-11-20 00:00", utc)).toEqual([day, day + 1])
    expect(Fact.encodeAll(score, 5)).toEqual([5, 6])
    expect(Fact.encodeAll(score, 11)).toBeUndefined()
  })

  it("renders every code so that it can be read back", () => {
    const back = (type: Fact.FactType, code: number): void => {
      expect(Fact.encode(type, Fact.render(type, code, Fact.english, utc), utc)).toBe(code)
    }
    for (const code of [0, 1, 2]) back(tier, code)
    for (const code of [0, 1]) back(flag, code)
    for (const code of [1, 2]) back(module, code)
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e9 }), (ms) => back(span, ms)))
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => back(date, ms)))
  })

  it("says unknown in the reader's language", () => {
    expect(Fact.render(tier, Fact.UNKNOWN)).toBe("unknown")
    expect(Fact.render(tier, Number.NaN, { yes: "是", no: "否", unknown: "未知", other: "其他文字", none: "无" })).toBe(
      "未知"
    )
  })

  it("renders sets as a policy writes them", () => {
    expect(Fact.renderSet(money, [5000, Ranges.MAX])).toBe(">= 50.00 CNY")
    expect(Fact.renderSet(score, [0, 3, 5, 6, 8, 10])).toBe("< 3, 5, [8..10)")
    expect(Fact.renderSet(tier, [0, 1, 2, 3])).toBe("strategic, 标准")
    expect(Fact.renderSet(flag, Fact.domain(flag, true))).toBe("unknown, no, yes")
    expect(Fact.renderSet(money, Fact.domain(money, false))).toBe("-")
  })
})
