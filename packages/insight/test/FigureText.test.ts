import { MadeUp } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { groupingTitle, renderTarget, renderValue } from "../src/index.ts"
import { texts } from "../src/text/Texts.ts"

const share = { _tag: "Amount", scale: 2, unit: "%", min: 0, max: 100 } as const
const count = { _tag: "Amount", scale: 2, unit: "", min: 0 } as const
const HOUR = 3_600_000
const MAX = Number.MAX_SAFE_INTEGER

describe("a figure in words", () => {
  it.each([
    ["share", 12 / 13, "92.3%"],
    ["share", 1, "100%"],
    ["share", 9999 / 10_000, "99.9%"],
    ["share", 1 / 10_000, "0.1%"],
    ["mean", 1 / 3, "0.33"],
    ["net", 25, "+25"],
    ["net", -100 / 3, "-33"],
    ["median", 52 * HOUR, "2 d 4 h"],
    ["median", 0, "0 min"],
    ["count", 7, "7"]
  ] as const)("%s %s", (shape, value, says) => {
    expect(renderValue(shape, value, "en")).toBe(says)
  })
  it("has Chinese words", () => {
    expect(renderValue("median", 52 * HOUR, "zh-CN")).toBe("2 天 4 小时")
  })
  it("can be in an invented language, with every text marked", () => {
    const { madeUp, unmarked, whileSpoken } = MadeUp
    const said = whileSpoken("en", [texts], () => [
      renderValue("median", 52 * HOUR, madeUp),
      ...["person", "department", "category", "kind", "channel"].map((name) => groupingTitle(name, madeUp) ?? name)
    ])
    expect(said[0]).toBe("2 ⟦d⟧ 4 ⟦h⟧")
    expect(said.flatMap((text) => unmarked(text, "en"))).toEqual([])
  })
})

describe("a target in words", () => {
  it.each([
    [{ type: share, good: [9500, 10_001] }, "≥ 95%"],
    [{ type: share, good: [0, 301] }, "≤ 3%"],
    [{ type: share, good: [10_000, 10_001] }, "≥ 100%"],
    [{ type: share, good: [2000, 3001] }, "20%…30%"],
    [{ type: count, good: [300, MAX] }, "≥ 3"],
    [{ type: count, good: [0, 151] }, "≤ 1.5"],
    [{ type: { _tag: "Span" }, good: [0, 120 * HOUR + 1] }, "≤ 5 d"]
  ] as const)("%o", (target, says) => {
    expect(renderTarget(target, "en")).toBe(says)
  })
})
