/** Corrects quantities that are almost written correctly, if their meaning is certain. */
import { Instant } from "@hearback/core"
import { parseDayHours, parseDuration, parseHours } from "./Duration.ts"

/** The parameter of a finding whose value can be corrected. */
export interface Proposed {
  readonly proposal?: string
}

const proposed = (found: string, proposal: string | undefined, isRight: (text: string) => boolean): Proposed =>
  proposal !== undefined && proposal !== found && isRight(proposal) ? { proposal } : {}

const two = (number: string | undefined): string => (number ?? "").padStart(2, "0")

/** Corrects hours: `9:00-18:00`, `9:00–18:00`, `９：００～１８：００`. */
export const hoursMeant = (found: string): Proposed => {
  const [, h1, m1, h2, m2] =
    /^(\d{1,2}):(\d\d)\s*(?:[-–—~至]|to)\s*(\d{1,2}):(\d\d)$/.exec(found.normalize("NFKC").trim()) ?? []
  const hours = h1 === undefined ? undefined : `${two(h1)}:${m1}-${two(h2)}:${m2}`
  return proposed(found, hours, (text) => parseHours(text) !== undefined)
}

/** Corrects a date: `2026-1-5`, `2026/01/05`, `2026年1月5日`. */
export const dateMeant = (found: string): Proposed => {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(found.trim()) ?? []
  const date = year === undefined ? undefined : `${year}-${two(month)}-${two(day)}`
  return proposed(found, date, (text) => Instant.parseDate(text) !== undefined)
}

/** Corrects hours of a date: `2026-12-24 12:00` if it is closed from then on; `2026-12-24 9:00-12:00`. */
export const dayMeant = (found: string, is: "closed" | "open"): Proposed => {
  const [, date = found, hours] = /^(\S+)\s+(.+)$/.exec(found.trim()) ?? []
  const day = dateMeant(date).proposal ?? date
  const isTime = /^\d{1,2}:\d\d$/.test(hours ?? "")
  const stretch = !isTime || hours === undefined ? hours : is === "closed" ? `${hours}-24:00` : undefined
  const meant = stretch === undefined ? undefined : (hoursMeant(stretch).proposal ?? stretch)
  if (hours === undefined) return dateMeant(found)
  return proposed(found, `${day} ${meant}`, (text) => parseDayHours(text) !== undefined)
}

const digits = "零一二三四五六七八九"

/** Returns the digits of a number below a hundred in Chinese words: `两`, `十五`, `三十`. */
const numberIn = (words: string): string => {
  const [, tens, ten, ones = ""] =
    /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(words.replace("两", "二")) ?? []
  if (ten !== "十") return String(digits.indexOf(ones === "" ? (tens ?? "") : ones))
  return String((tens === "" ? 1 : digits.indexOf(tens ?? "")) * 10 + Math.max(0, digits.indexOf(ones)))
}

/** Corrects a duration: `3 Working Days`, `3 workdays`, `两个工作日`, `24小时内`. */
export const lengthMeant = (found: string): Proposed => {
  const words = found
    .trim()
    .toLowerCase()
    .replace(/^([一二两三四五六七八九十]{1,3})(?=个|天|日|周|小时|工作|分钟|月|年)/u, (number) => numberIn(number))
    .replace(/^(\d+)\s*(?=\p{Script=Han})/u, "$1 ")
    .replace(/(?<=\p{Script=Han})(?:[以之]?内)$/u, "")
    .replace(/\bwork(?:ing)?[ -]?(day|hour|minute)/g, "working $1")
  return proposed(found, words, (text) => parseDuration(text) !== undefined)
}
