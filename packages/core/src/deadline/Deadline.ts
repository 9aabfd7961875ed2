/**
 * When a clock is due and what is to happen on the way there: the only place that computes a deadline.
 *
 * Pure, and given everything as data; a decision puts the answer into its event. A deadline is always computed from
 * the original start: where the target leads without pauses, then what was granted on top, then what the pauses
 * covered. So a late record changes nothing but the facts. The open time a pause covered counts on a clock of working
 * units, the time it lasted on any other.
 */

import { isProvisional } from "../time/Calendar.ts"
import type { Instant } from "../time/Instant.ts"
import { isWorking, type Target } from "../time/Target.ts"
import { type ClockPause, type CourseInput, courseOf, pauses, running } from "./Course.ts"
import { measured, measureOf, type Piece, pieces, type TimeMeasure, walk } from "./Leg.ts"
import { due as dueMark, type MarkPoint, type PendingMark, type Timeline } from "./Mark.ts"
import { reach, reachBack, reachOn } from "./Reach.ts"

export interface DeadlineInput extends CourseInput {
  readonly target: Target
  /** What was granted on top, in order. */
  readonly extensions: readonly Target[]
  readonly points: readonly MarkPoint[]
  /** Takes the place of the target's own end: an instant that a person set; what paused before that is no concern. */
  readonly fixed?: { readonly dueAt: Instant; readonly shiftable: boolean; readonly setAt?: Instant }
  readonly now: Instant
}

/** The time of a clock: its waits, and the pieces in which it runs and in which it waits. */
interface Time {
  readonly waits: readonly ClockPause[]
  readonly running: readonly Piece[]
  readonly waiting: readonly Piece[]
}

/** Most clocks are never paused: they run from their start on. */
const timeOf = (input: DeadlineInput): Time => {
  const waits = pauses(input)
  if (waits.length === 0) return { waits, running: pieces(input.startedAt, input.calendar, input.legs), waiting: [] }
  const stretches = courseOf(input, waits, input.now)
  return { waits, running: running(stretches), waiting: stretches.filter(({ state }) => state === "paused") }
}

/**
 * Returns the deadline of a clock as known at `input.now`, with `null` for never and while an open pause stops it.
 * Marks stand by instant; at one instant what leads up to the due comes first, then `due`, then what follows it.
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

/** Sorts marks that lie in another order than they were asked for, which few do. */
const inOrder = (marks: PendingMark[]): readonly PendingMark[] => {
  for (let i = 1; i < marks.length; i++)
    if ((marks[i] as PendingMark).at < (marks[i - 1] as PendingMark).at) return marks.sort((a, b) => a.at - b.at)
  return marks
}

/** Moves an instant reached from `from` on by what pauses covered on the way, and by those met while moving. */
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
    // Where less than that is left at the start, it is time at once.
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
  // Rolling back may leave a year on whose holidays it rests.
  const latest =
    input.roll === "previous" ? Math.max(due, reach({ ...input, roll: "none" }, input.startedAt, input.target)) : due
  return pieces(input.startedAt, input.calendar, input.legs).some(({ from, to, calendar }) =>
    isProvisional(calendar, from, Math.min(to, latest))
  )
}
