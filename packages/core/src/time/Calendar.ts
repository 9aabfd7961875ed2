/**
 * Working time: a rule (weekly hours, closed dates and extra open dates), compiled to sorted half-open intervals.
 *
 * A shift belongs to the date on which it starts, also after midnight, and so is decided whether it is on a closed
 * date. A date that is both closed and open is closed. Shifts that touch or overlap are joined. Every function gives an
 * answer for every finite instant; only a calendar without hours answers `Infinity` (never).
 *
 * Invariant: a compiled calendar is a value. The caches `blocks` and `hours` are computed from the rule alone, on
 * demand.
 */
import { civilFromDays, DAY, type Instant, type Millis, parseDate } from "./Instant.ts"
import {
  BLOCK,
  blockAt,
  build,
  type Calendar,
  type CalendarRule,
  closeOf,
  countUpTo,
  type DayPart,
  hoursOf,
  type Interval,
  indexOf,
  instantOf,
  openBefore,
  shiftsOf,
  WEEK
} from "./OpenHours.ts"
import { toLocal, type Zone } from "./Zone.ts"

export { type Calendar, type CalendarRule, type DayPart, hoursOf, type Interval, type Shift } from "./OpenHours.ts"

/** Compiles a rule; `zone` is the data of `rule.zone`. Intervals are built when they are first needed. */
export const compile = (rule: CalendarRule, zone: Zone): Calendar => {
  const days = (dates: readonly string[]) => new Set(dates.flatMap((date) => parseDate(date) ?? []))
  const [closed, open] = [days(rule.closed), days(rule.open)]
  const parts = partsByDay(rule.parts ?? [])
  const lastDay = Math.max(0, ...closed, ...open, ...parts.keys())
  const c: Calendar = {
    rule,
    zone,
    closed,
    open,
    parts,
    fallback: rule.weekly.find((shifts) => shifts.some(([start, end]) => end > start)) ?? [],
    // A shift ends at most two days after it starts, and local time differs by at most a day from UTC.
    steadyFrom: Math.max((lastDay + 3) * DAY, (zone.from.at(-1) ?? 0) + 3 * DAY),
    week: 0,
    blocks: new Map(),
    hours: new Map()
  }
  return { ...c, week: build(c, c.steadyFrom, c.steadyFrom + WEEK).total }
}

const partsByDay = (parts: readonly DayPart[]): ReadonlyMap<number, readonly DayPart[]> => {
  const byDay = new Map<number, readonly DayPart[]>()
  for (const part of parts) {
    const day = parseDate(part.date)
    if (day !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), part])
  }
  return byDay
}

/** Returns whether the calendar has any hours. If it has none, nothing counted by it ever falls due. */
export const hasHours = (calendar: Calendar): boolean => calendar.fallback.length > 0

/** Returns whether an instant lies in open time. An interval contains its start but not its end. */
export const isOpen = (calendar: Calendar, at: Instant): boolean => {
  const block = blockAt(calendar, indexOf(at))
  const i = countUpTo(block.start, at) - 1
  return i >= 0 && at < (block.end[i] ?? 0)
}

/** Returns the open time in `[from, to)`; 0 if `to` is not after `from`. */
export const between = (calendar: Calendar, from: Instant, to: Instant): Millis => {
  if (!(to > from) || !hasHours(calendar)) return 0
  if (to === Number.POSITIVE_INFINITY) return to
  const [first, last] = [indexOf(from), indexOf(to)]
  let total = -openBefore(blockAt(calendar, first), from)
  for (let index = first; index < last; index++) {
    const begins = index * BLOCK
    if (index > first && begins >= calendar.steadyFrom) {
      const weeks = Math.floor((to - begins) / WEEK)
      return total + weeks * calendar.week + between(calendar, begins + weeks * WEEK, to)
    }
    total += blockAt(calendar, index).total
  }
  return total + openBefore(blockAt(calendar, last), to)
}

/** Returns the earliest instant with `working` open time since `from`; `from` itself for 0 or less. */
export const add = (calendar: Calendar, from: Instant, working: Millis): Instant => {
  if (working <= 0) return from
  if (!hasHours(calendar) || !Number.isFinite(from + working)) return Number.POSITIVE_INFINITY
  let index = indexOf(from)
  let block = blockAt(calendar, index)
  let wanted = openBefore(block, from) + working
  while (wanted > block.total) {
    wanted -= block.total
    index += 1
    const begins = index * BLOCK
    if (begins >= calendar.steadyFrom && wanted > calendar.week) {
      const weeks = Math.floor((wanted - 1) / calendar.week)
      return add(calendar, begins + weeks * WEEK, wanted - weeks * calendar.week)
    }
    block = blockAt(calendar, index)
  }
  // The last interval that begins with less than the wanted time contains the answer, at the latest at its end.
  const i = countUpTo(block.sum, wanted - 1) - 1
  return (block.start[i] ?? 0) + wanted - (block.sum[i] ?? 0)
}

