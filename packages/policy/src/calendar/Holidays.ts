/**
 * Public holidays by country code, as dates: the only file that asks the two holiday packages.
 *
 * China's come with the days made up for on weekends; every other country's are the public holidays with their
 * substitute days. Half-days are left out: they do not close a date. Dates are read from 2010 to 2035, or as far as
 * they are known.
 */
import { createRequire } from "node:module"
import type DateHolidays from "date-holidays"

export interface Holidays {
  readonly closed: readonly string[]
  /** Made up for on a weekend. */
  readonly open: readonly string[]
  /** The last year that is known completely. */
  readonly publishedThrough: number
}

const FIRST_YEAR = 2010
const LAST_YEAR = 2035
const DAY = 86_400_000
const HOUR = 3_600_000

const require = createRequire(import.meta.url)
const known = new Map<string, Holidays>()

/**
 * Returns the holidays of an ISO 3166 code, in capitals: a country (`CN`, `US`) or a part of one (`GB-ENG`).
 *
 * Errors: `undefined` — no such code, or none whose holidays are known.
 */
export const holidays = (code: string): Holidays | undefined => {
  const found = known.get(code) ?? (code === "CN" ? chinese() : elsewhere(code))
  if (found !== undefined) known.set(code, found)
  return found
}

const chinese = (): Holidays => {
  const days: { readonly holidays: object; readonly workdays: object } = require("chinese-days/dist/chinese-days.json")
  const dates = (of: object) =>
    Object.keys(of)
      .filter((date) => yearOf(date) >= FIRST_YEAR)
      .sort()
  const closed = dates(days.holidays)
  // A year is published as a whole, with National Day in October.
  const publishedThrough = Math.max(...closed.filter((date) => date.slice(5) === "10-01").map(yearOf))
  return { closed, open: dates(days.workdays), publishedThrough }
}

const elsewhere = (code: string): Holidays | undefined => {
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code)) return undefined
  // Thirteen megabytes of rules: loaded by those who need them.
  const Country: typeof DateHolidays = require("date-holidays")
  const [country = "", part] = code.split("-")
  const world = new Country()
  if (!Object.hasOwn(world.getCountries(), country)) return undefined
  const parts: object = world.getStates(country) ?? {}
  if (part !== undefined && !Object.keys(parts).some((name) => name.toUpperCase() === part)) return undefined
  const source = part === undefined ? new Country(country) : new Country(country, part)
  const found = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) =>
    source.getHolidays(FIRST_YEAR + i).filter(({ type }) => type === "public")
  ).flat()
  return {
    closed: [...new Set(found.flatMap(datesOf))].sort(),
    open: [],
    publishedThrough: publishedThrough(found)
  }
}

type Found = ReturnType<DateHolidays["getHolidays"]>[number]

/** The whole days of a holiday. A day on which clocks change is an hour short; a half-day is none. */
const datesOf = ({ date, start, end }: Found): readonly string[] => {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  const days = Math.floor((end.getTime() - start.getTime() + HOUR) / DAY)
  return Array.from({ length: days }, (_, i) => new Date(first + i * DAY).toISOString().slice(0, 10))
}

/** Some holidays follow no rule and are listed year by year; past the end of such a list a year is not known. */
const publishedThrough = (found: readonly Found[]): number => {
  const listed = new Map<string, Set<number>>()
  for (const { name, rule, date } of found)
    if (/^\d{4}-/.test(rule)) listed.set(name, (listed.get(name) ?? new Set()).add(yearOf(date)))
  // A day kept once or twice (a coronation, an election) does not make a list.
  const lists = [...listed.values()].filter((years) => years.size >= 8)
  return Math.min(LAST_YEAR, ...lists.map((years) => Math.max(...years)))
}

const yearOf = (date: string): number => Number(date.slice(0, 4))
