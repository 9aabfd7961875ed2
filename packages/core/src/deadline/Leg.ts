/**
 * Measures and adds lengths over pieces of time, each with its own calendar.
 *
 * A clock has one piece, unless its calendar follows the owner: then each handover begins another piece.
 */
import * as Calendar from "../time/Calendar.ts"
import type { Instant, Millis } from "../time/Instant.ts"
import { isWorking, type Target } from "../time/Target.ts"

/** A change of calendar at an instant, for example when the case is handed to an owner elsewhere. */
export interface Leg {
  readonly from: Instant
  readonly calendar: Calendar.Calendar
}

/** A piece of time that one calendar counts. */
export interface Piece {
  readonly from: Instant
  /** The end; `Infinity` for the last piece. */
  readonly to: Instant
  readonly calendar: Calendar.Calendar
}

/** What a length is measured in: open time of the calendars, or time that passes. */
export type TimeMeasure = "open" | "elapsed"

/** Returns the measure for pauses and shares of a clock with this target. */
export const measureOf = (target: Target): TimeMeasure => (isWorking(target) ? "open" : "elapsed")

/** Returns the pieces from the start on. The leg in force at the start may have begun before it. */
export const pieces = (startedAt: Instant, calendar: Calendar.Calendar, legs: readonly Leg[]): readonly Piece[] => {
  if (legs.length === 0) return [{ from: startedAt, calendar, to: Number.POSITIVE_INFINITY }]
  const first = legs.findLast((leg) => leg.from <= startedAt)?.calendar ?? calendar
  const starts = [{ from: startedAt, calendar: first }, ...legs.filter(({ from }) => from > startedAt)]
  return starts.map((leg, i) => ({ ...leg, to: starts[i + 1]?.from ?? Number.POSITIVE_INFINITY }))
}

/** Returns how much of `[from, to)` the pieces cover.  Units: ms. */
export const measured = (over: readonly Piece[], from: Instant, to: Instant, measure: TimeMeasure): Millis => {
  let total = 0
  for (const piece of over) {
    const [begins, ends] = [Math.max(from, piece.from), Math.min(to, piece.to)]
    if (begins < ends) total += measure === "open" ? Calendar.between(piece.calendar, begins, ends) : ends - begins
  }
  return total
}

/** Returns the earliest instant by which the pieces contain `length` since `from`; `Infinity` if they never do. */
export const walk = (over: readonly Piece[], from: Instant, length: Millis, measure: TimeMeasure): Instant => {
  if (length <= 0) return from
  let left = length
  for (const piece of over) {
    const begins = Math.max(from, piece.from)
    if (begins >= piece.to) continue
    const reached = measure === "open" ? Calendar.add(piece.calendar, begins, left) : begins + left
    if (reached <= piece.to) return reached
    left -= measured([piece], begins, piece.to, measure)
  }
  return Number.POSITIVE_INFINITY
}

/** Returns the latest instant from which the pieces contain `length` until `to`; not before the first piece. */
export const walkBack = (over: readonly Piece[], to: Instant, length: Millis, measure: TimeMeasure): Instant => {
  let left = length
  for (const piece of over.toReversed()) {
    const ends = Math.min(to, piece.to)
    if (ends <= piece.from) continue
    const inPiece = measured([piece], piece.from, ends, measure)
    if (inPiece >= left) return measure === "open" ? Calendar.subtract(piece.calendar, ends, left) : ends - left
    left -= inPiece
  }
  return over[0]?.from ?? to
}

/** Returns the piece in which a day (as a day number) ends; undefined if none does. Its calendar counts the day. */
export const closingOn = (over: readonly Piece[], day: number, after: Instant): Piece | undefined =>
  over.find(({ from, to, calendar }) => {
    const closes = Calendar.hoursOf(calendar, day)?.to
    return closes !== undefined && closes > Math.max(from, after) && closes <= to
  })
