/**
 * Parses durations, points on a clock and hours of a day from the words of the policy language.
 *
 * English and Chinese words are read, also short ones (`4h 30min`, `business days`). Core writes them with
 * `Text.length` and `Text.point`, which these parsers read back. Only `working …` uses a calendar.
 */
import { Instant } from "@hearback/core"
import type { ClockPoint, Target } from "../bundle/Bundle.ts"
import type { KeyLanguage } from "../vocabulary/KeyLanguage.ts"
import { type Family, type WrittenLength, writtenLength } from "../vocabulary/Unit.ts"

const HOUR = 3_600_000
const HUNDRED_YEARS = 36_525

/**
 * Returns the duration of a text, in the words of one language or, by default, of either.
 *
 * Errors: `undefined` — other words, units that cannot be added (`2 hours 1 working day`), no time at all (`0 hours`;
 * write
 * `same day`), or more than a hundred years.
 */
export const parseDuration = (text: string, language?: KeyLanguage): Target | undefined => {
  const found = writtenLength(text, language)
  if (found === undefined) return undefined
  if (found._tag === "Sum") return sumOf(found.parts)
  return found.family === "days" ? { _tag: "Civil", months: 0, days: 0 } : { _tag: "WorkingDays", days: 0 }
}

/**
 * Returns the point on a clock of a text: `50%`, `due`, `4 hours before`, `1 个工作日后`.  Errors: `undefined` if it is
 * none.
 */
export const parsePoint = (text: string, language?: KeyLanguage): ClockPoint | undefined => {
  const words = text.trim()
  if ((words === "due" || words === "到期") && isOf(words, language)) return { _tag: "Due" }
  const share = /^(\d{1,3})\s?%$/.exec(words)
  const percent = Number(share?.[1] ?? 0)
  if (share !== null) return percent >= 1 && percent <= 100 ? { _tag: "Share", percent } : undefined
  const [, length = "", side = ""] = /^(.+?)\s?(\sbefore|\safter|前|后)$/.exec(words) ?? []
  const by = isOf(side, language) ? parseDuration(length, language) : undefined
  if (by === undefined) return undefined
  return side === "前" || side === " before" ? { _tag: "Before", by } : { _tag: "After", by }
}

/**
 * Returns the hours of a text, `09:00-12:00`, as minutes of the day; an end before the start is on the next day.
 *
 * Errors: `undefined` — no leading zero, no such time, or no time between start and end.
 */
export const parseHours = (text: string): readonly [startMinute: number, endMinute: number] | undefined => {
  const found = /^(\d\d):(\d\d)\s?-\s?(\d\d):(\d\d)$/.exec(text.trim())
  const [h1, m1, h2, m2] = (found ?? []).slice(1).map(Number)
  if (h1 === undefined || m1 === undefined || h2 === undefined || m2 === undefined || m1 > 59 || m2 > 59)
    return undefined
  const [start, end] = [h1 * 60 + m1, h2 * 60 + m2]
  if (start >= 1440 || end > 1440 || start === end) return undefined
  return [start, end < start ? end + 1440 : end]
}

/** Returns the hours of a date from a text, `2026-12-24 12:00-24:00`.  Errors: `undefined` if it is none. */
export const parseDayHours = (
  text: string
): { readonly date: string; readonly shift: readonly [startMinute: number, endMinute: number] } | undefined => {
  const [, date = "", hours = ""] = /^(\S+)\s+(.+)$/.exec(text.trim()) ?? []
  const shift = parseHours(hours)
  return shift === undefined || Instant.parseDate(date) === undefined ? undefined : { date, shift }
}

const sumOf = (parts: Extract<WrittenLength, { readonly _tag: "Sum" }>["parts"]): Target | undefined => {
  const sums: Record<Family, number> = { elapsed: 0, working: 0, workingDays: 0, months: 0, days: 0 }
  for (const { count, unit } of parts) sums[unit.family] += count * unit.size
  const families = new Set(parts.map(({ unit: { family } }) => (family === "months" ? "days" : family)))
  const days = sums.days + sums.months * 30.4375 + sums.workingDays + (sums.elapsed + sums.working) / (24 * HOUR)
  if (families.size !== 1 || days === 0 || days > HUNDRED_YEARS) return undefined
  if (families.has("elapsed")) return { _tag: "Elapsed", ms: sums.elapsed }
  if (families.has("working")) return { _tag: "Working", ms: sums.working }
  if (families.has("workingDays")) return { _tag: "WorkingDays", days: sums.workingDays }
  return { _tag: "Civil", months: sums.months, days: sums.days }
}

const isOf = (words: string, language: KeyLanguage | undefined): boolean =>
  language === undefined || (language === "en") === /[a-z]/.test(words)
