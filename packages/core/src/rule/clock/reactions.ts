/** Reactions of clocks: they are started, met, cancelled and moved by the events of the case. */

import type { CaseEvent, EventName } from "../../case/Case.ts"
import { customersWords, isCustomersWord } from "../../case/CustomersWord.ts"
import type { ClockState } from "../../case/track/Clocks.ts"
import { factsOf, isPastDue, live } from "../../case/track/Clocks.ts"
import * as Gate from "../../case/track/Gate.ts"
import { lastReopening } from "../../case/track/Lifecycle.ts"
import { countingOf, earlier, targetOf } from "../../draft/clockLine.ts"
import { cancel, carriedFrom, meet, start } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { followOwner, move } from "../../draft/deadlineMove.ts"
import { happenedAt } from "../../draft/triggerHistory.ts"
import { isMachine } from "../../people/Actor.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import { concernedBy, holds } from "../../policy/Policy.ts"
import * as Trigger from "../../policy/Trigger.ts"
import type { Instant } from "../../time/Instant.ts"
import { isSame } from "../../time/Target.ts"
import { defined } from "../../value/Optional.ts"
import { isLate, reconcile } from "./answerClocks.ts"
import { endWait } from "./pauses.ts"

/** Returns the triggers that an event is for clocks. An automatic message answers nobody. */
const triggersOf = (draft: Draft, event: CaseEvent): readonly Trigger.Trigger[] => {
  switch (event.event) {
    case "gate-passed":
      return [{ _tag: "GatePassed", gate: event.gate }]
    case "customer-wrote":
      return event.as === undefined ? written : none
    case "feedback-joined":
      return event.again === true || event.from !== undefined ? none : written
    case "event-happened":
      return [{ _tag: "EventHappened", event: event.name }]
    case "customer-told":
      return answered
    case "message-queued": {
      if (event.gate === undefined) return none
      const { by } = Gate.at(draft.state.gates, event.gate)
      return by !== undefined && isMachine(by) ? told : answered
    }
    case "clock-met":
      return [{ _tag: "ClockMet", clock: event.clock }]
    case "case-reopened":
      return lastReopening(draft.state.lifecycle) === event.at ? [{ _tag: "Reopened" }] : []
    default:
      return none
  }
}

const none: readonly Trigger.Trigger[] = []
const wrote: Trigger.Trigger = { _tag: "CustomerWrote" }
const written: readonly Trigger.Trigger[] = [wrote]
const told: readonly Trigger.Trigger[] = [{ _tag: "CustomerTold" }]
const answered: readonly Trigger.Trigger[] = [{ _tag: "CustomerTold" }, { _tag: "Answered" }]

/** Returns when a clock would start: the earliest of its triggers, as far as they have happened. */
const startOf = (draft: Draft, rule: LoopClock): Instant | undefined => {
  let first: Instant | undefined
  for (const trigger of rule.from)
    first = earlier(
      first,
      happenedAt(draft, trigger, trigger._tag === "DateReached" ? countingOf(draft, rule) : undefined)
    )
  return first
}

/** Returns whether the loop of a clock is open: the customer loop for a promise, else the system loop. */
const loopIsOpen = (draft: Draft, rule: LoopClock): boolean =>
  draft.state.lifecycle.closedAt === undefined &&
  (rule.promise ? draft.state.lifecycle.customerLoop === undefined : draft.state.lifecycle.systemLoop === undefined)

/** Returns why nothing can meet a clock any more: all of its gates are settled without being passed. */
const moot = (draft: Draft, rule: LoopClock): string | undefined => {
  const gates = rule.metByGates
  if (gates.length === 0 || gates.length < rule.metBy.length) return undefined
  for (const name of gates) {
    const gate = Gate.at(draft.state.gates, name)
    if (!Gate.isSettled(gate) || gate.status === "passed") return undefined
  }
  return Gate.at(draft.state.gates, gates[0] ?? "").status
}

/** Reasons of an end after which a clock may start again: its condition, its gates, its target, its rule. */
const mayReturn: ReadonlySet<string> = new Set(["when", "not-needed", "no-target", "loop-changed", "policy"])

/** Returns whether a clock that ended starts again: the reason of its end is gone, or its trigger has happened anew. */
const startsAgain = (rule: LoopClock, clock: ClockState, from: Instant): boolean =>
  mayReturn.has(clock.endedBecause ?? "") ||
  (from > (clock.endedAt ?? from) && rule.from.some(({ _tag }) => _tag === "GateSettled")) ||
  (from > clock.startedAt && rule.from.some(({ _tag }) => _tag === "Reopened"))

const follow = (draft: Draft, rule: LoopClock): void => {
  const clock = draft.state.clocks[rule.name]
  const wanted = holds(rule.when, Drafts.vector(draft))
  if (live(clock)) {
    const reason = wanted === "no" ? "when" : moot(draft, rule)
    if (reason !== undefined) cancel(draft, rule.name, reason)
    else if (!loopIsOpen(draft, rule) && rule.metBy.length > 0) cancel(draft, rule.name, "loop-closed")
    else retarget(draft, rule, clock)
    return
  }
  if (wanted !== "yes" || !loopIsOpen(draft, rule) || moot(draft, rule) !== undefined) return
  const from = startOf(draft, rule)
  if (from === undefined || (clock !== undefined && !startsAgain(rule, clock, from))) return
  const shown = shownAt(draft, rule)
  // A gate that was passed before its clock would start needs no deadline any more.
  if (shown !== undefined && shown < from) return
  const isLaterRun = clock?.status === "cancelled" && from <= clock.startedAt
  const carried = isLaterRun ? carriedFrom(clock) : {}
  // A clock that a changed fact switches on counts from its original start. A due in the past is a miss with that
  // cause.
  start(draft, rule, from, {
    ...carried,
    ...(from < draft.now ? { cause: isMoving(draft) ? "policy" : "regraded" } : {})
  })
  if (shown !== undefined) meet(draft, rule.name, shown)
}

