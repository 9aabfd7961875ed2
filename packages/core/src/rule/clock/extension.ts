/**
 * A person moves the deadline of a promise: by an extension as the policy allows it, or to a date.
 *
 * An earlier date promises the customer more than the policy does, so the owner may always set one. A later date is an
 * extension: it takes the same roles and goes no further than one extension. It is asked for before the due, and the
 * customer is told before the promise lapses.
 */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import { type ClockState, factsOf, isPastDue, type LiveClock, live, withSwitch } from "../../case/track/Clocks.ts"
import type { ClockFacts } from "../../deadline/ClockFacts.ts"
import { recorded } from "../../deadline/Mark.ts"
import { line } from "../../draft/clockLine.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { move } from "../../draft/deadlineMove.ts"
import { tellCustomer } from "../../draft/messageQueue.ts"
import { nameOf } from "../../people/Actor.ts"
import type { RuleId } from "../../policy/Bundle.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import { calendar as calendarOf } from "../../policy/Policy.ts"
import { endOfDay, type Instant, parseDate, parseInstant, renderDue } from "../../time/Instant.ts"
import { hoursOf } from "../../time/OpenHours.ts"
import { isWorking } from "../../time/Target.ts"
import { defined } from "../../value/Optional.ts"

type Extend = CommandOf<"extend">

/** A promise that runs, with its rule. */
interface Running {
  readonly rule: LoopClock
  readonly clock: LiveClock
}

const runningOf = (situation: Situation, name: string): Running | undefined => {
  const rule = Drafts.loop(situation)?.clocks.get(name)
  const clock = situation.state.clocks[name]
  return rule === undefined || !live(clock) ? undefined : { rule, clock }
}

/** Returns why a deadline cannot be moved now, whoever asks. */
export const againstExtending = (situation: Situation, command: Extend): readonly RefusalReason[] => {
  const found = runningOf(situation, command.clock)
  const stands = againstClock(situation, command)
  if (stands.length > 0 || found === undefined) return stands
  const { rule, clock } = found
  const against = command.until === undefined ? [] : againstDate(situation, found, command)
  if (against.length > 0) return against
  if (!isEarlier(situation, found, command)) {
    if (rule.extend === undefined) return [reason("clock/not-extendable", rule.path, { clock: command.clock })]
    if (clock.extensions.length >= rule.extend.times)
      return [reason("clock/extended-enough", rule.path, { clock: command.clock, times: rule.extend.times })]
  }
  return command.reason.trim() === "" ? [reason("reason/missing", rule.path)] : []
}

/** Returns the promises that run. */
export const running = (situation: Situation): readonly { readonly clock: string }[] =>
  [...(Drafts.loop(situation)?.clocks.keys() ?? [])].flatMap((clock) =>
    live(situation.state.clocks[clock]) ? [{ clock }] : []
  )

const names = (situation: Situation): readonly string[] => running(situation).map(({ clock }) => clock)

/** Returns why the deadline cannot be moved now, by anybody and to any date. */
export const againstClock = (
  situation: Situation,
  { clock: name = "" }: { readonly clock?: string }
): readonly RefusalReason[] => {
  const rule = Drafts.loop(situation)?.clocks.get(name)
  const clock = situation.state.clocks[name]
  if (rule === undefined) return [reason("clock/unknown", undefined, { clock: name, known: names(situation) })]
  if (clock !== undefined && isDue(situation, clock)) return [reason("clock/already-due", rule.path, { clock: name })]
  return live(clock) ? [] : [reason("clock/not-running", rule.path, { clock: name })]
}

const isDue = (situation: Situation, clock: ClockState): boolean =>
  isPastDue(clock) || (clock.dueAt !== null && clock.dueAt <= situation.recordedAt)

