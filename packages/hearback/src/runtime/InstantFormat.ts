/**
 * Reads instants of exports: in a format that a person gives, or in any unambiguous form. Texts without an offset are
 * in a given zone.
 */
import { Instant, Zone } from "@hearback/core"

/** Returns the instant of a text; undefined if it is none. */
export type ReadInstant = (text: string) => number | undefined

/** Returns the instant of a local time in a zone. The local time is written as the ms that UTC would have for it. */
export type LocalToInstant = (local: number) => number

/** What each letter of a format matches. */
const shapes = {
  year: "\\d{4}",
  shortYear: "\\d{2}",
  month: "\\d{1,2}",
  monthName: "\\p{L}{3,9}\\.?",
  day: "\\d{1,2}",
  hour: "\\d{1,2}",
  minute: "\\d{2}",
  second: "\\d{2}",
  fraction: "\\d{1,9}",
  half: "[ap]\\.?m\\.?|上午|下午",
  offset: "Z|[+-]\\d{2}:?\\d{2}"
} as const
type Part = keyof typeof shapes

const letters: Readonly<Record<string, Part>> = {
  yyyy: "year",
  YYYY: "year",
  yy: "shortYear",
  YY: "shortYear",
  MMMM: "monthName",
  MMM: "monthName",
  MM: "month",
  M: "month",
  dd: "day",
  DD: "day",
  d: "day",
  D: "day",
  HH: "hour",
  H: "hour",
  hh: "hour",
  h: "hour",
  mm: "minute",
  m: "minute",
  ss: "second",
  s: "second",
  SSS: "fraction",
  a: "half",
  A: "half",
  Z: "offset"
}
const token = /yyyy|YYYY|yy|YY|MMMM|MMM|MM|M|dd|DD|d|D|HH|H|hh|h|mm|m|SSS|ss|s|a|A|Z|'([^']*)'|\s+|./gu
const ofDate: readonly Part[] = ["year", "shortYear", "month", "monthName", "day"]

/**
 * Returns a reader of a format such as `dd/MM/yyyy HH:mm` or `M/d/yyyy h:mm a`; undefined if it lacks year, month or
 * day. Seconds and AM/PM are read even if the format has none, and a date without a time is its 00:00.
 */
export const readerOf = (format: string, zone: LocalToInstant): ReadInstant | undefined => {
  const tokens = [...format.matchAll(token)].map(([text, quoted]) => ({ text: quoted ?? text, part: letters[text] }))
  const parts = tokens.flatMap(({ part }) => part ?? [])
  const isGiven = (...among: readonly Part[]): boolean => among.some((part) => parts.includes(part))
  if (new Set(parts).size < parts.length) return undefined
  if (!isGiven("year", "shortYear") || !isGiven("month", "monthName") || !isGiven("day")) return undefined
  const lastOfDate = tokens.findLastIndex(({ part }) => part !== undefined && ofDate.includes(part))
  const isDateFirst = !tokens.slice(0, lastOfDate).some(({ part }) => part !== undefined && !ofDate.includes(part))
  const pattern = (from: number, to?: number): string =>
    tokens
      .slice(from, to)
      .map(patternOf)
      .join("")
      .replace(/:(\(\?<second>[^)]*\))/, "(?::$1(?:\\.\\d+)?)?")
  const seconds = isGiven("minute") && !isGiven("second") ? "(?::(?<second>\\d{2})(?:\\.\\d+)?)?" : ""
  const half = isGiven("hour") && !isGiven("half") ? `\\s*(?<half>${shapes.half})?` : ""
  const time = `${pattern(lastOfDate + 1)}${seconds}${half}`
  const whole = isDateFirst ? `${pattern(0, lastOfDate + 1)}(?:${time})?` : `${pattern(0)}${seconds}${half}`
  const shape = new RegExp(`^${whole}$`, "iu")
  return (text) => {
    const found = shape.exec(text.trim())?.groups
    return found === undefined ? undefined : instantOf(found, zone)
  }
}

const patternOf = ({ text, part }: { readonly text: string; readonly part: Part | undefined }): string => {
  if (part !== undefined) return `(?<${part}>${shapes[part]})`
  return /^\s+$/u.test(text) ? "\\s+" : text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
}

const numeric = "(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})日?"
const named =
  "(?:\\p{L}{3,9},?\\s+)?(?:(?<day1>\\d{1,2})[ -](?<name1>\\p{L}{3,9})\\.?[ ,-]+|(?<name2>\\p{L}{3,9})\\.?\\s+(?<day2>\\d{1,2}),?\\s+)(?<year2>\\d{4})"
