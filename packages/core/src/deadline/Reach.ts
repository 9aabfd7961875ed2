/**
 * Computes where a target leads if nothing pauses the clock: from a start, forwards from a due, and back from one.
 *
 * A date ends at the close of its day: 24:00 local time for days and longer units, the calendar's close for working
 * days. This module knows nothing of pauses.
 */
import * as Calendar from "../time/Calendar.ts"
import { addMonths, DAY, type Instant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { toInstant, toLocal, type Zone } from "../time/Zone.ts"
import { closingOn, type Leg, type Piece, pieces, walk, walkBack } from "./Leg.ts"

/** The calendar, zone and rules by which a target is counted. */
export interface ReachInput {
  readonly startedAt: Instant
  readonly calendar: Calendar.Calendar
  readonly legs: readonly Leg[]
  /** The policy's zone, for dates that no calendar counts. */
  readonly zone: Zone
  /** Whether the day on which the clock starts is the first day (`counted`) or not. */
  readonly firstDay: "excluded" | "counted"
  /**
   * When days and longer units end: at the close of the day, or at the same time of day, within the hours of working
   * days.
   */
  readonly ends: "close-of-day" | "same-time"
  /** What happens to dates that no calendar counts if the last one is closed in the calendar. */
  readonly roll: "none" | "next" | "previous"
}

/** Returns the instant to which a target leads from `from`; `Infinity` if never. `readAt` gives the time of day. */
export const reach = (
  input: ReachInput,
  from: Instant,
  target: Target,
  firstDay: ReachInput["firstDay"] = "excluded",
  readAt: Instant = from
): Instant => {
  switch (target._tag) {
    case "Elapsed":
      return from + target.ms
    case "Working":
      return walk(legsOf(input), from, target.ms, "open")
    case "WorkingDays":
      return reachWorkingDay(input, from, target.days, firstDay, readAt)
    case "Civil":
      return reachDate(input, from, target, firstDay)
  }
}

/** Returns the instant to which a target leads from a due. The due belongs to the day at whose end it lies. */
export const reachOn = (input: ReachInput, due: Instant, target: Target): Instant => {
  if (!Number.isFinite(due)) return due
  const closesDay = target._tag === "WorkingDays" || (target._tag === "Civil" && input.ends === "close-of-day")
  return reach(input, closesDay ? due - 1 : due, target, "excluded", due)
}

/** Returns the instant that lies before `due` by the target. For dates it has the local time of day of `due`. */
export const reachBack = (input: ReachInput, due: Instant, target: Target): Instant => {
  switch (target._tag) {
    case "Elapsed":
      return due - target.ms
    case "Working":
      return walkBack(legsOf(input), due, target.ms, "open")
    case "WorkingDays": {
      const calendar = legsOf(input).findLast(({ from }) => from < due)?.calendar ?? input.calendar
      const day = Calendar.dateOf(calendar, due - 1)
      let earlier = day
      for (let n = 0; n < target.days; n++) earlier = Calendar.openDate(calendar, earlier - 1, -1)
      return withinHours(calendar, earlier, toLocal(due, calendar.zone) - day * DAY)
    }
    case "Civil": {
      const local = toLocal(due, input.zone)
      const day = Math.ceil(local / DAY) - 1
      return toInstant(local + (addMonths(day, -target.months) - target.days - day) * DAY, input.zone)
    }
  }
}

const legsOf = ({ startedAt, calendar, legs }: ReachInput): readonly Piece[] => pieces(startedAt, calendar, legs)

const reachWorkingDay = (
  input: ReachInput,
  from: Instant,
  days: number,
  firstDay: ReachInput["firstDay"],
  readAt: Instant
): Instant => {
  const legs = legsOf(input)
  const start = legs.findLast((leg) => leg.from <= from)?.calendar ?? input.calendar
  const last = legs.at(-1)
  let left = Math.max(1, days)
  for (let day = Calendar.dateOf(start, from) + (days > 0 && firstDay === "excluded" ? 1 : 0); ; day++) {
    const leg = closingOn(legs, day, from)
    if (leg !== undefined) left -= 1
    if (leg !== undefined && left <= 0) {
      const { calendar } = leg
      const isClose = days === 0 || input.ends === "close-of-day"
      const reading = toLocal(readAt, calendar.zone) - Calendar.dateOf(calendar, from) * DAY
      return withinHours(calendar, day, isClose ? Number.POSITIVE_INFINITY : reading)
    }
    const isPast = last !== undefined && day * DAY > Math.max(from, last.from) + 3 * DAY
    if (last === undefined || (isPast && !Calendar.hasHours(last.calendar))) return Number.POSITIVE_INFINITY
  }
}

/** Returns a time of day on an open day, moved to its opening or close if it lies outside its hours. */
const withinHours = (calendar: Calendar.Calendar, day: number, reading: number): Instant => {
  const hours = Calendar.hoursOf(calendar, day)
  if (hours === undefined) return toInstant(day * DAY + Math.min(reading, DAY), calendar.zone)
  return Math.min(hours.to, Math.max(hours.from, toInstant(day * DAY + reading, calendar.zone)))
}

const reachDate = (
  input: ReachInput,
  from: Instant,
  { months, days }: Extract<Target, { readonly _tag: "Civil" }>,
  firstDay: ReachInput["firstDay"]
): Instant => {
  const local = toLocal(from, input.zone)
  const today = Math.floor(local / DAY)
  const isSameDay = months === 0 && days === 0
  const day = rolled(input, today, addMonths(today, months) + days - (firstDay === "counted" && !isSameDay ? 1 : 0))
  return input.ends === "close-of-day" || isSameDay
    ? toInstant((day + 1) * DAY, input.zone)
    : toInstant(day * DAY + local - today * DAY, input.zone)
}

const rolled = (input: ReachInput, today: number, day: number): number => {
  if (input.roll === "none") return day
  const at = toInstant(day * DAY, input.zone)
  const calendar = legsOf(input).findLast(({ from }) => from <= at)?.calendar ?? input.calendar
  const found = Calendar.openDate(calendar, day, input.roll === "next" ? 1 : -1)
  // Nothing is due on a day before the one on which it began.
  return found < today ? Calendar.openDate(calendar, day, 1) : found
}