/** Returns whether the case is moved to another version of its policy in this step. */
const isMoving = (draft: Draft): boolean => draft.events.some(({ event }) => event === "policy-moved")

/** Returns when a gate that meets this clock was passed; undefined if none was. */
const shownAt = (draft: Draft, rule: LoopClock): Instant | undefined => {
  let first: Instant | undefined
  for (const name of rule.metByGates) {
    const { status, settledAt } = Gate.at(draft.state.gates, name)
    if (status === "passed") first = earlier(first, settledAt)
  }
  return first
}

const retarget = (draft: Draft, rule: LoopClock, clock: ClockState): void => {
  // A clock with a date keeps its date; only a length that a grade gives may be kept when the grade changes.
  if (rule.within !== undefined && rule.onRegrade === "keep") return
  const target = targetOf(draft, rule, clock.startedAt)
  if (target === undefined) return cancel(draft, rule.name, "no-target")
  if (isSame(target, clock.keeps ?? clock.target)) return
  // A deadline that a person set was for the former grade or date.
  const { manual: _, ...facts } = factsOf(clock)
  move(draft, rule, clock, { ...facts, target }, { cause: "regraded", reason: draft.because })
}

/** Starts, cancels and moves clocks by the present state of the case. */
export const react = (draft: Draft): void => {
  for (const rule of Drafts.loop(draft)?.clocks.values() ?? []) follow(draft, rule)
}

/** Events after which another person may handle the case. */
const ownership: ReadonlySet<EventName> = new Set([
  "owner-assigned",
  "handover-accepted",
  "recused",
  "on-call-accepted"
])

/** Events that may meet, start or cancel a clock, end a pause, or change whose working hours count. */
export const hears: readonly EventName[] = [
  ...customersWords,
  ...ownership,
  "gate-passed",
  "event-happened",
  "customer-told",
  "message-queued",
  "clock-met",
  "case-reopened"
]

/** Meets, starts and cancels clocks by the latest events. */
export const happened = (draft: Draft, fresh: readonly CaseEvent[]): void => {
  const loop = Drafts.loop(draft)
  if (loop === undefined) return
  for (const { event } of fresh)
    if (ownership.has(event)) {
      followOwner(draft)
      break
    }
  for (const event of fresh) {
    if (isCustomersWord(event))
      for (const rule of concernedBy(loop, wrote)?.resumed ?? []) endWait(draft, rule, wrote, event.at)
    for (const trigger of triggersOf(draft, event)) {
      const concerned = concernedBy(loop, trigger)
      if (concerned === undefined) continue
      for (const rule of concerned.resumed) endWait(draft, rule, trigger, event.at)
      for (const rule of concerned.met) met(draft, rule, trigger, event.at)
      for (const rule of concerned.cancelled) cancel(draft, rule.name, Trigger.render(trigger))
      for (const rule of concerned.restarted) beginAnew(draft, rule, event.at)
      if (!Trigger.isWord(trigger)) continue
      for (const rule of concerned.started) spoken(draft, rule, event.at)
    }
  }
}

/** Begins the count of a clock again at an instant. A pause goes on, and an earlier miss stays. */
const beginAnew = (draft: Draft, rule: LoopClock, at: Instant): void => {
  const clock = draft.state.clocks[rule.name]
  if (!live(clock) || at <= clock.startedAt || !mayStart(draft, rule)) return
  const missed = isPastDue(clock) ? clock.breaches.at(-1) : undefined
  if (missed !== undefined && at < missed.dueAt)
    Drafts.emit(draft, "miss-refuted", { clock: rule.name, dueAt: missed.dueAt }, rule.path)
  start(draft, rule, at, { calendar: clock.calendar, switches: clock.switches, ...defined({ legs: clock.legs }) })
}

const mayStart = (draft: Draft, rule: LoopClock): boolean =>
  loopIsOpen(draft, rule) && holds(rule.when, Drafts.vector(draft)) === "yes"

const inOrder = (draft: Draft, rule: LoopClock): void =>
  reconcile(draft, rule, {
    start: (since) => {
      if (mayStart(draft, rule)) start(draft, rule, since)
    },
    meet: (at) => meet(draft, rule.name, at)
  })

const met = (draft: Draft, rule: LoopClock, by: Trigger.Trigger, at: Instant): void => {
  if (Trigger.isWord(by) && isLate(draft, rule, at)) return inOrder(draft, rule)
  const clock = draft.state.clocks[rule.name]
  if (!live(clock)) return
  // A message reported late may lie before the start of the clock, or be the message from which it counts.
  if (Trigger.isWord(by) && (rule.repeats ? at <= clock.startedAt : at < clock.startedAt)) return
  meet(draft, rule.name, at)
  // Pauses that are known to have begun since belong to the new run.
  const switches = clock.switches.filter((one) => one.at >= at)
  if (rule.repeats && loopIsOpen(draft, rule)) start(draft, rule, at, { switches })
}

const spoken = (draft: Draft, rule: LoopClock, at: Instant): void => {
  if (isLate(draft, rule, at)) inOrder(draft, rule)
  else if (!live(draft.state.clocks[rule.name]) && mayStart(draft, rule)) start(draft, rule, at)
}
