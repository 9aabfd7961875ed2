/**
 * Writes quantities in either key language: durations, points on a clock, periods of dates.
 *
 * A quantity keeps its number and its unit (`7 days` never becomes a week); short forms (`4h`) are written out.
 * Source: the language reference, values and appendix A.
 */
import type { KeyLanguage } from "./KeyLanguage.ts"
import { moments } from "./Vocabulary.ts"

const MINUTE = 60_000
const HOUR = 3_600_000

/** What a unit measures: elapsed ms, ms of working time, calendar days or months, or working days. */
export type Family = "elapsed" | "working" | "workingDays" | "months" | "days"

interface Unit {
  readonly one: string
  readonly many: string
  readonly zh: string
  /** Other words that are read but never written. */
  readonly also: readonly string[]
  readonly family: Family
  /** The size of one unit, in the smallest unit of its family. */
  readonly size: number
}

const unit = (one: string, zh: string, family: Family, size: number, ...also: readonly string[]): Unit => ({
  one,
  many: `${one}s`,
  zh,
  also,
  family,
  size
})

/** All units of the language. */
export const units: readonly Unit[] = [
  unit("minute", "分钟", "elapsed", MINUTE, "min"),
  unit("hour", "小时", "elapsed", HOUR, "h", "个小时"),
  unit("day", "天", "days", 1, "d", "日"),
  unit("week", "周", "days", 7, "w", "个星期"),
  unit("month", "个月", "months", 1),
  unit("year", "年", "months", 12),
  unit("working minute", "工作分钟", "working", MINUTE, "business minute", "business minutes"),
  unit("working hour", "工作小时", "working", HOUR, "business hour", "business hours", "个工作小时"),
  unit("working day", "个工作日", "workingDays", 1, "business day", "business days", "工作日")
]

const sameDays = [
  { en: "same day", zh: "当日", also: [], family: "days" },
  { en: "same working day", zh: "当个工作日", also: ["same business day"], family: "workingDays" }
] as const

const byName = new Map(
  units.flatMap((each) => [each.one, each.many, each.zh, ...each.also].map((name) => [name, each]))
)

/** A duration as written: numbers with their units, or the words for the same day. */
export type WrittenLength =
  | { readonly _tag: "SameDay"; readonly family: "days" | "workingDays"; readonly en: string; readonly zh: string }
  | { readonly _tag: "Sum"; readonly parts: readonly { readonly count: number; readonly unit: Unit }[] }

/** Reads a duration, in the words of one language or, by default, of either.  Errors: `undefined` — other words. */
export const writtenLength = (text: string, language?: KeyLanguage): WrittenLength | undefined => {
  const words = text.trim().replaceAll(/\s+/g, " ")
  const isOurs = (word: string): boolean => language === undefined || (language === "en") === /[a-z]/.test(word)
  const same = sameDays.find(({ en, zh, also }) => [en, zh, ...also].includes(words as never))
  if (same !== undefined) return isOurs(words) ? { _tag: "SameDay", ...same } : undefined
  // Matches a number and its unit; the unit ends where the next number begins.
  if (!/^(\d{1,7} ?[^\d\s][^\d]*)+$/.test(words)) return undefined
  const parts = [...words.matchAll(/(\d{1,7}) ?([^\d]+)/g)].flatMap(([, number, name = ""]) => {
    const found = isOurs(name) ? byName.get(name.trim()) : undefined
    return [found === undefined ? undefined : { count: Number(number), unit: found }]
  })
  return parts.every((part) => part !== undefined) ? { _tag: "Sum", parts } : undefined
}

/** Returns a duration in the words of a language; undefined if the text is no duration. */
export const lengthIn = (text: string, to: KeyLanguage): string | undefined => {
  const found = writtenLength(text)
  if (found === undefined) return undefined
  if (found._tag === "SameDay") return to === "en" ? found.en : found.zh
  return found.parts
    .map(({ count, unit: { one, many, zh } }) => `${count} ${to === "zh-CN" ? zh : count === 1 ? one : many}`)
    .join(" ")
}

/**
 * Returns a point on a clock (`due`, `50%`, `4 hours before`) in the words of a language; undefined if the text is
 * none.
 */
export const pointIn = (text: string, to: KeyLanguage): string | undefined => {
  const words = text.trim()
  if (words === "due" || words === moments.due) return to === "en" ? "due" : moments.due
  const share = /^(\d{1,3})\s?%$/.exec(words)
  if (share !== null) return `${share[1]}%`
  const [, length = "", side = ""] = /^(.+?)\s*(\sbefore|\safter|前|后)$/.exec(words) ?? []
  const turned = lengthIn(length, to)
  if (turned === undefined) return undefined
  const isBefore = side === "前" || side === " before"
  return `${turned} ${to === "en" ? (isBefore ? "before" : "after") : isBefore ? "前" : "后"}`
}

const untilClosed = { en: "until closed", "zh-CN": "至结案" } as const

/** Returns how long something lasts: a duration, or `until closed`. */
export const lastingIn = (text: string, to: KeyLanguage): string | undefined =>
  text.trim() === untilClosed.en || text.trim() === untilClosed["zh-CN"] ? untilClosed[to] : lengthIn(text, to)

/** Returns two dates with the word between them; undefined if there is only one date. */
export const spellIn = (text: string, to: KeyLanguage): string | undefined => {
  const [first, last, more] = text.trim().split(/\s+to\s+|\s*至\s*/)
  return first === undefined || last === undefined || more !== undefined
    ? undefined
    : `${first} ${to === "en" ? "to" : "至"} ${last}`
}

/** Returns a duration after the previous step (`+2 hours`); undefined if the text is a date. */
export const offsetIn = (text: string, to: KeyLanguage): string | undefined => {
  const length = text.trim().startsWith("+") ? lengthIn(text.trim().slice(1), to) : undefined
  return length === undefined ? undefined : `+${length}`
}

/** Returns a message and its receiver (`receipt to c-qin`); undefined if the text names only one of them. */
export const receiptIn = (text: string, to: KeyLanguage): string | undefined => {
  const [message, recipient, more] = text.trim().split(/\s+(?:to|给|至)\s+/)
  return message === undefined || recipient === undefined || more !== undefined
    ? undefined
    : `${message} ${to === "en" ? "to" : "给"} ${recipient}`
}
