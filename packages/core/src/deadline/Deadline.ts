/**
 * Computes the due and the marks of a clock. No other module computes a deadline.
 *
 * It is pure: it gets everything as data, and a decision records the result in its event. It always starts from the
 * original start: first the target without pauses, then the extensions, then the time that pauses covered. A late
 * record therefore changes nothing but the facts. A pause counts by its open time on a clock of working units, and by
 * its duration on any other.
 */

import { isProvisional } from "../time/Calendar.ts"
import type { Instant } from "../time/Instant.ts"
import { isWorking, type Target } from "../time/Target.ts"
import { type ClockPause, type CourseInput, courseOf, pauses, running } from "./Course.ts"
import { measured, measureOf, type Piece, pieces, type TimeMeasure, walk } from "./Leg.ts"
import { due as dueMark, type MarkPoint, type PendingMark, type Timeline } from "./Mark.ts"
import { reach, reachBack, reachOn } from "./Reach.ts"

/** The input from which a deadline is computed. */
export interface DeadlineInput extends CourseInput {
  readonly target: Target
  /** The extensions that were granted, in order. */
  readonly extensions: readonly Target[]
  readonly points: readonly MarkPoint[]
  /** A deadline that a person set. It replaces the target's own end, so pauses before `setAt` do not matter. */
  readonly fixed?: { readonly dueAt: Instant; readonly shiftable: boolean; readonly setAt?: Instant }
  readonly now: Instant
}

/** The time of a clock: its pauses, and the pieces in which it runs or waits. */
interface Time {
  readonly waits: readonly ClockPause[]
  readonly running: readonly Piece[]
  readonly waiting: readonly Piece[]
}

/** Returns the time of a clock. Most clocks are never paused and run from their start on. */
const timeOf = (input: DeadlineInput): Time => {
  const waits = pauses(input)
  if (waits.length === 0) return { waits, running: pieces(input.startedAt, input.calendar, input.legs), waiting: [] }
  const stretches = courseOf(input, waits, input.now)
  return { waits, running: running(stretches), waiting: stretches.filter(({ state }) => state === "paused") }
}

/**
 * Returns the deadline of a clock as known at `input.now`; null if it never comes, or while an open pause stops the
 * clock. Marks are sorted by instant; at one instant marks before the due come first, then `due`, then marks after it.
 */
export const timeline = (input: DeadlineInput): Timeline => {
  const time = timeOf(input)
  let unpaused = input.fixed?.dueAt ?? reach(input, input.startedAt, input.target, input.firstDay)
  for (const granted of input.extensions) unpaused = reachOn(input, unpaused, granted)
  const since = Math.max(input.startedAt, input.fixed?.setAt ?? input.startedAt)
  const due = input.fixed?.shiftable === false ? unpaused : delayed(time, since, unpaused, measureOf(input.target))
  const isDue = Number.isFinite(due)
  const marks: PendingMark[] = []
  addCap(marks, input, time)
  if (isDue) addMarks(marks, input, time, due)
  return {
    dueAt: isDue ? due : null,
    marks: inOrder(marks),
    provisional: isDue && restsOnUnpublished(input, due)
  }
}

/** Sorts marks if they are not yet in order, which is rare. */
const inOrder = (marks: PendingMark[]): readonly PendingMark[] => {
  for (let i = 1; i < marks.length; i++)
    if ((marks[i] as PendingMark).at < (marks[i - 1] as PendingMark).at) return marks.sort((a, b) => a.at - b.at)
  return marks
}

/** Returns `to` later by the time of the pauses between `from` and `to`, and of those met while moving. */
const delayed = ({ running: runs, waiting }: Time, from: Instant, to: Instant, measure: TimeMeasure): Instant =>
  waiting.length === 0 ? to : walk(runs, to, measured(waiting, from, to, measure), measure)

const addCap = (marks: PendingMark[], { now }: DeadlineInput, { waits }: Time): void => {
  const last = waits.at(-1)
  if (last === undefined || last.to !== null || last.capAt === null || last.capAt <= now) return
  marks.push({ mark: { _tag: "PauseCap" }, at: last.capAt })
}

const addMarks = (marks: PendingMark[], input: DeadlineInput, time: Time, due: Instant): void => {
  for (const { mark, at } of input.points) {
    if (at._tag === "Share") add(marks, mark, share(input, time, due, at.percent))
    // If less than that time is left at the start, the mark is at the start.
    else if (at._tag === "Before") add(marks, mark, Math.max(input.startedAt, reachBack(input, due, at.by)))
  }
  add(marks, dueMark, due)
  for (const { mark, at } of input.points) {
    if (at._tag === "Due") add(marks, mark, due)
    else if (at._tag === "After") add(marks, mark, delayed(time, due, reachOn(input, due, at.by), measureOf(at.by)))
  }
}

const add = (marks: PendingMark[], mark: PendingMark["mark"], at: Instant): void => {
  if (Number.isFinite(at)) marks.push({ mark, at })
}

const share = (input: DeadlineInput, { running: runs }: Time, due: Instant, percent: number): Instant => {
  const measure = measureOf(input.target)
  const total = measured(runs, input.startedAt, due, measure)
  return walk(runs, input.startedAt, Math.round((total * percent) / 100), measure)
}

const usesCalendar = ({ roll, fixed }: DeadlineInput, target: Target): boolean =>
  isWorking(target) || (target._tag === "Civil" && roll !== "none" && fixed === undefined)

const restsOnUnpublished = (input: DeadlineInput, due: Instant): boolean => {
  if (!usesCalendar(input, input.target) && !input.extensions.some((target) => usesCalendar(input, target)))
    return false
  // Rolling a date back may move it to another year, with other holidays.
  const latest =
    input.roll === "previous" ? Math.max(due, reach({ ...input, roll: "none" }, input.startedAt, input.target)) : due
  return pieces(input.startedAt, input.calendar, input.legs).some(({ from, to, calendar }) =>
    isProvisional(calendar, from, Math.min(to, latest))
  )
}
