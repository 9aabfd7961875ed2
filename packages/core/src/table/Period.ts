/**
 * The code of how long ago a date is, in whole months and days of the calendar: 32 times the months plus the remaining
 * days. Longer periods have larger codes, so `> 6 months` is exact, however long the months are.
 */
import { addMonths } from "../time/Instant.ts"

const MONTH = 32
/** From this number on, days may be a month, so they cannot be compared with months. */
const SHORTEST_MONTH = 28

/** Returns the code of the time between two days (day numbers); undefined if the first one is later. */
export const between = (from: number, to: number): number | undefined => {
  if (from > to) return undefined
  // A month has at most 31 days, so at least this many months have passed.
  let months = Math.floor((to - from) / 31)
  while (addMonths(from, months + 1) <= to) months += 1
  return months * MONTH + (to - addMonths(from, months))
}

const units: ReadonlyMap<string, readonly [months: number, days: number]> = new Map(
  (
    [
      [
        ["year", "years", "年"],
        [12, 0]
      ],
      [
        ["month", "months", "个月"],
        [1, 0]
      ],
      [
        ["week", "weeks", "周"],
        [0, 7]
      ],
      [
        ["day", "days", "天"],
        [0, 1]
      ]
    ] as const
  ).flatMap(([words, size]) => words.map((word): [string, readonly [number, number]] => [word, size]))
)

/**
 * Returns the code of a period such as `6 months`, `1 year 6 months`, `2 weeks`, `14 days`, `6 个月`.
 *
 * Errors: undefined for other words, and for days that may be a month.
 */
export const parse = (text: string): number | undefined => {
  const bare = text.trim()
  const parts = [...bare.matchAll(/(\d{1,5})\s*([a-z]+|[一-鿿]+)\s*/gy)]
  if (parts.length === 0 || parts.reduce((sum, part) => sum + part[0].length, 0) !== bare.length) return undefined
  let [months, days] = [0, 0]
  for (const [, count, word = ""] of parts) {
    const size = units.get(word)
    if (size === undefined) return undefined
    months += Number(count) * size[0]
    days += Number(count) * size[1]
  }
  return days < SHORTEST_MONTH ? months * MONTH + days : undefined
}

/** Returns the whole months of a period's code, and the days beyond them. */
export const parts = (code: number): { readonly months: number; readonly days: number } => ({
  months: Math.floor(code / MONTH),
  days: code % MONTH
})

/** Returns the text of a period's code, which `parse` reads back. */
export const render = (code: number): string => {
  const { months, days } = parts(code)
  const all = [
    [Math.floor(months / 12), "year"],
    [months % 12, "month"],
    [days, "day"]
  ] as const
  const said = all.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}${count === 1 ? "" : "s"}`]))
  return said.length === 0 ? "0 days" : said.join(" ")
}
