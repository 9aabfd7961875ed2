/** The open hours of a calendar, by blocks of weeks that are built when they are first asked for. */
import { DAY, type Instant, MINUTE, type Millis, weekday } from "./Instant.ts"
import { toInstant, toLocal, type Zone } from "./Zone.ts"

/** A shift in minutes of the day on which it starts; an end past 1440 lies in the next day. */
export type Shift = readonly [startMinute: number, endMinute: number]

/** Hours of one date, `YYYY-MM-DD`: closed, or open in place of those that its weekday has. */
export interface DayPart {
  readonly date: string
  readonly is: "closed" | "open"
  readonly shift: Shift
}

/** Plain JSON, as a policy's bundle carries it. */
export interface CalendarRule {
  readonly name: string
  /** IANA name of the zone in which the hours are meant. */
  readonly zone: string
  /** Seven lists, Monday first; an end is at most 2880. */
  readonly weekly: readonly (readonly Shift[])[]
  /** `YYYY-MM-DD`. */
  readonly closed: readonly string[]
  /** `YYYY-MM-DD`: hours of that weekday, or, where it has none, of the first weekday that has some. */
  readonly open: readonly string[]
  readonly parts?: readonly DayPart[]
  /** The last year whose holidays are known; absent where the calendar uses no holiday data. */
  readonly publishedThrough?: number
}

export interface Interval {
  readonly from: Instant
  readonly to: Instant
}

export interface Calendar {
  readonly rule: CalendarRule
  readonly zone: Zone
  readonly closed: ReadonlySet<number>
  readonly open: ReadonlySet<number>
  readonly parts: ReadonlyMap<number, readonly DayPart[]>
  /** The hours of an extra open date on a weekday without hours; empty = the calendar has no hours at all. */
  readonly fallback: readonly Shift[]
  /** From this instant on every week is like the next one. */
  readonly steadyFrom: Instant
  /** The open time of such a week. */
  readonly week: Millis
  readonly blocks: Map<number, Block>
  /** First opening and last close of dates, `null` for a closed one; those of a few weeks are asked for again and again. */
  readonly hours: Map<number, Interval | null>
}

/** The open time of one stretch of 366 days; `sum[i]` is what is open in it before interval `i`. */
interface Block {
  readonly start: readonly Instant[]
  readonly end: readonly Instant[]
  readonly sum: readonly Millis[]
  readonly total: Millis
}

/** Returns first opening and last close of a date's shifts; `undefined` for a closed date. */
export const hoursOf = (calendar: Calendar, day: number): Interval | undefined => {
  const known = calendar.hours.get(day)
  if (known !== undefined) return known ?? undefined
  const found = hoursAnew(calendar, day)
  if (calendar.hours.size === MOST_DATES) calendar.hours.clear()
  calendar.hours.set(day, found ?? null)
  return found
}

/** So many dates are kept: more than a policy looks ahead, and no more than is asked for in one go. */
const MOST_DATES = 4096

const hoursAnew = (calendar: Calendar, day: number): Interval | undefined => {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [start, end] of shiftsOf(calendar, day)) {
    from = Math.min(from, instantOf(calendar, day, start))
    to = Math.max(to, instantOf(calendar, day, end))
  }
  return from < to ? { from, to } : undefined
}

export const closeOf = (calendar: Calendar, day: number): Instant =>
  hoursOf(calendar, day)?.to ?? Number.NEGATIVE_INFINITY

export const WEEK: Millis = 7 * DAY
export const BLOCK: Millis = 366 * DAY

export const indexOf = (at: Instant): number => Math.floor(at / BLOCK)

export const blockAt = (calendar: Calendar, index: number): Block => {
  const known = calendar.blocks.get(index)
  if (known !== undefined) return known
  const block = build(calendar, index * BLOCK, (index + 1) * BLOCK)
  calendar.blocks.set(index, block)
  return block
}

export const build = (calendar: Calendar, from: Instant, to: Instant): Block => {
  const shifts: Interval[] = []
  // A shift reaches into the second day after the one on which it starts.
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

/** What is left of shifts outside a stretch. */
const without = (shifts: readonly Shift[], [from, to]: Shift): readonly Shift[] =>
  shifts
    .flatMap(([start, end]): readonly Shift[] => [
      [start, Math.min(end, from)],
      [Math.max(start, to), end]
    ])
    .filter(([start, end]) => start < end)

export const instantOf = (calendar: Calendar, day: number, minute: number): Instant =>
  toInstant(day * DAY + minute * MINUTE, calendar.zone)

export const openBefore = (block: Block, at: Instant): Millis => {
  const i = countUpTo(block.start, at) - 1
  return i < 0 ? 0 : (block.sum[i] ?? 0) + Math.min(at, block.end[i] ?? 0) - (block.start[i] ?? 0)
}

/** How many of the ascending values are at most `limit`. */
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
