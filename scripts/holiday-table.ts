// The public holidays of every country and part of a country that the policy language knows, as lines of the table in
// `@hearback/policy`. Only this file uses the two holiday packages.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import DateHolidays from "date-holidays"
import { daysWritten } from "../packages/policy/src/calendar/DayList.ts"
import { beforeFirst } from "../packages/policy/src/calendar/Holidays.ts"

const firstYear = 2000
const lastYear = 2035
const DAY = 86_400_000
const HOUR = 3_600_000

const require = createRequire(import.meta.url)
const world = new DateHolidays()

/** Returns the codes of all countries and of their parts. */
export const codes = (): readonly string[] =>
  Object.keys(world.getCountries())
    .sort()
    .flatMap((country) => [country, ...partsOf(country).map((part) => `${country}-${part}`)])

/** Returns the codes of a country's parts. Longer names are not codes of ISO 3166. */
const partsOf = (country: string): readonly string[] =>
  country === "CN"
    ? []
    : Object.keys(world.getStates(country) ?? {})
        .filter((part) => /^[A-Z0-9]{1,3}$/.test(part))
        .sort()

/**
 * Returns the line of a code: its years, `+` closed days, and for a part `-` days of its country that are not closed
 * there.
 */
export const lineOf = (code: string): string => {
  if (code === "CN") return chinese()
  const [country = "", part] = code.split("-")
  const found = holidaysOf(country, part)
  const own = daysOf(found)
  const shared = part === undefined ? [] : daysOf(holidaysOf(country, undefined))
  const added = own.filter((day) => !shared.includes(day))
  const removed = shared.filter((day) => !own.includes(day))
  return written(code, `${firstYear}-${publishedThrough(found)}`, { "+": added, "-": removed })
}

type Mark = "+" | "-" | "*"

const written = (code: string, years: string, lists: Partial<Record<Mark, readonly number[]>>): string =>
  [
    code,
    years,
    ...Object.entries(lists).flatMap(([mark, days]) =>
      days.length === 0 ? [] : [`${mark}${daysWritten(days, beforeFirst)}`]
    )
  ].join(" ")

/** Returns the line of China, whose days are published as lists; `*` marks make-up days on a weekend. */
const chinese = (): string => {
  const days: { readonly holidays: object; readonly workdays: object } = require("chinese-days/dist/chinese-days.json")
  const dates = (of: object) => Object.keys(of).sort()
  const closed = dates(days.holidays)
  // A year is published completely, with National Day in October.
  const years = closed.filter((date) => date.slice(5) === "10-01").map(yearOf)
  return written("CN", `${Math.min(...years)}-${Math.max(...years)}`, {
    "+": closed.map(dayOf),
    "*": dates(days.workdays).map(dayOf)
  })
}

type Found = ReturnType<DateHolidays["getHolidays"]>[number]

const known = new Map<string, readonly Found[]>()

const holidaysOf = (country: string, part: string | undefined): readonly Found[] => {
  const code = `${country}-${part}`
  const before = known.get(code)
  if (before !== undefined) return before
  const source = part === undefined ? new DateHolidays(country) : new DateHolidays(country, part)
  const found = Array.from({ length: lastYear - firstYear + 1 }, (_, i) =>
    source.getHolidays(firstYear + i).filter(({ type }) => type === "public")
  ).flat()
  known.set(code, found)
  return found
}

const daysOf = (found: readonly Found[]): readonly number[] =>
  [...new Set(found.flatMap(wholeDays))].sort((a, b) => a - b)

/**
 * Returns the whole days of a holiday. A day on which clocks change may be an hour short; a half-day does not count.
 */
const wholeDays = ({ date, start, end }: Found): readonly number[] => {
  const days = Math.floor((end.getTime() - start.getTime() + HOUR) / DAY)
  return Array.from({ length: days }, (_, i) => dayOf(date) + i).filter((day) => day > beforeFirst)
}

/** Returns the last known year. Some holidays follow no rule and are listed by year; later years are not known. */
const publishedThrough = (found: readonly Found[]): number => {
  const listed = new Map<string, Set<number>>()
  for (const { name, rule, date } of found)
    if (/^\d{4}-/.test(rule)) listed.set(name, (listed.get(name) ?? new Set()).add(yearOf(date)))
  // Days that were kept once or twice (a coronation, an election) are not such a list.
  const lists = [...listed.values()].filter((years) => years.size >= 8)
  return Math.min(lastYear, ...lists.map((years) => Math.max(...years)))
}

const yearOf = (date: string): number => Number(date.slice(0, 4))
const dayOf = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY

/** The two packages with their versions and licences. */
export const sources = ["date-holidays", "chinese-days"].map((name) => {
  const folder = folderOf(name)
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly version: string }
  return { name, version, licence: readFileSync(join(folder, "LICENSE"), "utf8").trimEnd() }
})

function folderOf(name: string): string {
  let folder = dirname(require.resolve(name))
  while (!folder.endsWith(`/${name}`)) folder = dirname(folder)
  return folder
}
