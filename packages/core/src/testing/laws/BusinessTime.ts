/**
 * Laws of business time: adding and measuring open time agree, for every calendar and every change of clocks.
 *
 * A law is a value that any implementation can be checked with: it takes one example and returns what is violated, or
 * nothing. The caller generates the examples.
 */

import { type Instant, type Millis, renderIso } from "../../time/Instant.ts"
import type { Calendar, Interval } from "../../time/OpenHours.ts"

/** The functions that the laws check. */
export interface BusinessTime {
  readonly add: (calendar: Calendar, from: Instant, working: Millis) => Instant
  readonly subtract: (calendar: Calendar, to: Instant, working: Millis) => Instant
  readonly between: (calendar: Calendar, from: Instant, to: Instant) => Millis
  readonly isOpen: (calendar: Calendar, at: Instant) => boolean
  readonly intervals: (calendar: Calendar, from: Instant, to: Instant) => readonly Interval[]
}

/** One example: a calendar with hours, two instants in order, two lengths. */
export interface BusinessTimeExample {
  readonly calendar: Calendar
  readonly from: Instant
  /** Not before `from`. */
  readonly to: Instant
  readonly a: Millis
  readonly b: Millis
}

/** A law of business time. */
export interface BusinessTimeLaw {
  readonly name: string
  /** Returns what is violated; undefined if the law holds. */
  readonly violation: (time: BusinessTime, example: BusinessTimeExample) => string | undefined
}

/** The laws of business time. */
export const businessTime: readonly BusinessTimeLaw[] = [
  {
    name: "measuring undoes adding",
    violation: ({ add, between }, { calendar: c, from, a }) =>
      unequal("between(from, add(from, a))", between(c, from, add(c, from, a)), a)
  },
  {
    name: "adding in two steps is adding at once",
    violation: ({ add }, { calendar: c, from, a, b }) =>
      unequal("add(add(from, a), b)", add(c, add(c, from, a), b), add(c, from, a + b))
  },
  {
    name: "adding nothing stays where it is",
    violation: ({ add }, { calendar: c, from }) => unequal("add(from, 0)", add(c, from, 0), from)
  },
  {
    name: "adding arrives at the earliest instant",
    violation: ({ add, between }, { calendar: c, from, a }) =>
      a === 0 ? undefined : unequal("between(from, add(from, a) - 1)", between(c, from, add(c, from, a) - 1), a - 1)
  },
  {
    name: "a later start is never due earlier",
    violation: ({ add }, { calendar: c, from, to, a }) =>
      add(c, from, a) <= add(c, to, a) ? undefined : `add(${renderIso(from)}, a) is after add(${renderIso(to)}, a)`
  },
  {
    name: "a longer length is due later",
    violation: ({ add }, { calendar: c, from, a, b }) =>
      b === 0 || add(c, from, a) < add(c, from, a + b) ? undefined : "add(from, a + b) is not after add(from, a)"
  },
  {
    name: "the parts of an interval add up to it",
    violation: ({ between }, { calendar: c, from, to, a, b }) => {
      const cut = from + (a + b === 0 ? 0 : Math.floor((to - from) * (a / (a + b))))
      return unequal(
        "between(from, cut) + between(cut, to)",
        between(c, from, cut) + between(c, cut, to),
        between(c, from, to)
      )
    }
  },
  {
    name: "going back undoes going on, up to closed time",
    violation: ({ add, subtract, between }, { calendar: c, from, a }) => {
      const back = subtract(c, add(c, from, a), a)
      return back < from || between(c, from, back) > 0 ? "subtract(add(from, a), a) leaves open time" : undefined
    }
  },
  {
    name: "the intervals are what is measured",
    violation: ({ between, intervals, isOpen }, { calendar: c, from, to }) => {
      const shown = intervals(c, from, to)
      const total = shown.reduce((sum, one) => sum + one.to - one.from, 0)
      const isApart = shown.every(
        (one, i) => one.from < one.to && one.from > (shown[i - 1]?.to ?? Number.NEGATIVE_INFINITY)
      )
      if (!isApart) return "intervals touch, overlap or are empty"
      if (!shown.every((one) => isOpen(c, one.from) && isOpen(c, one.to - 1))) return "an interval is not open"
      return unequal("sum of intervals", total, between(c, from, to))
    }
  },
  {
    name: "time is counted exactly while it is open",
    violation: ({ between, isOpen }, { calendar: c, from }) =>
      unequal("between(from, from + 1)", between(c, from, from + 1), isOpen(c, from) ? 1 : 0)
  }
]

const unequal = (what: string, found: number, expected: number): string | undefined =>
  found === expected ? undefined : `${what} is ${found}, not ${expected}`
