/**
 * Business time: adds working hours on the office calendar of itr-service, compared with a function for that one
 * office.
 *
 * The hand-written function knows one time zone without summer time, the same hours on every working day and a set of
 * holidays and make-up days; it goes day by day. Both are checked to give the same result.
 */
import { Calendar, Instant, Policy } from "@hearback/core"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import { mulberry } from "./Examples.ts"
import { race } from "./Race.ts"
import { time } from "./Report.ts"

const { DAY, HOUR, MINUTE } = Instant
const EAST = 8 * HOUR

const officeByHand = (closed: ReadonlySet<number>, open: ReadonlySet<number>) => {
  const shifts = [
    [9 * HOUR, 12 * HOUR],
    [13 * HOUR + 30 * MINUTE, 18 * HOUR]
  ] as const
  const isOpen = (day: number): boolean => {
    if (closed.has(day)) return false
    // 1970-01-01 was a Thursday.
    return (day + 3) % 7 < 5 || open.has(day)
  }
  return (from: number, working: number): number => {
    const local = from + EAST
    let day = Math.floor(local / DAY)
    let at = local - day * DAY
    let left = working
    for (;;) {
      if (isOpen(day))
        for (const [start, end] of shifts) {
          const begins = Math.max(at, start)
          if (begins >= end) continue
          if (left <= end - begins) return day * DAY + begins + left - EAST
          left -= end - begins
        }
      day += 1
      at = 0
    }
  }
}

/** Measures this subject. */
export const measure: Measure = (give) => {
  const policy = Policy.load(Examples.bundle("itr-service"))
  const calendar = Policy.calendar(policy, "办公")
  const days = (dates: readonly string[]) => new Set(dates.map((date) => Instant.parseDate(date) ?? Number.NaN))
  const byHand = officeByHand(days(calendar.rule.closed), days(calendar.rule.open))
  const random = mulberry(4)
  const begin = Date.UTC(2026, 0, 1)
  const starts = Array.from({ length: 1_024 }, () => begin + Math.floor((random() * 300 * DAY) / MINUTE) * MINUTE)
  for (const [what, hours] of [
    ["4 working hours", 4],
    ["5 working days of 7.5 hours", 37.5],
    ["a working year of 1,875 hours", 1_875]
  ] as const) {
    const working = hours * HOUR
    for (const start of starts)
      if (Calendar.add(calendar, start, working) !== byHand(start, working))
        throw new Error(`the calendar and the function by hand differ ${hours} h after ${start}`)
    const raced = race([
      {
        name: "ours",
        run: (times) => {
          let sum = 0
          for (let i = 0; i < times; i++) sum += Calendar.add(calendar, starts[i & 1_023] as number, working)
          return sum
        }
      },
      {
        name: "hand",
        run: (times) => {
          let sum = 0
          for (let i = 0; i < times; i++) sum += byHand(starts[i & 1_023] as number, working)
          return sum
        }
      }
    ])
    give({
      what: `add ${what}`,
      ours: time(raced.ns("ours")),
      limit: `day by day ${time(raced.ns("hand"))}`,
      ratio: raced.ratio("ours", "hand")
    })
  }
}