const againstDate = (situation: Situation, { rule, clock }: Running, command: Extend): readonly RefusalReason[] => {
  const until = untilOf(situation, clock, command)
  const says = { clock: command.clock, until: command.until ?? "" }
  if (until === undefined) return [reason("clock/no-date", rule.path, says)]
  if (until <= situation.recordedAt) return [reason("clock/date-past", rule.path, says)]
  if (rule.extend === undefined || isEarlier(situation, { rule, clock }, command)) return []
  const most = line(situation, rule, waitEnded(situation, extendedBy(clock, rule.extend)), clock.fired).dueAt
  return most === null || until <= most
    ? []
    : [
        reason("clock/too-far", `${rule.extend.rule ?? rule.path}`, {
          ...says,
          most: renderDue(most, situation.policy.zone)
        })
      ]
}

const extendedBy = (clock: ClockState, { each }: NonNullable<LoopClock["extend"]>): ClockFacts => ({
  ...factsOf(clock),
  extensions: [...clock.extensions, each]
})

/** Returns the due as it would be if a pause that still lasts ended now. */
export const withoutWait = (situation: Situation, rule: LoopClock, clock: ClockState): Instant | null =>
  clock.dueAt ?? line(situation, rule, waitEnded(situation, factsOf(clock)), clock.fired).dueAt

const waitEnded = (situation: Situation, facts: ClockFacts): ClockFacts => ({
  ...facts,
  switches: withSwitch(facts.switches, { at: situation.now, reason: "" })
})

/** Returns the instant that a person sets. A date means its end, or its closing time on a clock of working units. */
const untilOf = (situation: Situation, clock: ClockState, { until = "" }: Extend): Instant | undefined => {
  const at = parseInstant(until, situation.policy.zone)
  const day = parseDate(until)
  return at === undefined || day === undefined
    ? at
    : (closing(situation, clock, day) ?? endOfDay(at, situation.policy.zone))
}

const closing = (situation: Situation, { target, calendar, legs }: ClockState, day: number): Instant | undefined =>
  isWorking(target) ? hoursOf(calendarOf(situation.policy, legs?.at(-1)?.calendar ?? calendar), day)?.to : undefined

/** Returns whether the date is earlier than the due: then it is the owner's own promise, not an extension. */
const isEarlier = (situation: Situation, { rule, clock }: Running, command: Extend): boolean => {
  const until = untilOf(situation, clock, command)
  if (until === undefined) return false
  const due = withoutWait(situation, rule, clock)
  return due === null || until <= due
}

/** Returns the rules that keep people of these roles from moving the deadline themselves; empty if they may. */
export const againstRoles = (situation: Situation, roles: readonly string[], command: Extend): readonly RuleId[] => {
  const rule = Drafts.loop(situation)?.clocks.get(command.clock)
  const found = runningOf(situation, command.clock)
  const isPromise = found !== undefined && isEarlier(situation, found, command)
  const mayAlone = isPromise && nameOf(situation.meta.actor) === situation.state.ownership.owner
  return mayAlone || roles.some((role) => rule?.extend?.approve.includes(role))
    ? []
    : [rule?.extend?.rule ?? rule?.path ?? "clocks"]
}

/** Moves the deadline. The customer is told of an extension, with the old due and the new one. */
export const extend = (draft: Draft, command: Extend, by: string): void => {
  const found = runningOf(draft, command.clock)
  if (found === undefined) return
  const { rule, clock } = found
  const until = untilOf(draft, clock, command)
  const facts = factsOf(clock)
  if (until !== undefined && isEarlier(draft, found, command)) {
    const manual = { dueAt: until, setAt: draft.now, granted: clock.extensions.length }
    return move(draft, rule, clock, { ...facts, manual }, { cause: "manual", reason: command.reason, until, by })
  }
  if (rule.extend === undefined) return
  const { each: target, tell } = rule.extend
  const extensions = [...clock.extensions, target]
  const manual = until === undefined ? {} : { manual: { dueAt: until, setAt: draft.now, granted: extensions.length } }
  Drafts.emit(
    draft,
    "clock-extended",
    {
      clock: command.clock,
      by,
      target,
      reason: command.reason,
      from: clock.dueAt,
      ...defined({ until }),
      ...recorded(line(draft, rule, { ...facts, extensions, ...manual }, clock.fired))
    },
    rule.path
  )
  if (tell !== undefined)
    tellCustomer(draft, tell, { clock: command.clock, was: clock.dueAt, before: clock.dueAt, reason: command.reason })
}
