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

/** Returns what speaks against moving a deadline now, whoever asks. */
export const againstExtending = (d: Situation, c: Extend): readonly Reason[] => {
  const rule = Drafts.loop(d)?.clocks.get(c.clock)
  const clock = d.state.clocks[c.clock]
  const stands = againstClock(d, c)
  if (stands.length > 0 || rule === undefined || !live(clock)) return stands
  const against = c.until === undefined ? [] : againstDate(d, rule, clock, c)
  if (against.length > 0) return against
  if (!isEarlier(d, c)) {
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

const againstDate = (d: Situation, rule: LoopClock, clock: LiveClock, c: Extend): readonly Reason[] => {
  const until = untilOf(d, c)
  const says = { clock: c.clock, until: c.until ?? "" }
  if (until === undefined) return [reason("clock/no-date", rule.path, says)]
  if (until <= d.recordedAt) return [reason("clock/date-past", rule.path, says)]
  if (rule.extend === undefined || isEarlier(d, c)) return []
  const most = line(d, rule, extendedBy(clock, rule.extend), clock.fired).dueAt ?? withoutWait(d, rule, clock)
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
  clock.dueAt ??
  line(d, rule, { ...factsOf(clock), switches: withSwitch(clock.switches, { at: d.now, reason: "" }) }, clock.fired)
    .dueAt

/** The instant that a person sets; of a bare date its end, or its closing time on a clock that counts working units. */
const untilOf = (d: Situation, c: Extend): Instant | undefined => {
  const at = c.until === undefined ? undefined : parseInstant(c.until, d.policy.zone)
  const day = parseDate(c.until ?? "")
  return at === undefined || day === undefined ? at : (closing(d, c.clock, day) ?? endOfDay(at, d.policy.zone))
}

const closing = (d: Situation, name: string, day: number): Instant | undefined => {
  const clock = d.state.clocks[name]
  if (clock === undefined || !isWorking(clock.target)) return undefined
  return hoursOf(calendarOf(d.policy, clock.legs?.at(-1)?.calendar ?? clock.calendar), day)?.to
}

/** Returns whether the date asked for is earlier than the due: a promise of the owner's own, not an extension. */
const isEarlier = (d: Situation, c: Extend): boolean => {
  const [until, clock, rule] = [untilOf(d, c), d.state.clocks[c.clock], Drafts.loop(d)?.clocks.get(c.clock)]
  if (until === undefined || rule === undefined || !live(clock)) return false
  const due = withoutWait(d, rule, clock)
  return due === null || until <= due
}

/** Returns the rules that keep people of these roles from moving the deadline themselves; empty = they may. */
export const againstRoles = (d: Situation, roles: readonly string[], c: Extend): readonly RuleId[] => {
  const rule = Drafts.loop(d)?.clocks.get(c.clock)
  const mayAlone = isEarlier(d, c) && nameOf(d.meta.actor) === d.state.ownership.owner
  return mayAlone || roles.some((role) => rule?.extend?.approve.includes(role))
    ? []
    : [rule?.extend?.rule ?? rule?.path ?? "clocks"]
}

/** Moves the deadline; the customer is told of an extension, with the old due and the new one. */
export const extend = (d: Draft, c: Extend, by: string): void => {
  const rule = Drafts.loop(d)?.clocks.get(c.clock)
  const clock = d.state.clocks[c.clock]
  if (rule === undefined || !live(clock)) return
  const until = untilOf(d, c)
  const facts = factsOf(clock)
  if (until !== undefined && isEarlier(d, c)) {
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
