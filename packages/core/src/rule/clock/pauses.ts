/** Pauses and resumes promises. */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { ClockState } from "../../case/track/Clocks.ts"
import { factsOf, firedBesideDue, isPastDue, live, withSwitch } from "../../case/track/Clocks.ts"
import * as Gate from "../../case/track/Gate.ts"
import { counting, type Switch } from "../../deadline/ClockFacts.ts"
import { pauses } from "../../deadline/Course.ts"
import { input } from "../../deadline/Input.ts"
import { recorded } from "../../deadline/Mark.ts"
import { line } from "../../draft/clockLine.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import * as Trigger from "../../policy/Trigger.ts"
import type { Instant } from "../../time/Instant.ts"
import { wordsTo } from "./answerClocks.ts"

interface Running {
  readonly rule: LoopClock
  readonly clock: ClockState
}

/** Returns the promises that run or are paused, each with its rule. */
const running = (situation: Situation): readonly Running[] => {
  const all: Running[] = []
  for (const rule of Drafts.loop(situation)?.clocks.values() ?? []) {
    const clock = situation.state.clocks[rule.name]
    // A fact reported late does not concern a clock that started after the fact happened.
    if (live(clock) && clock.startedAt <= situation.now) all.push({ rule, clock })
  }
  return all
}

/** Returns whether some running promise can be paused. */
export const isPausable = (situation: Situation): boolean =>
  running(situation).some(({ rule }) => Object.keys(rule.pause).length > 0)

/** Returns whether some promise is paused. */
export const isPaused = (situation: Situation): boolean =>
  running(situation).some(({ clock }) => clock.status === "paused")

/** Adds a switch to every clock that it concerns. It may be late: it is put at the instant when it happened. */
export const pause = (draft: Draft, command: CommandOf<"pause">): readonly RefusalReason[] => {
  const live = running(draft)
  const concerned = live.filter(({ rule }) => Object.hasOwn(rule.pause, command.reason))
  if (concerned.length === 0) {
    const allowed = [...new Set(live.flatMap(({ rule }) => Object.keys(rule.pause)))]
    return [reason("clock/pause-not-allowed", "clock-defaults.pause", { reason: command.reason, allowed })]
  }
  const usable = concerned.filter((one) => !isUsedUp(draft, one, command.reason))
  const first = concerned[0]
  if (usable.length === 0 && first !== undefined)
    return [
      reason("clock/pause-used-up", `clock-defaults.pause.${command.reason}`, {
        reason: command.reason,
        clock: first.rule.name
      })
    ]
  for (const one of usable) {
    flip(draft, one, "clock-paused", { reason: command.reason })
    endedSince(draft, one.rule, command.reason)
  }
  return []
}

/** Returns the reason for which a clock waits at an instant; "" if it runs. */
const reasonAt = (switches: readonly Switch[], at: Instant): string =>
  switches.findLast((one) => one.at <= at)?.reason ?? ""

/** Ends the pause of a clock if a trigger has happened that the clock waits for. */
export const endWait = (draft: Draft, rule: LoopClock, by: Trigger.Trigger, at: Instant): void => {
  const clock = draft.state.clocks[rule.name]
  if (!live(clock)) return
  const waitsFor = reasonAt(counting(clock.switches), at)
  if (endedBy(rule.resumedBy.get(waitsFor) ?? [], by)) runOn(draft, { rule, clock }, by, at)
}

const endedBy = (ends: readonly Trigger.Trigger[], by: Trigger.Trigger): boolean =>
  ends.some((one) => Trigger.isSame(one, by))

/** Ends a pause, unless it turns out that the clock waited for another reason by then. */
const runOn = (draft: Draft, one: Running, by: Trigger.Trigger, at: Instant): void => {
  const of = [...one.rule.resumedBy].flatMap(([why, ends]) => (endedBy(ends, by) ? [why] : []))
  Drafts.at(draft, at, () => flip(draft, one, "clock-resumed", { reason: "", of }))
}

/** Ends a pause that is recorded late, if what ends it is already known to have happened. */
const endedSince = (draft: Draft, rule: LoopClock, why: string): void => {
  for (const trigger of rule.resumedBy.get(why) ?? [])
    for (const at of knownOf(draft, trigger)) if (at > draft.now) endWait(draft, rule, trigger, at)
}

/** Returns when a trigger that ends a pause happened, as far as the case records it. */
const knownOf = (situation: Situation, trigger: Trigger.Trigger): readonly Instant[] => {
  const { state } = situation
  const { spoke, happened } = state.conversation
  const known = (at: Instant | undefined): readonly Instant[] => (at === undefined ? [] : [at])
  switch (trigger._tag) {
    case "CustomerWrote":
      return spoke
    case "CustomerTold":
    case "Answered":
      return wordsTo(situation, trigger._tag)
    case "GatePassed": {
      const { status, settledAt } = Gate.at(state.gates, trigger.gate)
      return status === "passed" ? known(settledAt) : []
    }
    case "ClockMet": {
      const clock = state.clocks[trigger.clock]
      return clock?.status === "met" ? known(clock.endedAt) : []
    }
    case "EventHappened":
      return known(happened[trigger.event])
    case "Reopened":
      return state.lifecycle.reopenings
    case "Received":
    case "Logged":
    case "Closed":
    case "Ended":
    case "GateSettled":
    case "DateReached":
      return []
  }
}

/** Ends all pauses. It is recorded even if nothing is paused, since a pause recorded later would otherwise not end. */
export const resume = (draft: Draft): readonly RefusalReason[] => {
  for (const one of running(draft))
    if (Object.keys(one.rule.pause).length > 0) flip(draft, one, "clock-resumed", { reason: "" })
  return []
}

/** Returns whether a reason has used its cap up, so that a pause for it would end at once. */
const isUsedUp = (draft: Draft, { rule, clock }: Running, why: string): boolean => {
  const facts = { ...factsOf(clock), switches: withSwitch(clock.switches, { at: draft.now, reason: why }) }
  // The pause at this instant is the last one that has begun by then.
  const wait = pauses(input(draft, rule, facts, [])).findLast(({ from }) => from <= draft.now)
  return wait?.capAt != null && wait.capAt <= draft.now
}

/** Puts a switch at the instant when it happened. If it shows that a miss was none, the miss stays, refuted. */
const flip = (
  draft: Draft,
  { rule, clock }: Running,
  event: "clock-paused" | "clock-resumed",
  what: Omit<Switch, "at">
): void => {
  const added = { at: draft.now, ...what }
  const facts = { ...factsOf(clock), switches: withSwitch(clock.switches, added) }
  const missed = isPastDue(clock) ? clock.breaches.at(-1) : undefined
  const open = firedBesideDue(clock)
  const moved = line(draft, rule, facts, missed === undefined ? clock.fired : open)
  const isRefuted = missed !== undefined && (moved.dueAt === null || moved.dueAt > missed.dueAt)
  if (isRefuted) Drafts.emit(draft, "miss-refuted", { clock: rule.name, dueAt: missed.dueAt }, rule.path)
  const marks = missed === undefined || isRefuted ? moved.marks : moved.marks.filter(({ mark }) => mark._tag !== "Due")
  Drafts.emit(draft, event, { clock: rule.name, switch: added, ...recorded({ ...moved, marks }) }, rule.path)
}
