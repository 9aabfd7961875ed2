import { Instant, type Zone } from "@hearback/core"
import { describe, expect, it } from "vitest"
import { moneyText } from "../../../src/cli/terminal/Amounts.ts"
import { fit, padEnd, tracks, widthOf, wrap } from "../../../src/cli/terminal/Columns.ts"
import { makePaint } from "../../../src/cli/terminal/Paint.ts"
import { tableLines } from "../../../src/cli/terminal/Table.ts"
import { lengthOf, localDue, localTime, relativeTime } from "../../../src/cli/terminal/Times.ts"

const shanghai: Zone.Zone = { id: "Asia/Shanghai", from: [], offsetMinutes: [480] }
const at = (text: string): number => Instant.parseInstant(text, shanghai) ?? Number.NaN

describe("width", () => {
  it("counts two columns for wide letters, none for colours and combining marks", () => {
    expect(widthOf("ab")).toBe(2)
    expect(widthOf("首问人")).toBe(6)
    expect(widthOf("，。（）")).toBe(8)
    expect(widthOf("e\u0301")).toBe(1)
    expect(widthOf(makePaint(true)("bad", "首"))).toBe(2)
    expect(padEnd("首", 4)).toBe("首  ")
  })

  it("cuts a text at a width, never through a wide letter", () => {
    expect(fit("abcdef", 4)).toBe("abc…")
    expect(widthOf(fit("首问人负责", 6))).toBeLessThanOrEqual(6)
    expect(fit("abc", 3)).toBe("abc")
  })

  it("wraps between words, and between wide letters without separating a closing mark", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"])
    for (const line of wrap("不丢任何东西：读不懂的留在这里，放行后开案件。", 12)) {
      expect(widthOf(line)).toBeLessThanOrEqual(12)
      expect(line).not.toMatch(/^[：，。]/)
    }
    expect(wrap("不丢任何东西：读不懂的", 12).join("")).toBe("不丢任何东西：读不懂的")
  })

  it("wraps a list only between its items", () => {
    expect(tracks(["a b", "c", "d"], " → ", 9)).toEqual(["a b → c →", "d"])
    expect(tracks([], " → ", 9)).toEqual([""])
  })

  it("wraps the widest cells of a table that is wider than the terminal, also coloured ones, like texts", () => {
    const red = (text: string): string => `\u001b[31m${text}\u001b[39m`
    const rows = [
      ["  自收到至客户闭环", red("−10 小时 14 分钟 … +21 小时 40 分钟"), "13.1%"],
      ["在办", "0", "unbreakable-and-long"]
    ]
    const columns = [{}, { align: "right" as const }, {}]
    const lines = tableLines(columns, rows, { within: 48 })
    expect(lines).toEqual([
      `    自收到至   ${red("−10 小时 14")}  13.1%`,
      `    客户闭环    ${red("分钟 … +21")}`,
      `                ${red("小时 40 分")}`,
      `                        ${red("钟")}`,
      "  在办                   0  unbreakable-and-long"
    ])
    expect(tableLines(columns, rows, { within: 200 })).toHaveLength(2)
  })

  it("aligns columns of both scripts", () => {
    const lines = tableLines(
      [{}, { align: "right" }],
      [
        ["首问人", "1"],
        ["owner", "12"]
      ],
      { within: 80 }
    )
    expect(new Set(lines.map(widthOf)).size).toBe(1)
  })
})

describe("times", () => {
  const now = at("2026-11-16 09:40")
  it("are local with the weekday, with the year only if it differs, and without a time if a due date is the end of a day", () => {
    expect(localTime(now, shanghai, now, "en")).toBe("Mon 16 Nov 09:40")
    expect(localTime(at("2026-11-22 12:00"), shanghai, now, "zh-CN")).toBe("11月22日（周日）12:00")
    expect(localTime(at("2027-01-16 00:00"), shanghai, now, "en")).toBe("Sat 16 Jan 2027 00:00")
    expect(localDue(at("2027-01-16 00:00"), shanghai, now, "en")).toBe("Fri 15 Jan 2027")
  })

  it("are relative in their two largest units", () => {
    expect(relativeTime(now + 26 * Instant.HOUR, now, "en")).toBe("in 1 d 2 h")
    expect(relativeTime(now - 90 * Instant.MINUTE, now, "en")).toBe("1 h 30 min late")
    expect(relativeTime(now + 30_000, now, "zh-CN")).toBe("还有 0 分钟")
    expect(lengthOf(2 * Instant.DAY, "zh-CN")).toBe("2 天")
  })
})

describe("amounts", () => {
  it("group thousands and have decimal places only if they are not zero", () => {
    expect(moneyText(1200, "CNY", "en")).toBe("1,200 CNY")
    expect(moneyText(1200, "CNY", "zh-CN")).toBe("1,200 元")
    expect(moneyText(1234567.5, "EUR", "en")).toBe("1,234,567.50 EUR")
    expect(moneyText(5, null, "en")).toBe("5")
  })
})
