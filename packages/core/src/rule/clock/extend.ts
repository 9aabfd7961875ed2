/**
 * A person moves the deadline of a promise: an extension as the policy allows it, or a date of their own.
 *
 * An earlier date promises the customer more than the policy does, which only takes whoever answers for the case. A
 * later one is an extension, by the same roles, no further than one leads. Asked before due, told before it lapses.
 */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import { type Clock, factsOf, isPastDue, type LiveClock, live, withSwitch } from "../../case/track/Clocks.ts"
import type { ClockFacts } from "../../deadline/ClockFacts.ts"
import { recorded } from "../../deadline/Mark.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { line } from "../../draft/line.ts"
import { move } from "../../draft/move.ts"
import { tellCustomer } from "../../draft/send.ts"
import { nameOf } from "../../people/Actor.ts"
import type { RuleId } from "../../policy/Bundle.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import { calendar as calendarOf } from "../../policy/Policy.ts"
import { hoursOf } from "../../time/Calendar.ts"
import { endOfDay, type Instant, parseDate, parseInstant, renderDue } from "../../time/Instant.ts"
import { isWorking } from "../../time/Target.ts"
import { defined } from "../../value/Optional.ts"

type Extend = CommandOf<"extend">

/** A promise that runs, with the rule that made it. */
interface Running {
  readonly rule: LoopClock
  readonly clock: LiveClock
}

const runningOf = (x: Situation, name: string): Running | undefined => {
  const rule = Drafts.loop(x)?.clocks.get(name)
  const clock = x.state.clocks[name]
  return rule === undefined || !live(clock) ? undefined : { rule, clock }
}

/** Returns what speaks against moving a deadline now, whoever asks. */
export const againstExtending = (d: Situation, c: Extend): readonly Reason[] => {
  const found = runningOf(d, c.clock)
  const stands = againstClock(d, c)
  if (stands.length > 0 || found === undefined) return stands
  const { rule, clock } = found
  const against = c.until === undefined ? [] : againstDate(d, found, c)
  if (against.length > 0) return against
  if (!isEarlier(d, found, c)) {
    if (rule.extend === undefined) return [reason("clock/not-extendable", rule.path, { clock: c.clock })]
    if (clock.extensions.length >= rule.extend.times)
      return [reason("clock/extended-enough", rule.path, { clock: c.clock, times: rule.extend.times })]
  }
  return c.reason.trim() === "" ? [reason("reason/missing", rule.path)] : []
}

/** Returns the promises that run. */
export const running = (x: Situation): readonly { readonly clock: string }[] =>
  [...(Drafts.loop(x)?.clocks.keys() ?? [])].flatMap((clock) => (live(x.state.clocks[clock]) ? [{ clock }] : []))

const names = (x: Situation): readonly string[] => running(x).map(({ clock }) => clock)

/** Returns why the deadline cannot be moved now, whoever moves it and wherever to. */
export const againstClock = (x: Situation, { clock: name = "" }: { readonly clock?: string }): readonly Reason[] => {
  const rule = Drafts.loop(x)?.clocks.get(name)
  const clock = x.state.clocks[name]
  if (rule === undefined) return [reason("clock/unknown", undefined, { clock: name, known: names(x) })]
  if (clock !== undefined && isDue(x, clock)) return [reason("clock/already-due", rule.path, { clock: name })]
  return live(clock) ? [] : [reason("clock/not-running", rule.path, { clock: name })]
}

const isDue = (d: Situation, clock: Clock): boolean =>
  isPastDue(clock) || (clock.dueAt !== null && clock.dueAt <= d.recordedAt)

const againstDate = (d: Situation, { rule, clock }: Running, c: Extend): readonly Reason[] => {
  const until = untilOf(d, clock, c)
  const says = { clock: c.clock, until: c.until ?? "" }
  if (until === undefined) return [reason("clock/no-date", rule.path, says)]
  if (until <= d.recordedAt) return [reason("clock/date-past", rule.path, says)]
  if (rule.extend === undefined || isEarlier(d, { rule, clock }, c)) return []
  const most = line(d, rule, waitEnded(d, extendedBy(clock, rule.extend)), clock.fired).dueAt
  return most === null || until <= most
    ? []
    : [reason("clock/too-far", `${rule.extend.rule ?? rule.path}`, { ...says, most: renderDue(most, d.policy.zone) })]
}