/** Returns the latest instant with `working` open time until `to`: the reverse of `add`. */
export const subtract = (calendar: Calendar, to: Instant, working: Millis): Instant => {
  if (working <= 0) return to
  if (!hasHours(calendar) || !Number.isFinite(to - working)) return Number.NEGATIVE_INFINITY
  let index = indexOf(to)
  let block = blockAt(calendar, index)
  let left = openBefore(block, to) - working
  while (left < 0) {
    index -= 1
    block = blockAt(calendar, index)
    left += block.total
  }
  const i = countUpTo(block.sum, left) - 1
  return (block.start[i] ?? 0) + left - (block.sum[i] ?? 0)
}

/** Returns `at` if it is open, else the next opening; `Infinity` for a calendar without hours. */
export const nextOpen = (calendar: Calendar, at: Instant): Instant =>
  isOpen(calendar, at) ? at : add(calendar, at, 1) - 1

/**
 * Returns the end of the open time that contains `at`, else of the next one; `Infinity` if it never ends or never
 * begins.
 */
export const closesAt = (calendar: Calendar, at: Instant): Instant => {
  if (!hasHours(calendar)) return Number.POSITIVE_INFINITY
  let from = nextOpen(calendar, at)
  while (isOpen(calendar, from)) {
    const index = indexOf(from)
    const { start, end } = blockAt(calendar, index)
    const to = end[countUpTo(start, from) - 1] ?? from
    if (to < (index + 1) * BLOCK) return to
    if (index * BLOCK >= calendar.steadyFrom) return Number.POSITIVE_INFINITY
    from = to
  }
  return from
}

/** Returns the open intervals within `[from, to)`, with touching ones joined. */
export const intervals = (calendar: Calendar, from: Instant, to: Instant): readonly Interval[] => {
  const found: { from: Instant; to: Instant }[] = []
  for (let index = indexOf(from); hasHours(calendar) && index * BLOCK < to; index++) {
    const block = blockAt(calendar, index)
    for (let i = Math.max(0, countUpTo(block.start, from) - 1); i < block.start.length; i++) {
      const opens = Math.max(from, block.start[i] ?? 0)
      const closes = Math.min(to, block.end[i] ?? 0)
      if (opens >= to) break
      const before = found.at(-1)
      if (before !== undefined && before.to === opens) before.to = closes
      else if (opens < closes) found.push({ from: opens, to: closes })
    }
  }
  return found
}

/**
 * Returns the close of the open date number `number` after the date of `from`. With `firstDay: "counted"` the date of
 * `from` is number 1. Number 0 means the same working day: the next close after `from`.
 *
 * A day that has already closed at `from` is never counted, so the answer lies after `from`; `Infinity` for a calendar
 * without hours.
 */
export const addDates = (
  calendar: Calendar,
  from: Instant,
  number: number,
  firstDay: "excluded" | "counted"
): Instant => {
  if (!hasHours(calendar) || !Number.isFinite(from + number)) return Number.POSITIVE_INFINITY
  let left = Math.max(1, number)
  for (let day = dateOf(calendar, from) + (number > 0 && firstDay === "excluded" ? 1 : 0); ; day++) {
    const closes = hoursOf(calendar, day)?.to ?? Number.NEGATIVE_INFINITY
    if (closes > from) left -= 1
    if (left <= 0) return closes
  }
}

/** Returns the date (a day number) of an instant: that of the current shift, else the local date. */
export const dateOf = (calendar: Calendar, at: Instant): number => {
  const today = Math.floor(toLocal(at, calendar.zone) / DAY)
  // Shifts after midnight are rare, so this case is checked first.
  if (!(at < closeOf(calendar, today - 1)) && !(at < closeOf(calendar, today - 2))) return today
  const underWay = (day: number) =>
    shiftsOf(calendar, day).some(
      ([start, end]) => instantOf(calendar, day, start) <= at && at < instantOf(calendar, day, end)
    )
  return [today, today - 1, today - 2].find(underWay) ?? today
}

/**
 * Returns the first instant of a date: 00:00 local time. If a shift of an earlier date is under way then, it is the end
 * of that shift or the first opening of the date, whichever is earlier.
 */
export const beginningOf = (calendar: Calendar, day: number): Instant => {
  const midnight = instantOf(calendar, day, 0)
  if (dateOf(calendar, midnight) === day) return midnight
  const ends = Math.max(...[day - 1, day - 2].map((earlier) => hoursOf(calendar, earlier)?.to ?? midnight))
  return Math.min(hoursOf(calendar, day)?.from ?? ends, ends)
}

/**
 * Returns the nearest open date from `day` forward (`step` 1) or back (-1), `day` included; `day` itself without hours.
 */
export const openDate = (calendar: Calendar, day: number, step: 1 | -1): number => {
  let found = day
  while (hasHours(calendar) && hoursOf(calendar, found) === undefined) found += step
  return found
}

/**
 * Returns whether a due counted from `from` depends on a year whose holidays are not published yet. That year is
 * counted without holidays, and the due may move once they are published.
 */
export const isProvisional = (calendar: Calendar, from: Instant, due: Instant): boolean =>
  calendar.rule.publishedThrough !== undefined &&
  due > from &&
  Number.isFinite(due) &&
  civilFromDays(Math.floor(toLocal(due - 1, calendar.zone) / DAY)).year > calendar.rule.publishedThrough
