/** The open hours of a calendar, in blocks of 366 days that are built when they are first needed. */
import { DAY, type Instant, MINUTE, type Millis, weekday } from "./Instant.ts"
import { toInstant, toLocal, type Zone } from "./Zone.ts"

/** A shift in minutes of the day on which it starts; an end above 1440 lies on the next day. */
export type Shift = readonly [startMinute: number, endMinute: number]

/** The hours of one date, `YYYY-MM-DD`: closed, or open instead of the hours of its weekday. */
export interface DayPart {
  readonly date: string
  readonly is: "closed" | "open"
  readonly shift: Shift
}

/** A calendar's rule as plain JSON, as a bundle contains it. */
export interface CalendarRule {
  readonly name: string
  /** The IANA name of the zone in which the hours are local time. */
  readonly zone: string
  /** Seven lists of shifts, Monday first; an end is at most 2880. */
  readonly weekly: readonly (readonly Shift[])[]
  /** Closed dates, `YYYY-MM-DD`. */
  readonly closed: readonly string[]
  /**
   * Extra open dates, `YYYY-MM-DD`, with the hours of their weekday, or of the first weekday with hours if theirs has
   * none.
   */
  readonly open: readonly string[]
  readonly parts?: readonly DayPart[]
  /** The last year whose holidays are known; absent if the calendar uses no holiday data. */
  readonly publishedThrough?: number
}

/** A half-open interval of time. */
export interface Interval {
  readonly from: Instant
  readonly to: Instant
}

/** A compiled calendar. */
export interface Calendar {
  readonly rule: CalendarRule
  readonly zone: Zone
  readonly closed: ReadonlySet<number>
  readonly open: ReadonlySet<number>
  readonly parts: ReadonlyMap<number, readonly DayPart[]>
  /** The hours of an extra open date on a weekday without hours; empty if the calendar has no hours at all. */
  readonly fallback: readonly Shift[]
  /** The instant from which all weeks are alike. */
  readonly steadyFrom: Instant
  /** The open time of such a week. */
  readonly week: Millis
  readonly blocks: Map<number, Block>
  /** The first opening and the last close of dates, null for a closed date. The same few weeks are asked for often. */
  readonly hours: Map<number, Interval | null>
}

/** The open time of one block of 366 days; `sum[i]` is the open time in it before interval `i`. */
interface Block {
  readonly start: readonly Instant[]
  readonly end: readonly Instant[]
  readonly sum: readonly Millis[]
  readonly total: Millis
}

/** Returns the first opening and the last close of a date's shifts; undefined for a closed date. */
export const hoursOf = (calendar: Calendar, day: number): Interval | undefined => {
  const known = calendar.hours.get(day)
  if (known !== undefined) return known ?? undefined
  const found = hoursAnew(calendar, day)
  if (calendar.hours.size === MOST_DATES) calendar.hours.clear()
  calendar.hours.set(day, found ?? null)
  return found
}

/** The most dates that are kept: more than a policy looks ahead. */
const MOST_DATES = 4096

const hoursAnew = (calendar: Calendar, day: number): Interval | undefined => {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [start, end] of shiftsOf(calendar, day)) {
    from = Math.min(from, instantOf(calendar, day, start))
    to = Math.max(to, instantOf(calendar, day, end))
  }
  return from < to ? { from, to } : undefined
}

/** Returns the last close of a date; `-Infinity` for a closed one. */
export const closeOf = (calendar: Calendar, day: number): Instant =>
  hoursOf(calendar, day)?.to ?? Number.NEGATIVE_INFINITY

/** The length of a week. */
export const WEEK: Millis = 7 * DAY
/** The length of a block. */
export const BLOCK: Millis = 366 * DAY

/** Returns the index of the block that an instant lies in. */
export const indexOf = (at: Instant): number => Math.floor(at / BLOCK)

/** Returns a block of a calendar, built when it is first needed. */
export const blockAt = (calendar: Calendar, index: number): Block => {
  const known = calendar.blocks.get(index)
  if (known !== undefined) return known
  const block = build(calendar, index * BLOCK, (index + 1) * BLOCK)
  calendar.blocks.set(index, block)
  return block
}

/** Returns the open intervals of a calendar between two instants. */
export const build = (calendar: Calendar, from: Instant, to: Instant): Block => {
  const shifts: Interval[] = []
  // A shift may last into the second day after the one on which it starts.
  const last = Math.floor(toLocal(to, calendar.zone) / DAY)
  for (let day = Math.floor(toLocal(from, calendar.zone) / DAY) - 2; day <= last; day++)
    for (const [start, end] of shiftsOf(calendar, day))
      shifts.push({
        from: Math.max(from, instantOf(calendar, day, start)),
        to: Math.min(to, instantOf(calendar, day, end))
      })
  const [start, end, sum]: [Instant[], Instant[], Millis[]] = [[], [], []]
  let total = 0
  for (const shift of shifts.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from)) {
    const before = end.at(-1) ?? Number.NEGATIVE_INFINITY
    if (shift.from <= before) end[end.length - 1] = Math.max(before, shift.to)
    else {
      start.push(shift.from)
      end.push(shift.to)
      sum.push(total)
    }
    total += Math.max(0, shift.to - Math.max(before, shift.from))
  }
  return { start, end, sum, total }
}

/** Returns the shifts of a date. */
export const shiftsOf = (calendar: Calendar, day: number): readonly Shift[] => {
  if (calendar.closed.has(day)) return []
  const weekly = calendar.rule.weekly[weekday(day)] ?? []
  const usual = weekly.length === 0 && calendar.open.has(day) ? calendar.fallback : weekly
  const parts = calendar.parts.get(day)
  return parts === undefined ? usual : shiftsWith(usual, parts)
}

const shiftsWith = (usual: readonly Shift[], parts: readonly DayPart[]): readonly Shift[] => {
  const shiftsOfKind = (kind: DayPart["is"]) => parts.flatMap(({ is, shift }) => (is === kind ? [shift] : []))
  const open = shiftsOfKind("open")
  return shiftsOfKind("closed").reduce(without, open.length === 0 ? usual : open)
}

/** Returns the parts of shifts outside of a range. */
const without = (shifts: readonly Shift[], [from, to]: Shift): readonly Shift[] =>
  shifts
    .flatMap(([start, end]): readonly Shift[] => [
      [start, Math.min(end, from)],
      [Math.max(start, to), end]
    ])
    .filter(([start, end]) => start < end)

/** Returns the instant of a local minute of a date. */
export const instantOf = (calendar: Calendar, day: number, minute: number): Instant =>
  toInstant(day * DAY + minute * MINUTE, calendar.zone)

/** Returns the open time of a block before an instant. */
export const openBefore = (block: Block, at: Instant): Millis => {
  const i = countUpTo(block.start, at) - 1
  return i < 0 ? 0 : (block.sum[i] ?? 0) + Math.min(at, block.end[i] ?? 0) - (block.start[i] ?? 0)
}

/** Returns how many of the ascending values are at most `limit`. */
export const countUpTo = (values: readonly number[], limit: number): number => {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
