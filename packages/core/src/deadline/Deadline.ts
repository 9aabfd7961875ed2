/**
 * When a clock is due and what is to happen on the way there: the only place that computes a deadline.
 *
 * Pure, and given everything as data; a decision puts the answer into its event. A deadline is always computed from
 * the original start: where the target leads without pauses, then what was granted on top, then what the pauses
 * covered. So a late record changes nothing but the facts. The open time a pause covered counts on a clock of working
 * units, the time it lasted on any other.
 */

import { isProvisional } from "../time/Calendar.ts"
import type { Instant, Millis } from "../time/Instant.ts"
import { isWorking, type Target } from "../time/Target.ts"
import { type CourseInput, course, pauses, running, type Stretch } from "./Course.ts"
import { type Measure, measured, measureOf, pieces, walk } from "./Leg.ts"
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

/**
 * Returns the deadline of a clock as known at `input.now`, with `null` for never and while an open pause stops it.
 * Marks stand by instant; at one instant what leads up to the due comes first, then `due`, then what follows it.
 */
export const timeline = (input: DeadlineInput): Timeline => {
  const stretches = course(input, input.now)
  const unpaused = input.extensions.reduce<Instant>(
    (due, granted) => reachOn(input, due, granted),
    input.fixed?.dueAt ?? reach(input, input.startedAt, input.target, input.firstDay)
  )
  const since = Math.max(input.startedAt, input.fixed?.setAt ?? input.startedAt)
  const due = input.fixed?.shiftable === false ? unpaused : delayed(stretches, since, unpaused, measureOf(input.target))
  const isDue = Number.isFinite(due)
  const marks = [...capMark(input), ...(isDue ? marksOf(input, stretches, due) : [])]
  return {
    dueAt: isDue ? due : null,
    marks: marks.sort((a, b) => a.at - b.at),
    provisional: isDue && restsOnUnpublished(input, Math.max(due, unpaused))
  }
}

/** Moves an instant reached from `from` on by what pauses covered on the way, and by those met while moving. */
const delayed = (stretches: readonly Stretch[], from: Instant, to: Instant, measure: Measure): Instant => {
  const waiting = stretches.filter(({ state }) => state === "paused")
  return walk(running(stretches), to, measured(waiting, from, to, measure), measure)
}

const capMark = (input: DeadlineInput): readonly PendingMark[] => {
  const last = pauses(input).at(-1)
  if (last === undefined || last.to !== null || last.capAt === null || last.capAt <= input.now) return []
  return [{ mark: { _tag: "PauseCap" }, at: last.capAt }]
}

const marksOf = (input: DeadlineInput, stretches: readonly Stretch[], due: Instant): readonly PendingMark[] => {
  const measure = measureOf(input.target)
  const total = measured(running(stretches), input.startedAt, due, measure)
  const before: PendingMark[] = []
  const after: PendingMark[] = []
  for (const { mark, at } of input.points) {
    switch (at._tag) {
      case "Share":
        before.push({ mark, at: share(input, stretches, (total * at.percent) / 100, measure) })
        break
      case "Before":
        // Where less than that is left at the start, it is time at once.
        before.push({ mark, at: Math.max(input.startedAt, reachBack(input, due, at.by)) })
        break
      case "Due":
        after.push({ mark, at: due })
        break
      case "After":
        after.push({ mark, at: delayed(stretches, due, reachOn(input, due, at.by), measureOf(at.by)) })
        break
    }
  }
  return [...before, { mark: dueMark, at: due }, ...after].filter(({ at }) => Number.isFinite(at))
}

const share = (input: DeadlineInput, stretches: readonly Stretch[], length: Millis, measure: Measure): Instant =>
  walk(running(stretches), input.startedAt, Math.round(length), measure)

const restsOnUnpublished = (input: DeadlineInput, due: Instant): boolean => {
  const isRolled = input.roll !== "none" && input.fixed === undefined
  const usesCalendar = [input.target, ...input.extensions].some(
    (target) => isWorking(target) || (target._tag === "Civil" && isRolled)
  )
  // Rolling back may leave a year on whose holidays it rests.
  const latest =
    input.roll === "previous" ? Math.max(due, reach({ ...input, roll: "none" }, input.startedAt, input.target)) : due
  return (
    usesCalendar &&
    pieces(input.startedAt, input.calendar, input.legs).some(({ from, to, calendar }) =>
      isProvisional(calendar, from, Math.min(to, latest))
    )
  )
}