const time =
  "(?<half1>上午|下午)?\\s*(?<hour>\\d{1,2})[:时](?<minute>\\d{2})分?(?::?(?<second>\\d{2})秒?(?:[.,](?<fraction>\\d{1,9}))?)?\\s*(?<half>[ap]\\.?m\\.?)?\\s*(?<offset>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?"
const unambiguous = new RegExp(`^(?:${numeric}|${named})(?:(?:T|,?\\s*)${time})?$`, "iu")

/**
 * Returns a reader of unambiguous forms: the year first, the month by its name, seconds or milliseconds since 1970,
 * and days since 1900 as spreadsheets count them.
 */
export const plainReader =
  (zone: LocalToInstant): ReadInstant =>
  (text) => {
    const bare = text.trim()
    if (/^\d{9,10}$/.test(bare)) return Number(bare) * 1000
    if (/^\d{12,13}$/.test(bare)) return Number(bare)
    if (/^[2-7]\d{4}(\.\d+)?$/.test(bare)) return zone(localOfSerial(Number(bare)))
    const found = unambiguous.exec(bare)?.groups
    if (found === undefined) return undefined
    const { year = found["year2"], day = found["day1"] ?? found["day2"], half = found["half1"], ...rest } = found
    return instantOf({ ...rest, year, day, half, monthName: found["name1"] ?? found["name2"] }, zone)
  }

/**
 * The instant of a spreadsheet's day. Day 1 is 1900-01-01, and spreadsheets count 29 February 1900, which did not
 * exist.
 */
const localOfSerial = (days: number): number =>
  Math.round(((days + Instant.daysFromCivil(1899, 12, 30)) * Instant.DAY) / 1000) * 1000

/** Makes the conversion of local times in a zone. */
export const inZone =
  (zone: Zone.Zone): LocalToInstant =>
  (local) =>
    Zone.toInstant(local, zone)

/**
 * Returns the conversion of a zone by its IANA name, from the platform; undefined if the platform does not know it.
 */
export const inNamedZone = (name: string): LocalToInstant | undefined => {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric"
    })
  } catch {
    return undefined
  }
  const offsetAt = (at: number): number => {
    const shown = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
  }
  // The first guess can be on the other side of a change of daylight saving time; the second is not.
  return (local) => local - offsetAt(local - offsetAt(local))
}

/** Frequent formats; those with the day first come before those with the month first. */
const usual = ["/", ".", "-"].flatMap((sign) =>
  [
    `dd${sign}MM${sign}yyyy`,
    `MM${sign}dd${sign}yyyy`,
    `dd${sign}MM${sign}yy`,
    `MM${sign}dd${sign}yy`,
    `yy${sign}MM${sign}dd`
  ].flatMap((date) => [`${date} HH:mm`, date])
)

/** Returns the formats in which all of some texts can be read. */
export const formatsOf = (texts: readonly string[]): readonly string[] => {
  const found = usual.filter((format) => {
    const read = readerOf(format, (local) => local)
    return texts.length > 0 && texts.every((text) => read?.(text) !== undefined)
  })
  // If a format with a time matches, the shorter one is not needed.
  const hasTime = texts.some((text) => text.includes(":"))
  return found.filter((format) => format.includes("HH") === hasTime)
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

type Found = Readonly<Record<string, string | undefined>>

const instantOf = (found: Found, zone: LocalToInstant): number | undefined => {
  const number = (part: Part, otherwise = 0): number => Number(found[part] ?? otherwise)
  const named = found["monthName"]
  const month = named === undefined ? number("month") : monthNamed(named)
  const year = found["shortYear"] === undefined ? number("year") : 2000 + number("shortYear")
  const hour = hourOf(number("hour"), found["half"])
  const [day, minute, second] = [number("day"), number("minute"), number("second")]
  const milli = Number((found["fraction"] ?? "0").slice(0, 3).padEnd(3, "0"))
  const days = Instant.daysFromCivil(year, month, day)
  const civil = Instant.civilFromDays(days)
  if (civil.month !== month || civil.day !== day || hour === undefined || minute > 59 || second > 59) return undefined
  if (hour > 24 || (hour === 24 && minute + second > 0)) return undefined
  const local = days * Instant.DAY + hour * Instant.HOUR + minute * Instant.MINUTE + second * 1000 + milli
  return found["offset"] === undefined ? zone(local) : local - offsetOf(found["offset"])
}

/** Returns the number of a month; 0 for a name of another language. */
const monthNamed = (name: string): number => {
  const short = name.toLowerCase().slice(0, 3)
  return months.indexOf(short) + 1
}

const hourOf = (hour: number, half: string | undefined): number | undefined => {
  if (half === undefined) return hour
  if (/^[上下]/u.test(half)) return half === "下午" && hour < 12 ? hour + 12 : hour
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

const offsetOf = (text: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? []
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * Instant.HOUR + Number(minutes ?? 0) * Instant.MINUTE)
}
