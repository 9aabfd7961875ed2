/**
 * Quantities in the words of either key language: lengths of time, points on a clock, stretches of dates.
 *
 * A quantity keeps its number and its unit (`7 days` never becomes a week); short ones (`4h`) are written out.
 * Source: the language reference, values and appendix A.
 */
import type { KeyLanguage } from "./KeyLanguage.ts"
import { moments } from "./Vocabulary.ts"

interface Unit {
  readonly one: string
  readonly many: string
  readonly zh: string
  /** Read too, never written. */
  readonly also: readonly string[]
}

const unit = (one: string, zh: string, ...also: readonly string[]): Unit => ({ one, many: `${one}s`, zh, also })

export const units: readonly Unit[] = [
  unit("minute", "分钟", "min"),
  unit("hour", "小时", "h", "个小时"),
  unit("day", "天", "d", "日"),
  unit("week", "周", "w", "个星期"),
  unit("month", "个月"),
  unit("year", "年"),
  unit("working minute", "工作分钟", "business minute", "business minutes"),
  unit("working hour", "工作小时", "business hour", "business hours", "个工作小时"),
  unit("working day", "个工作日", "business day", "business days", "工作日")
]

const sameDays = [
  { en: "same day", zh: "当日", also: [] },
  { en: "same working day", zh: "当个工作日", also: ["same business day"] }
] as const

const byName = new Map(
  units.flatMap((each) => [each.one, each.many, each.zh, ...each.also].map((name) => [name, each]))
)

/** Returns a length of time in the words of a language, or nothing where the text is no length. */
export const lengthIn = (text: string, to: KeyLanguage): string | undefined => {
  const words = text.trim().replaceAll(/\s+/g, " ")
  const same = sameDays.find(({ en, zh, also }) => [en, zh, ...also].includes(words as never))
  if (same !== undefined) return to === "en" ? same.en : same.zh
  if (!/^(\d{1,7} ?[^\d\s][^\d]*)+$/.test(words)) return undefined
  const parts = [...words.matchAll(/(\d{1,7}) ?([^\d]+)/g)].map(([, number = "", name = ""]) => {
    const found = byName.get(name.trim())
    if (found === undefined) return undefined
    return `${number} ${to === "zh-CN" ? found.zh : Number(number) === 1 ? found.one : found.many}`
  })
  return parts.includes(undefined) ? undefined : parts.join(" ")
}

/** Returns a point on a clock (`due`, `50%`, `4 hours before`) in the words of a language, or nothing. */
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

/** Returns how long something lasts: a length, or `until closed`. */
export const lastingIn = (text: string, to: KeyLanguage): string | undefined =>
  text.trim() === untilClosed.en || text.trim() === untilClosed["zh-CN"] ? untilClosed[to] : lengthIn(text, to)

/** Returns two dates with the word between them, or nothing where it is one date. */
export const spellIn = (text: string, to: KeyLanguage): string | undefined => {
  const [first, last, more] = text.trim().split(/\s+to\s+|\s*至\s*/)
  return first === undefined || last === undefined || more !== undefined
    ? undefined
    : `${first} ${to === "en" ? "to" : "至"} ${last}`
}

/** Returns an instant so long after another (`+2 hours`), or nothing where it is a date. */
export const offsetIn = (text: string, to: KeyLanguage): string | undefined => {
  const length = text.trim().startsWith("+") ? lengthIn(text.trim().slice(1), to) : undefined
  return length === undefined ? undefined : `+${length}`
}

/** Returns a message and who gets it (`receipt to c-qin`), or nothing where only one of them is said. */
export const receiptIn = (text: string, to: KeyLanguage): string | undefined => {
  const [message, recipient, more] = text.trim().split(/\s+(?:to|给|至)\s+/)
  return message === undefined || recipient === undefined || more !== undefined
    ? undefined
    : `${message} ${to === "en" ? "to" : "给"} ${recipient}`
}
