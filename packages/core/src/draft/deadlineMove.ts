/** Moves the deadline of a running clock: after a grade, a new owner, another calendar or another policy version. */

import type { ClockState, DeadlineCause } from "../case/track/Clocks.ts"
import { factsOf, firedBesideDue, isPastDue, live } from "../case/track/Clocks.ts"
import type { ClockFacts, NamedLeg } from "../deadline/ClockFacts.ts"
import type { Timeline } from "../deadline/Mark.ts"
import * as Marks from "../deadline/Mark.ts"
import type { LoopClock } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import { isSame, type Target } from "../time/Target.ts"
import { calendarName, line, rowOf } from "./clockLine.ts"
import type { Draft } from "./Draft.ts"
import * as Drafts from "./Draft.ts"

/** Why a deadline moves, and what else of the clock changes. */
export interface DeadlineMove {
  readonly cause: DeadlineCause
  readonly reason: string
  readonly calendar?: string
  readonly legs?: readonly NamedLeg[]
  readonly until?: Instant
  readonly by?: string
}

/**
 * Returns due and marks for changed facts. Marks that fired stay fired; a due that did not move does not fire again.
 */
const lineAnew = (draft: Draft, rule: LoopClock | undefined, clock: ClockState, facts: ClockFacts): Timeline => {
  const fired = firedBesideDue(clock)
  const at = rule === undefined ? (clock.points ?? []) : undefined
  const moved = line(draft, rule, facts, fired, at)
  const isSame = moved.dueAt !== null && moved.dueAt === clock.dueAt
  return isSame ? { ...moved, marks: moved.marks.filter(({ mark }) => !Marks.isAmong(clock.fired, mark)) } : moved
}

const emit = (
  draft: Draft,
  rule: LoopClock | undefined,
  clock: ClockState,
  facts: ClockFacts,
  to: Timeline,
  says: DeadlineMove
): void =>
  Drafts.emit(
    draft,
    "deadline-moved",
    { clock: clock.name, from: clock.dueAt, target: facts.target, ...says, ...Marks.recorded(to) },
    rule === undefined ? clock.rule : says.cause === "regraded" ? rowOf(draft, rule) : rule.path
  )

/** Moves a deadline to the place that the changed facts give, and records it. */
export const move = (
  draft: Draft,
  rule: LoopClock | undefined,
  clock: ClockState,
  facts: ClockFacts,
  says: DeadlineMove
): void => emit(draft, rule, clock, facts, lineAnew(draft, rule, clock, facts), says)

const isSameLine = (clock: ClockState, target: Target, to: Timeline): boolean =>
  isSame(target, clock.target) &&
  to.dueAt === clock.dueAt &&
  to.provisional === clock.provisional &&
  to.marks.length === clock.marks.length &&
  to.marks.every(({ mark, at }, index) => {
    const was = clock.marks[index]
    return was !== undefined && at === was.at && Marks.isSame(mark, was.mark)
  })

/** Moves a deadline as `move` does, but only if the due or a mark changes. */
export const moveIfElsewhere = (
  draft: Draft,
  rule: LoopClock | undefined,
  clock: ClockState,
  facts: ClockFacts,
  says: DeadlineMove
): void => {
  const to = lineAnew(draft, rule, clock, facts)
  if (!isSameLine(clock, facts.target, to)) emit(draft, rule, clock, facts, to, says)
}

/**
 * Returns the calendar changes of a clock that follows its owner, with a new one from now on if the calendar changed.
 */
export const legsNow = (
  draft: Draft,
  rule: LoopClock,
  { calendar, legs = [] }: Pick<ClockFacts, "calendar" | "legs">
): readonly NamedLeg[] => {
  const now = calendarName(draft, rule)
  const was = legs.at(-1)?.calendar ?? calendar
  return rule.calendar !== "of-owner" || now === was ? legs : [...legs, { from: draft.now, calendar: now }]
}

/**
 * Moves deadlines to the working hours of a new owner from the handover on. Time that was counted before stays counted.
 */
export const followOwner = (draft: Draft): void => {
  for (const rule of Drafts.loop(draft)?.clocks.values() ?? []) {
    const clock = draft.state.clocks[rule.name]
    if (rule.calendar !== "of-owner" || !live(clock)) continue
    const facts = factsOf(clock)
    const legs = legsNow(draft, rule, facts)
    if (legs.length > (facts.legs ?? []).length)
      move(draft, rule, clock, { ...facts, legs }, { cause: "owner", reason: "", legs })
  }
}

/**
 * Recomputes running clocks by changed calendars. A missed deadline stays, and so does a date given to people to
 * answer.
 */
export const followCalendars = (draft: Draft): void => {
  const loop = Drafts.loop(draft)
  for (const clock of Object.values(draft.state.clocks)) {
    const isOfGate = clock.timer === undefined || "gate" in clock.timer
    if (!live(clock) || !isOfGate || isPastDue(clock)) continue
    const rule = clock.timer === undefined ? loop?.clocks.get(clock.name) : undefined
    if (rule === undefined && clock.timer === undefined) continue
    moveIfElsewhere(draft, rule, clock, factsOf(clock), { cause: "calendar", reason: "" })
  }
}
