/**
 * What a policy may promise: a length in one of four units that never convert into each other, and points on a clock.
 *
 * Only the working units use a calendar. `same day` is `Civil` with nothing in it, `same working day` is no working
 * days. Source: the policy language, "length of time" and "point on a clock".
 */
import { addMonths, DAY, daysFromCivil, HOUR, type Millis } from "./Instant.ts"

export type Target =
  /** Time that passes, round the clock. */
  | { readonly _tag: "Elapsed"; readonly ms: Millis }
  /** Open time of a calendar. */
  | { readonly _tag: "Working"; readonly ms: Millis }
  /** Open dates of a calendar. */
  | { readonly _tag: "WorkingDays"; readonly days: number }
  /** Dates on the wall: months first, clipped to the end of a shorter month, then days. */
  | { readonly _tag: "Civil"; readonly months: number; readonly days: number }

export type ClockPoint =
  /** Of the open time between start and due for working units, of the time that passes otherwise. */
  | { readonly _tag: "Share"; readonly percent: number }
  | { readonly _tag: "Due" }
  | { readonly _tag: "Before"; readonly by: Target }
  | { readonly _tag: "After"; readonly by: Target }

export const elapsed = (ms: Millis): Target => ({ _tag: "Elapsed", ms })
export const working = (ms: Millis): Target => ({ _tag: "Working", ms })
export const workingDays = (days: number): Target => ({ _tag: "WorkingDays", days })
export const civil = (months: number, days: number): Target => ({ _tag: "Civil", months, days })

/** Returns whether the target is counted on a calendar. */
export const isWorking = (target: Target): boolean => target._tag === "Working" || target._tag === "WorkingDays"

/**
 * Returns which of two targets is longer whatever the start: negative, 0 or positive as for sorting.
 *
 * Errors: `undefined` — that depends on the calendar, or on the month or hour of the start (`24 hours` against
 * `1 day`, `30 days` against `1 month`).
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

/** How much time may pass at least and at most; a calendar may stretch working units without limit. */
const bounds = (target: Target): readonly [Millis, Millis] => {
  switch (target._tag) {
    case "Elapsed":
      return [target.ms, target.ms]
    case "Working":
      return [target.ms, Number.POSITIVE_INFINITY]
    case "WorkingDays":
      return [(target.days - 2) * DAY, Number.POSITIVE_INFINITY]
    case "Civil":
      // A day more or less by the first day and the close of day, and hours by clocks put forward or back.
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
  // The lengths of a run of months repeat after four years but for centuries; every start in eight years is enough.
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
