/** Builds the input of the deadline computation from a clock's rule and its facts. */

import type { LoopClock, Policy } from "../policy/Policy.ts"
import { calendar as calendarOf } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { type ClockFacts, SETTLED } from "./ClockFacts.ts"
import type { DeadlineInput } from "./Deadline.ts"
import type { Leg } from "./Leg.ts"
import type { MarkPoint } from "./Mark.ts"

/** The policy that gives the calendars, and the instant as of which a deadline is computed. */
export interface DeadlineSetting {
  readonly policy: Policy
  readonly now: Instant
}

const FOREVER: Target = { _tag: "Elapsed", ms: 1e14 }

/** What a rule says about each of its clocks: its marks, and how long each reason may pause it. */
interface Asked {
  readonly points: readonly MarkPoint[]
  readonly caps: Readonly<Record<string, Target>>
}

const ofTimers: Asked = { points: [], caps: { [SETTLED]: FOREVER } }

const asked = new WeakMap<LoopClock, Asked>()

const askedBy = (rule: LoopClock | undefined): Asked => {
  if (rule === undefined) return ofTimers
  const known = asked.get(rule)
  if (known !== undefined) return known
  const made: Asked = {
    points: [
      ...rule.remind.map(({ at }, i) => ({ mark: { _tag: "Reminder" as const, step: i + 1 }, at })),
      ...rule.escalate.map(({ at }, i) => ({ mark: { _tag: "Escalation" as const, step: i + 1 }, at }))
    ],
    caps: { ...rule.pause, [SETTLED]: FOREVER }
  }
  asked.set(rule, made)
  return made
}

/** Returns the marks that a rule asks for. */
export const points = (rule: LoopClock | undefined): readonly MarkPoint[] => askedBy(rule).points

const noLegs: readonly Leg[] = []

/** Returns the input of the deadline computation. A timer without a rule in the policy gets the defaults. */
export const input = (
  { policy, now }: DeadlineSetting,
  rule: LoopClock | undefined,
  facts: ClockFacts,
  at: readonly MarkPoint[]
): DeadlineInput => {
  const calendar = calendarOf(policy, facts.calendar)
  const { manual } = facts
  const made: DeadlineInput = {
    startedAt: facts.startedAt,
    target: facts.target,
    calendar,
    zone: policy.zone,
    firstDay: rule?.firstDay ?? "excluded",
    ends: rule?.ends ?? "close-of-day",
    roll: rule?.roll ?? "none",
    legs: facts.legs?.map(({ from, calendar: name }) => ({ from, calendar: calendarOf(policy, name) })) ?? noLegs,
    switches: facts.switches,
    caps: askedBy(rule).caps,
    extensions: manual === undefined ? facts.extensions : facts.extensions.slice(manual.granted),
    points: at,
    now
  }
  if (manual === undefined) return made
  return { ...made, fixed: { dueAt: manual.dueAt, setAt: manual.setAt, shiftable: rule?.manual === "shiftable" } }
}
