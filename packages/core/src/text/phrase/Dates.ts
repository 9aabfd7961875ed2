/** How instants and days are said: short where staff read a history, whole where a letter names them. */
import type { Language } from "../../policy/Rule.ts"
import { civilFromDays, DAY, type Instant, parseDate, weekday } from "../../time/Instant.ts"
import { toLocal, type Zone } from "../../time/Zone.ts"
import { texts } from "../catalogue/Texts.ts"

const pad = (value: number): string => String(value).padStart(2, "0")

/** Returns the time of a local reading, `14:32`. */
const timeOf = (local: number): string => {
  const minute = Math.floor((((local % DAY) + DAY) % DAY) / 60_000)
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

/** Returns an instant as seen from another: the time alone on the same day. A deadline that ends a day has no time. */
export const instant = (at: Instant, from: Instant, zone: Zone, language: Language, isDue: boolean): string => {
  const { days, time } = read(at, zone, isDue)
  if (days !== dayOf(from, zone)) return dated(at, from, zone, language, isDue)
  return time ?? texts[language].form.date.endOfDay
}

/** Returns an instant with its day, and the year where it is another one. A deadline that ends a day is that day. */
export const dated = (at: Instant, from: Instant, zone: Zone, language: Language, isDue: boolean): string => {
  const { days, time } = read(at, zone, isDue)
  const { date } = texts[language].form
  const day = civilFromDays(days)
  const isOtherYear = day.year !== civilFromDays(dayOf(from, zone)).year
  const said = date.short(day, date.weekdays[weekday(days)] ?? "", isOtherYear)
  return time === undefined ? said : date.moment(said, time)
}

const dayOf = (at: Instant, zone: Zone): number => Math.floor(toLocal(at, zone) / DAY)

/** The day and the time of an instant; a deadline that ends a day has none. */
const read = (at: Instant, zone: Zone, isDue: boolean): { readonly days: number; readonly time?: string } => {
  const local = toLocal(at, zone)
  return isDue && local % DAY === 0 ? { days: local / DAY - 1 } : { days: Math.floor(local / DAY), time: timeOf(local) }
}

/** Returns a day as a letter says it: `4 March 2019`, `2019年3月4日`. */
const long = (days: number, language: Language): string => texts[language].form.date.long(civilFromDays(days))

/** Returns the day of an instant as a letter says it. */
export const dayInLetter = (at: Instant, zone: Zone, language: Language): string => long(dayOf(at, zone), language)

/** Returns a date or a deadline, `2019-03-04` or `2019-03-04 17:00`, as a letter says it; another text as it is. */
export const dateInLetter = (date: string, language: Language): string => {
  const [, day = "", time = "24:00"] = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?$/.exec(date) ?? []
  const days = parseDate(day)
  if (days === undefined) return date
  return time === "24:00" ? long(days, language) : texts[language].form.date.at(long(days, language), time)
}

/** Returns a deadline as a letter says it; one that ends a day is that day, without a time. */
export const dueInLetter = (at: Instant, zone: Zone, language: Language): string => {
  const local = toLocal(at, zone)
  if (local % DAY === 0) return long(local / DAY - 1, language)
  return texts[language].form.date.at(long(Math.floor(local / DAY), language), timeOf(local))
}