const extendedBy = (clock: Clock, { each }: NonNullable<LoopClock["extend"]>): ClockFacts => ({
  ...factsOf(clock),
  extensions: [...clock.extensions, each]
})

/** Returns the due as it would be if a wait that is still on ended now. */
export const withoutWait = (d: Situation, rule: LoopClock, clock: Clock): Instant | null =>
  clock.dueAt ?? line(d, rule, waitEnded(d, factsOf(clock)), clock.fired).dueAt

const waitEnded = (d: Situation, facts: ClockFacts): ClockFacts => ({
  ...facts,
  switches: withSwitch(facts.switches, { at: d.now, reason: "" })
})

/** The instant that a person sets; of a bare date its end, or its closing time on a clock that counts working units. */
const untilOf = (d: Situation, clock: Clock, { until = "" }: Extend): Instant | undefined => {
  const at = parseInstant(until, d.policy.zone)
  const day = parseDate(until)
  return at === undefined || day === undefined ? at : (closing(d, clock, day) ?? endOfDay(at, d.policy.zone))
}

const closing = (d: Situation, { target, calendar, legs }: Clock, day: number): Instant | undefined =>
  isWorking(target) ? hoursOf(calendarOf(d.policy, legs?.at(-1)?.calendar ?? calendar), day)?.to : undefined

/** Returns whether the date asked for is earlier than the due: a promise of the owner's own, not an extension. */
const isEarlier = (d: Situation, { rule, clock }: Running, c: Extend): boolean => {
  const until = untilOf(d, clock, c)
  if (until === undefined) return false
  const due = withoutWait(d, rule, clock)
  return due === null || until <= due
}

/** Returns the rules that keep people of these roles from moving the deadline themselves; empty = they may. */
export const againstRoles = (d: Situation, roles: readonly string[], c: Extend): readonly RuleId[] => {
  const rule = Drafts.loop(d)?.clocks.get(c.clock)
  const found = runningOf(d, c.clock)
  const isPromise = found !== undefined && isEarlier(d, found, c)
  const mayAlone = isPromise && nameOf(d.meta.actor) === d.state.ownership.owner
  return mayAlone || roles.some((role) => rule?.extend?.approve.includes(role))
    ? []
    : [rule?.extend?.rule ?? rule?.path ?? "clocks"]
}

/** Moves the deadline; the customer is told of an extension, with the old due and the new one. */
export const extend = (d: Draft, c: Extend, by: string): void => {
  const found = runningOf(d, c.clock)
  if (found === undefined) return
  const { rule, clock } = found
  const until = untilOf(d, clock, c)
  const facts = factsOf(clock)
  if (until !== undefined && isEarlier(d, found, c)) {
    const manual = { dueAt: until, setAt: d.now, granted: clock.extensions.length }
    return move(d, rule, clock, { ...facts, manual }, { cause: "manual", reason: c.reason, until, by })
  }
  if (rule.extend === undefined) return
  const { each: target, tell } = rule.extend
  const extensions = [...clock.extensions, target]
  const manual = until === undefined ? {} : { manual: { dueAt: until, setAt: d.now, granted: extensions.length } }
  Drafts.emit(
    d,
    "clock-extended",
    {
      clock: c.clock,
      by,
      target,
      reason: c.reason,
      from: clock.dueAt,
      ...defined({ until }),
      ...recorded(line(d, rule, { ...facts, extensions, ...manual }, clock.fired))
    },
    rule.path
  )
  if (tell !== undefined)
    tellCustomer(d, tell, { clock: c.clock, was: clock.dueAt, before: clock.dueAt, reason: c.reason })
}
