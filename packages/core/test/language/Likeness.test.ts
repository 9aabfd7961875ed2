import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { character } from "../../../../test/Character.ts"
import { alike } from "../../src/language/likeness/Likeness.ts"
import { reordered, reposted, reworded } from "./pairs.ts"

/** The likeness that the base pack requires. */
const ALIKE = 0.85
const shareOf = (pairs: readonly (readonly [string, string])[]): number =>
  pairs.filter(([a, b]) => alike(a, b) >= ALIKE).length / pairs.length

describe("Likeness", () => {
  it("F-J1 · the same text with small edits is alike", () => {
    expect(shareOf(reposted)).toBeGreaterThanOrEqual(0.95)
    // No text is alike to that of another pair.
    const others = reposted.flatMap(([a], i) => reposted.slice(0, i).map(([, b]) => [a, b] as const))
    expect(others.filter(([a, b]) => alike(a, b) >= 0.5)).toEqual([])
  })

  it("F-J1 · the same words in another order are alike", () => {
    expect(shareOf(reordered)).toBeGreaterThanOrEqual(0.8)
  })

  it("F-J1 · other words for the same thing are not alike, even if a person would say so", () => {
    expect(shareOf(reworded)).toBe(0)
  })

  it.each([
    ["My invoice is wrong", "My invoice is late"],
    ["The parcel has not arrived", "The parcel has arrived damaged"],
    ["Where is my refund?", "Where is my parcel?"],
    ["发票开错了", "快递送错了"],
    ["我要退款", "我要换货"],
    ["快递还没到", "快递破损了"],
    ["It is not what I wanted and I want my money back", "It was not what you said and I had to wait for it"]
  ])("F-J1 · %j and %j share what every text has", (a, b) => {
    expect(alike(a, b)).toBeLessThan(ALIKE)
  })

  it("F-J1 · a short text is not alike to a long one that contains its words among many others", () => {
    const long = reposted.slice(0, 25).map(([a]) => a)
    for (const text of long) expect(alike(text, long.join(" "))).toBeLessThan(0.5)
    const han = reposted.slice(25).map(([a]) => a)
    for (const text of han) expect(alike(text, han.join(""))).toBeLessThan(0.5)
  })

  it("a text that says a little more is alike", () => {
    expect(alike("支付页报错", "支付页又报错了")).toBeGreaterThan(ALIKE)
    expect(alike("My invoice is wrong", "Hello, as I wrote before: my invoice is wrong!")).toBe(1)
  })

  it("ignores case, width, blanks, traditional forms and punctuation", () => {
    expect(alike("Payment page: ERROR!", "payment  page error")).toBe(1)
    expect(alike("ＡＢＣ，报错", "abc报错。")).toBe(1)
    expect(alike("帳單不對", "账单不对")).toBe(1)
    expect(alike("My invoices weren’t corrected", "my invoice were not correct")).toBe(1)
  })

  it("compares texts of one word or none", () => {
    expect([alike("好", "好"), alike("好", "坏")]).toEqual([1, 0])
    expect([alike("", ""), alike("", "报错"), alike("……", "!!")]).toEqual([0, 0, 0])
  })

  it("is symmetric, between 0 and 1, and 1 for a text with itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: character }), fc.string({ unit: character }), (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a))
        expect(alike(a, b) >= 0 && alike(a, b) <= 1).toBe(true)
        expect(alike(`ab${a}`, `ab${a}`)).toBeCloseTo(1)
      })
    )
  })

  it("takes long texts", () => {
    const long = "今天又出错了，请尽快处理。".repeat(20_000)
    expect(alike(long, "今天又出错了，请尽快处理")).toBe(1)
    expect(alike("a word of it ".repeat(50_000), "some other text ".repeat(50_000))).toBeLessThan(ALIKE)
  })
})
