/**
 * Public holidays by country code, as dates.
 *
 * Those of China have the make-up days on weekends; those of every other country have the public holidays with their
 * substitute days. Half-days are omitted, because they do not close a date. The table was made from two holiday
 * packages when this package was built, and has the years from 2000 to 2035, or as far as they are known.
 * Source: docs/decisions/0010-time-as-data.md
 */
import { Instant } from "@hearback/core"
import { table } from "../generated/holidays.js"
import { daysRead } from "./DayList.ts"

/** The holidays of a country or a part of one. */
export interface Holidays {
  readonly closed: readonly string[]
  /** Weekend days that are worked in exchange for a holiday. */
  readonly open: readonly string[]
  /** The first year that is known. */
  readonly publishedFrom: number
  /** The last year that is known completely. */
  readonly publishedThrough: number
}

/**
 * The line of a code in the table: `GB-ENG 2000-2035 +… -…`, with the days that it has in addition to the country,
 * and those that it lacks.
 */
interface Line {
  readonly from: number
  readonly through: number
  readonly closed: readonly number[]
  readonly notClosed: readonly number[]
  readonly open: readonly number[]
}

/** The day from which the table counts days, the end of 1999. */
export const beforeFirst = Instant.parseDate("1999-12-31") as number

const known = new Map<string, Holidays>()

/**
 * Returns the holidays of an ISO 3166 code, in capitals: a country (`CN`, `US`) or a part of one (`GB-ENG`).
 *
 * Errors: `undefined` — the code does not exist, or its holidays are unknown.
 */
export const holidays = (code: string): Holidays | undefined => {
  const found = known.get(code) ?? read(code)
  if (found !== undefined) known.set(code, found)
  return found
}

const read = (code: string): Holidays | undefined => {
  const line = lineOf(code)
  if (line === undefined) return undefined
  const country = code.includes("-") ? lineOf(code.slice(0, 2)) : undefined
  const gone = new Set(line.notClosed)
  const closed = [...(country?.closed ?? []).filter((day) => !gone.has(day)), ...line.closed]
  return {
    closed: closed.sort((a, b) => a - b).map(Instant.renderDate),
    open: line.open.map(Instant.renderDate),
    publishedFrom: line.from,
    publishedThrough: line.through
  }
}

const lineOf = (code: string): Line | undefined => {
  const start = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) ? table.indexOf(`\n${code} `) : -1
  if (start < 0) return undefined
  const [, years = "", ...lists] = table.slice(start + 1, table.indexOf("\n", start + 1)).split(" ")
  const [from, through] = years.split("-")
  const listOf = (mark: string) => daysRead(lists.find((list) => list.startsWith(mark))?.slice(1) ?? "", beforeFirst)
  return {
    from: Number(from),
    through: Number(through),
    closed: listOf("+"),
    notClosed: listOf("-"),
    open: listOf("*")
  }
}
