/** How long ago a date is, in months and days of the calendar. */
import { expect, it } from "vitest"
import * as Period from "../../src/table/Period.ts"
import { parseDate } from "../../src/time/Instant.ts"

const day = (date: string): number => parseDate(date) ?? Number.NaN
const since = (from: string, to: string): string | undefined => {
  const code = Period.between(day(from), day(to))
  return code === undefined ? undefined : Period.render(code)
}

it.each([
  ["2026-05-16", "2026-11-16", "6 months"],
  ["2026-05-15", "2026-11-16", "6 months 1 day"],
  ["2026-05-17", "2026-11-16", "5 months 30 days"],
  ["2026-01-31", "2026-02-28", "1 month"],
  ["2024-02-29", "2026-02-28", "2 years"],
  ["2026-11-16", "2026-11-16", "0 days"],
  ["2026-11-17", "2026-11-16", undefined]
])("F-C23 · from %s to %s it is %s", (from, to, says) => expect(since(from, to)).toBe(says))

it("F-C23 · grows with every day", () => {
  for (const from of ["2026-01-31", "2024-02-29", "2025-12-01"]) {
    const codes = Array.from({ length: 800 }, (_, n) => Period.between(day(from), day(from) + n) ?? -1)
    expect(codes.every((code, n) => n === 0 || code > (codes[n - 1] ?? code))).toBe(true)
  }
})

it.each(["6 months", "1 year 6 months", "14 days", "2 weeks", "6 个月", "1年"])("F-C23 · %s is read back", (text) => {
  const code = Period.parse(text)
  expect(code).toBeDefined()
  expect(Period.parse(Period.render(code ?? 0))).toBe(code)
})

it.each([
  ["year years 年", "24 months"],
  ["month months 个月", "2 months"],
  ["week weeks 周", "14 days"],
  ["day days 天", "2 days"]
])("F-C23 · two of %s are %s", (words, says) => {
  for (const word of words.split(" ")) expect(Period.parse(`2 ${word}`), word).toBe(Period.parse(says))
  expect(Period.parse("2 months 2 days")).toBe((Period.parse("2 months") ?? 0) + 2)
})

it.each(["30 days", "4 weeks", "6 hours", "months", "6", ""])("F-C23 · %s is no period", (text) =>
  expect(Period.parse(text)).toBeUndefined()
)
