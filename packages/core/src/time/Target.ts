/**
 * What a policy may promise: a length in one of four units that are never converted into each other, and points on a
 * clock.
 *
 * Only the working units use a calendar. `same day` is `Civil` with 0 months and 0 days; `same working day` is 0
 * working days. Source: the policy language, "length of time" and "point on a clock".
 */
import { addMonths, DAY, daysFromCivil, HOUR, type Millis } from "./Instant.ts"

/** A length of time of a policy, in one of four units. */
export type Target =
  /** Time that passes, day and night. */
  | { readonly _tag: "Elapsed"; readonly ms: Millis }
  /** Open time of a calendar. */
  | { readonly _tag: "Working"; readonly ms: Millis }
  /** Open dates of a calendar. */
  | { readonly _tag: "WorkingDays"; readonly days: number }
  /** Dates on the wall: months first, clipped to the end of a shorter month, then days. */
  | { readonly _tag: "Civil"; readonly months: number; readonly days: number }

/** A point on a clock between its start and its due, or around its due. */
export type ClockPoint =
  /** A share of the open time between start and due for working units, else of the time that passes. */
  | { readonly _tag: "Share"; readonly percent: number }
  | { readonly _tag: "Due" }
  | { readonly _tag: "Before"; readonly by: Target }
  | { readonly _tag: "After"; readonly by: Target }

/** Returns a length of time that passes. */
export const elapsed = (ms: Millis): Target => ({ _tag: "Elapsed", ms })
/** Returns a length of working time. */
export const working = (ms: Millis): Target => ({ _tag: "Working", ms })
/** Returns a length of working days. */
export const workingDays = (days: number): Target => ({ _tag: "WorkingDays", days })
/** Returns a length of months and days of the calendar. */
export const civil = (months: number, days: number): Target => ({ _tag: "Civil", months, days })

/** Returns whether a target is counted by a calendar. */
export const isWorking = (target: Target): boolean => target._tag === "Working" || target._tag === "WorkingDays"

/**
 * Returns which of two targets is longer for any start: negative, 0 or positive as for sorting.
 *
 * Errors: undefined if it depends on the calendar, or on the month or the hour of the start (`24 hours` and `1 day`,
 * `30 days` and `1 month`).
 */
export const compare = (one: Target, other: Target): number | undefined => {
  if (one._tag === "WorkingDays" && other._tag === "WorkingDays") return one.days - other.days
  if ((one._tag === "Elapsed" && other._tag === "Elapsed") || (one._tag === "Working" && other._tag === "Working"))
    return one.ms - other.ms
  const [[shortestA, longestA], [shortestB, longestB]] = [bounds(one), bounds(other)]
  if (shortestA > longestB) return shortestA - longestB
  if (longestA < shortestB) return longestA - shortestB
  return one._tag === "Civil" && other._tag === "Civil" ? compareCivil(one, other) : undefined
}

/** Returns the least and the most time that a target may take. A calendar may stretch working units without limit. */
const bounds = (target: Target): readonly [Millis, Millis] => {
  switch (target._tag) {
    case "Elapsed":
      return [target.ms, target.ms]
    case "Working":
      return [target.ms, Number.POSITIVE_INFINITY]
    case "WorkingDays":
      return [(target.days - 2) * DAY, Number.POSITIVE_INFINITY]
    case "Civil":
      // Allows for a day because of the first day and the close of day, and for hours because of changes of clocks.
      return [
        (target.months * 28 + target.days - 1) * DAY - 3 * HOUR,
        (target.months * 31 + target.days + 1) * DAY + 3 * HOUR
      ]
  }
}

const compareCivil = (
  one: { readonly months: number; readonly days: number },
  other: { readonly months: number; readonly days: number }
): number | undefined => {
  if (one.months === other.months) return one.days - other.days
  // The lengths of months repeat every four years, except for centuries, so all starts within eight years are enough.
  const signs = new Set<number>()
  let shown = 0
  for (let day = daysFromCivil(2096, 1, 1); day < daysFromCivil(2105, 1, 1); day++) {
    const apart = addMonths(day, one.months) + one.days - addMonths(day, other.months) - other.days
    signs.add(Math.sign(apart))
    shown = apart
  }
  return signs.size === 1 ? shown : undefined
}

/** Returns whether two lengths of time are written alike; `24 hours` and `1 day` are not. */
export const isSame = (one: Target, other: Target): boolean => {
  switch (one._tag) {
    case "Elapsed":
    case "Working":
      return one._tag === other._tag && one.ms === other.ms
    case "WorkingDays":
      return one._tag === other._tag && one.days === other.days
    case "Civil":
      return one._tag === other._tag && one.months === other.months && one.days === other.days
  }
}
