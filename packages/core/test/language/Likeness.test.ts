import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { alike } from "../../src/language/Likeness.ts"

describe("Likeness", () => {
  it("is the share of the shorter text's pairs that the other has", () => {
    expect(alike("支付页报错", "支付页又报错了")).toBe(0.75)
    expect(alike("支付页又报错了", "支付页报错")).toBe(0.75)
    expect(alike("登录失败", "支付页报错")).toBe(0)
  })

  it("counts neither case, width, blanks nor punctuation", () => {
    expect(alike("Payment page: ERROR!", "payment  page error")).toBe(1)
    expect(alike("ＡＢＣ，报错", "abc报错。")).toBe(1)
  })

  it("knows texts too short for a pair", () => {
    expect([alike("好", "好"), alike("好", "坏"), alike("好", "好的")]).toEqual([1, 0, 0])
    expect([alike("", ""), alike("", "报错"), alike("……", "!!")]).toEqual([0, 0, 0])
  })

  it("is symmetric, between 0 and 1, and 1 for a text with itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a))
        expect(alike(a, b) >= 0 && alike(a, b) <= 1).toBe(true)
        expect(alike(`ab${a}`, `ab${a}`)).toBe(1)
      })
    )
  })

  it("takes long texts", () => {
    const long = "今天又出错了，请尽快处理。".repeat(20_000)
    expect(alike(long, "今天又出错了")).toBe(1)
  })
})
