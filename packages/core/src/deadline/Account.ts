/**
 * The account of a clock: how much time it has counted, how far it is past its due, and why each interval counts or
 * not.
 */
import { intervals } from "../time/Calendar.ts"
import type { Instant, Millis } from "../time/Instant.ts"
import { course, running, type Stretch } from "./Course.ts"
import { type DeadlineInput, timeline } from "./Deadline.ts"
import { measured, measureOf, type TimeMeasure } from "./Leg.ts"

/** One interval of a clock's account. */
export interface AccountInterval {
  readonly from: Instant
  readonly to: Instant
  readonly counted: boolean
  /**
   * Why the interval counts or does not. `running`: on a clock without a calendar. `open` and `closed`: on a clock with
   * a calendar. `paused`: it does not count. `capped`: it counts although the case waits, since the cap is used up.
   */
  readonly why: "running" | "open" | "closed" | "paused" | "capped"
  /** The reason for which the case waits. */
  readonly reason?: string
}

/**
 * Returns the time that the clock has counted up to `until`.  Units: ms of open time for working units, else of time
 * that passes.
 */
export const elapsed = (input: DeadlineInput, until: Instant): Millis =>
  measured(running(course(input, until)), input.startedAt, until, measureOf(input.target))

/** Returns how far the clock is past its due at `until`.  Units: ms. A paused clock does not go on. */
export const overrun = (input: DeadlineInput, until: Instant): Millis => {
  const { dueAt } = timeline({ ...input, now: until })
  return dueAt === null ? 0 : measured(running(course(input, until)), dueAt, until, measureOf(input.target))
}

/** Returns every interval from the start to `until`, without gaps. The counted ones add up to `elapsed`. */
export const explain = (input: DeadlineInput, until: Instant): readonly AccountInterval[] => {
  const entries: AccountInterval[] = []
  const measure = measureOf(input.target)
  const add = (entry: AccountInterval) => {
    const before = entries.at(-1)
    const isSame = before?.to === entry.from && before.why === entry.why && before.reason === entry.reason
    if (isSame) entries[entries.length - 1] = { ...before, to: entry.to }
    else if (entry.from < entry.to) entries.push(entry)
  }
  for (const stretch of course(input, until)) {
    const to = Math.min(stretch.to, until)
    if (stretch.from < to) for (const entry of entriesOf({ ...stretch, to }, measure)) add(entry)
  }
  return entries
}

const entriesOf = (
  { from, to, state, reason, calendar }: Stretch,
  measure: TimeMeasure
): readonly AccountInterval[] => {
  const waitsFor = reason === "" ? {} : { reason }
  if (state === "paused") return [{ from, to, counted: false, why: "paused", ...waitsFor }]
  const counts = (begins: Instant, ends: Instant): AccountInterval => ({
    from: begins,
    to: ends,
    counted: true,
    why: state === "capped" ? "capped" : measure === "open" ? "open" : "running",
    ...waitsFor
  })
  if (measure === "elapsed") return [counts(from, to)]
  const entries: AccountInterval[] = []
  let done = from
  for (const open of intervals(calendar, from, to)) {
    entries.push({ from: done, to: open.from, counted: false, why: "closed" }, counts(open.from, open.to))
    done = open.to
  }
  return [...entries, { from: done, to, counted: false, why: "closed" }]
}
