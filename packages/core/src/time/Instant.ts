/**
 * Instants as plain numbers, and the civil calendar as integer arithmetic.
 *
 * An instant is a whole number of milliseconds since 1970-01-01T00:00Z. A day is a whole number of days since
 * 1970-01-01 and means a local date, without a zone. Neither `Date` nor `Intl` is used, so the same input gives the
 * same answer on every machine and in every year.
 */
import { toInstant, toLocal, type Zone } from "./Zone.ts"

/** A point in time.  Units: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** A length of time.  Units: whole milliseconds. */
export type Millis = number

/** A date of the proleptic Gregorian calendar; `month` and `day` count from 1. */
export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The length of a minute. */
export const MINUTE: Millis = 60_000
/** The length of an hour. */
export const HOUR: Millis = 3_600_000
/** The length of a day of 24 hours. */
export const DAY: Millis = 86_400_000

/** Returns the day number of a date (0 = 1970-01-01).  Source: the 400-year cycle of 146,097 days, from 1 March. */
export const daysFromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Returns the date of a day number: the inverse of `daysFromCivil`. */
export const civilFromDays = (days: number): Civil => {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  }
}

/** Returns the day number of `YYYY-MM-DD`.  Errors: undefined for another form, or a date that does not exist. */
export const parseDate = (text: string): number | undefined => {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (found === null) return undefined
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return daysFromCivil(year, month, day)
}

/** Returns a day number as `YYYY-MM-DD`. */
export const renderDate = (days: number): string => {
  const { year, month, day } = civilFromDays(days)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** Returns the weekday of a day number, 0 = Monday … 6 = Sunday. */
export const weekday = (days: number): number => (((days + 3) % 7) + 7) % 7

/** Returns the day `months` months later, at most the last day of that month (08-31 + 6 months = 02-28). */
export const addMonths = (days: number, months: number): number => {
  const { year, month, day } = civilFromDays(days)
  const count = year * 12 + month - 1 + months
  const y = Math.floor(count / 12)
  const m = count - y * 12 + 1
  return daysFromCivil(y, m, Math.min(day, daysInMonth(y, m)))
}

/**
 * Returns the instant in a text: ISO 8601 with `Z` or an offset. With a zone also a local time (`2026-11-20 09:00`,
 * `2026-11-20T09:00:30`), or a date, which means its 00:00.
 *
 * Errors: undefined for another form, a date or time that does not exist, or a local time without a zone.
 */
export const parseInstant = (text: string, zone?: Zone): Instant | undefined => {
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text)
  const days = found === null ? undefined : parseDate(found[1] ?? "")
  if (found === null || days === undefined) return undefined
  const [hour, minute, second] = [Number(found[2] ?? 0), Number(found[3] ?? 0), Number(found[4] ?? 0)]
  const milli = Number((found[5] ?? "0").slice(0, 3).padEnd(3, "0"))
  // 24:00 is the end of a day, so no later time is allowed.
  if (minute > 59 || second > 59 || hour > 24 || (hour === 24 && minute + second + milli > 0)) return undefined
  const local = days * DAY + hour * HOUR + minute * MINUTE + second * 1000 + milli
  const offset = found[6] === undefined ? undefined : parseOffset(found[6])
  if (found[6] !== undefined) return offset === undefined ? undefined : local - offset
  return zone === undefined ? undefined : toInstant(local, zone)
}

/** Returns the local time to the minute, as `2026-11-16 14:40`. */
export const renderInstant = (at: Instant, zone: Zone): string => renderLocal(toLocal(at, zone))

/** Returns the local date of an instant, as `2026-11-16`. */
export const renderDay = (at: Instant, zone: Zone): string => renderDate(Math.floor(toLocal(at, zone) / DAY))

/**
 * Returns a due in local time as people write it: a due at the end of a day is `2027-02-18 24:00`, not 00:00 of the
 * next.
 */
export const renderDue = (at: Instant, zone: Zone): string => {
  const local = toLocal(at, zone)
  return modulo(local, DAY) === 0 ? `${renderDate(local / DAY - 1)} 24:00` : renderLocal(local)
}

/** Returns the date of a due as `YYYY-MM-DD`: that of the last moment before it. */
export const dueDate = (at: Instant, zone: Zone): string => renderDate(Math.floor(toLocal(at - 1, zone) / DAY))

/** Returns an instant as `2026-11-16T06:40:00.000Z`. */
export const renderIso = (at: Instant): string => {
  const inDay = modulo(at, DAY)
  const second = Math.floor(inDay / 1000)
  const time = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map((part) => pad(part)).join(":")
  return `${renderDate(Math.floor(at / DAY))}T${time}.${pad(inDay % 1000, 3)}Z`
}

const daysInMonth = (year: number, month: number): number =>
  (month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1)) - daysFromCivil(year, month, 1)

const renderLocal = (local: number): string => {
  const minute = Math.floor(modulo(local, DAY) / MINUTE)
  return `${renderDate(Math.floor(local / DAY))} ${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

const parseOffset = (text: string): Millis | undefined => {
  if (text === "Z") return 0
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))]
  if (hours > 23 || minutes > 59) return undefined
  return (text.startsWith("-") ? -1 : 1) * (hours * HOUR + minutes * MINUTE)
}

const pad = (value: number, width = 2): string => String(value).padStart(width, "0")

const modulo = (value: number, by: number): number => value - Math.floor(value / by) * by

/** Returns the end of a day that begins at an instant. A day may be an hour shorter or longer than 24 hours. */
export const endOfDay = (begins: Instant, zone: Zone): Instant => toInstant(toLocal(begins, zone) + DAY, zone)
