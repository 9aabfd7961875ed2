/** Quantities are written out in either key language and stay the same. */
import { describe, expect, it } from "vitest"
import { parseDuration, parsePoint } from "../../src/value/Duration.ts"
import { lastingIn, lengthIn, offsetIn, pointIn, receiptIn, spellIn, units } from "../../src/vocabulary/Unit.ts"

const spellings = units.flatMap(({ one, many, zh, also }) => [one, many, zh, ...also].map((word) => [word, many, zh]))

describe("durations", () => {
  it.each(spellings)("are read and written as the reader of durations does: %s", (word, many, zh) => {
    const read = parseDuration(`2 ${word}`)
    expect(read).toBeDefined()
    expect(lengthIn(`2${/^[a-z]$/.test(word) ? "" : " "}${word}`, "en")).toBe(`2 ${many}`)
    expect(lengthIn(`2 ${word}`, "zh-CN")).toBe(`2 ${zh}`)
    expect(parseDuration(`2 ${many}`, "en")).toEqual(read)
    expect(parseDuration(`2 ${zh}`, "zh-CN")).toEqual(read)
  })

  it.each([
    ["4h 30min", "4 hours 30 minutes", "4 小时 30 分钟"],
    ["1 working days", "1 working day", "1 个工作日"],
    ["same business day", "same working day", "当个工作日"],
    ["当日", "same day", "当日"]
  ])("are translated: %s is %s, in Chinese %s", (text, en, zh) => {
    expect([lengthIn(text, "en"), lengthIn(text, "zh-CN")]).toEqual([en, zh])
    expect(lengthIn(en, "zh-CN")).toBe(zh)
    expect(lengthIn(zh, "en")).toBe(en)
  })

  it.each(["soon", "3", "3 工作", "工作日", "三个工作日", "", "30 %"])("do not include %s", (text) => {
    expect(lengthIn(text, "en")).toBeUndefined()
    expect(parseDuration(text)).toBeUndefined()
  })
})

describe("quantities with durations", () => {
  it.each([
    ["due", "到期"],
    ["50%", "50%"],
    ["4 working hours after", "4 工作小时 后"],
    ["1 working day before", "1 个工作日 前"]
  ])("the point %s is %s", (en, zh) => {
    expect(pointIn(en, "zh-CN")).toBe(zh)
    expect(pointIn(zh, "en")).toBe(en)
    expect(parsePoint(zh)).toEqual(parsePoint(en))
    expect(pointIn(zh.replaceAll(" ", ""), "en")).toBe(en)
  })

  it("include others", () => {
    expect([lastingIn("until closed", "zh-CN"), lastingIn("至结案", "en"), lastingIn("30d", "en")]).toEqual([
      "至结案",
      "until closed",
      "30 days"
    ])
    expect([spellIn("2026-11-23 to 2026-11-27", "zh-CN"), spellIn("2026-11-23至2026-11-27", "en")]).toEqual([
      "2026-11-23 至 2026-11-27",
      "2026-11-23 to 2026-11-27"
    ])
    expect([offsetIn("+2h", "en"), offsetIn("+2 小时", "en"), offsetIn("2026-11-23", "en")]).toEqual([
      "+2 hours",
      "+2 hours",
      undefined
    ])
    expect([receiptIn("answer to c", "zh-CN"), receiptIn("answer 给 c", "en"), receiptIn("answer", "en")]).toEqual([
      "answer 给 c",
      "answer to c",
      undefined
    ])
  })
})
