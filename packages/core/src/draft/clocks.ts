/** Starts, meets, misses and cancels the clocks of a case, for several rules. */

import type { Breach, ClockState, DeadlineCause } from "../case/track/Clocks.ts"
import { isPastDue, live } from "../case/track/Clocks.ts"
import { clockName, type Timer } from "../case/track/Timer.ts"
import type { NamedLeg, Switch } from "../deadline/ClockFacts.ts"
import type { MarkPoint } from "../deadline/Mark.ts"
import * as Marks from "../deadline/Mark.ts"
import type { RuleId } from "../policy/Bundle.ts"
import type { LoopClock } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { defined } from "../value/Optional.ts"
import { calendarName, line, rowOf, targetOf } from "./clockLine.ts"
import type { Draft } from "./Draft.ts"
import * as Drafts from "./Draft.ts"
import { legsNow } from "./deadlineMove.ts"

/** Options of a timer: another name, marks beside its due, and an earlier start. */
export interface TimerOptions {
  readonly name?: string
  readonly points?: readonly MarkPoint[]
  readonly startedAt?: Instant
}

/** Starts a timer: a clock that acts when its time is up, and whose deadline no rule of the policy moves. */
export const startTimer = (
  draft: Draft,
  timer: Timer,
  target: Target,
  why: RuleId,
  { name = clockName(timer), points = [], startedAt = draft.now }: TimerOptions = {}
): void => {
  const calendar = draft.policy.bundle.defaultCalendar
  const facts = { startedAt, target, calendar, switches: [], extensions: [] }
  Drafts.emit(
    draft,
    "clock-started",
    {
      clock: name,
      cycle: (draft.state.clocks[name]?.cycle ?? 0) + 1,
      startedAt,
      target,
      calendar,
      timer,
      ...(points.length === 0 ? {} : { points: Marks.recordedPoints(points) }),
      ...Marks.recorded(line(draft, undefined, facts, [], points))
    },
    why
  )
}

/** Cancels a clock that runs, with a reason. */
export const cancel = (draft: Draft, name: string, reason: string): void => {
  const clock = draft.state.clocks[name]
  if (live(clock)) Drafts.emit(draft, "clock-cancelled", { clock: name, reason }, clock.rule)
}

/** Cancels the clock of a timer, with a reason. */
export const cancelTimer = (draft: Draft, timer: Timer, reason: string): void => cancel(draft, clockName(timer), reason)

/** What a clock takes over from an earlier run, and why its deadline lies where it lies. */
export interface Carried {
  readonly calendar?: string
  readonly legs?: readonly NamedLeg[]
  readonly switches?: readonly Switch[]
  readonly extensions?: readonly Target[]
  readonly cause?: DeadlineCause
}

/** Returns what a clock takes over when it continues from its original start. */
export const carriedFrom = ({ calendar, legs, switches, extensions }: ClockState): Carried =>
  defined({ calendar, legs, switches, extensions })

/** Starts the clock of a promise; does nothing if no target is known. */
export const start = (
  draft: Draft,
  rule: LoopClock,
  startedAt: Instant,
  { calendar: was, legs: had = [], switches = [], extensions = [], cause }: Carried = {}
): void => {
  const target = targetOf(draft, rule, startedAt)
  if (target === undefined) return
  const calendar = rule.calendar === "of-owner" ? (was ?? calendarName(draft, rule)) : rule.calendar
  const legs = legsNow(draft, rule, { calendar, legs: had })
  const facts = { startedAt, target, calendar, legs, switches, extensions }
  Drafts.emit(
    draft,
    "clock-started",
    {
      clock: rule.name,
      cycle: (draft.state.clocks[rule.name]?.cycle ?? 0) + 1,
      startedAt,
      target,
      calendar,
      ...(legs.length === 0 ? {} : { legs }),
      ...(switches.length === 0 ? {} : { switches }),
      ...(extensions.length === 0 ? {} : { extensions }),
      ...defined({ cause }),
      ...Marks.recorded(line(draft, rule, facts, []))
    },
    rowOf(draft, rule)
  )
}

/** Records that a clock was met at an instant, with the miss before that instant or the miss that it refutes. */
export const meet = (draft: Draft, name: string, at: Instant): void => {
  const clock = draft.state.clocks[name]
  if (!live(clock)) return
  const missed = missBefore(clock, at)
  const dueAt = missed?.dueAt ?? clock.dueAt
  const inTime = dueAt === null || at < dueAt
  if (missed === undefined && !inTime) miss(draft, clock, dueAt)
  Drafts.emit(draft, "clock-met", { clock: name, inTime }, clock.rule, at)
  if (missed !== undefined && inTime)
    Drafts.emit(draft, "miss-refuted", { clock: name, dueAt: missed.dueAt }, clock.rule)
}

/**
 * Returns the miss that stands. For a run that began again after an answer in time it is the miss of the run before.
 */
const missBefore = (clock: ClockState, at: Instant): Breach | undefined =>
  isPastDue(clock)
    ? clock.breaches.at(-1)
    : clock.breaches.find(({ refuted, dueAt }) => !refuted && dueAt === clock.dueAt && at < dueAt)

/** Records a miss. Its cause is whatever set a deadline that was already past. */
export const miss = (draft: Draft, clock: ClockState, dueAt: Instant): void => {
  const cause = clock.setBy.at > dueAt ? clock.setBy.cause : "elapsed"
  Drafts.emit(
    draft,
    "clock-missed",
    { clock: clock.name, dueAt, detectedAt: draft.meta.receivedAt, cause },
    clock.rule,
    dueAt
  )
}
