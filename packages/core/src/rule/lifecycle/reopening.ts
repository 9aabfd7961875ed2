/** Sends a loop back to the gate that failed, after a dissatisfied answer, a recurrence or a failed check. */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import { live, withSwitch } from "../../case/track/Clocks.ts"
import * as Gate from "../../case/track/Gate.ts"
import { lastReopening } from "../../case/track/Lifecycle.ts"
import { SETTLED } from "../../deadline/ClockFacts.ts"
import { add } from "../../deadline/Span.ts"
import { cancel, carriedFrom, start } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { closeTimers } from "../../draft/timers.ts"
import { isOfCustomer, nameOf } from "../../people/Actor.ts"
import type { GateRule, ReopenRule } from "../../policy/Bundle.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import { holds } from "../../policy/Policy.ts"
import { inEachLanguage } from "../../text/phrase/EachLanguage.ts"
import { length } from "../../text/phrase/Lengths.ts"
import { defined } from "../../value/Optional.ts"
import { spokenBy } from "../../who/Speaker.ts"
import { isParked, park, tooFast } from "./parkedWords.ts"

/** Returns a gate and the gates after it in its loop. */
const sentBack = (gates: readonly GateRule[], from: GateRule): readonly GateRule[] => {
  const back = new Set([from.name])
  for (let grown = true; grown; ) {
    grown = false
    for (const rule of gates)
      if (rule.side === from.side && !back.has(rule.name) && rule.after.some((gate) => back.has(gate)))
        grown = back.add(rule.name).size > 0
  }
  return gates.filter((rule) => back.has(rule.name))
}

/** Restarts a clock of a reopened gate as its rule says. */
const restart = (draft: Draft, rule: LoopClock, how: "resume" | "restart" | "continue"): void => {
  const clock = draft.state.clocks[rule.name]
  if (clock === undefined || live(clock)) return
  if (how === "restart") return start(draft, rule, draft.now, { cause: "reopened" })
  // If the reopening is not later than the settling, there is no time in between to leave out.
  const switches =
    how === "continue" || clock.endedAt === undefined || clock.endedAt >= draft.now
      ? clock.switches
      : withSwitch(withSwitch(clock.switches, { at: clock.endedAt, reason: SETTLED }), { at: draft.now, reason: "" })
  start(draft, rule, clock.startedAt, { ...carriedFrom(clock), switches, cause: "reopened" })
}

/** Sends a loop back to a gate. */
export const sendBack = (
  draft: Draft,
  to: GateRule,
  cause: string,
  why: string,
  how: ReopenRule["clocks"],
  path: string
): void => {
  const loop = Drafts.loop(draft)
  if (loop === undefined) return
  Drafts.emit(draft, "case-reopened", { gate: to.name, side: to.side, cause, reason: why }, path)
  gatesBack(draft, to, why, how, path)
}

/** Returns whether somebody reopened the case just now. Reopenings by the engine itself do not count. */
const isReopened = (draft: Draft): boolean => lastReopening(draft.state.lifecycle) === draft.now

/** Reopens a gate and those after it in its loop, with their clocks. The loop itself is open already. */
export const gatesBack = (draft: Draft, to: GateRule, why: string, how: ReopenRule["clocks"], path: string): void => {
  const loop = Drafts.loop(draft)
  if (loop === undefined) return
  const back = sentBack(loop.rule.gates, to)
  for (const rule of back) {
    if (Gate.at(draft.state.gates, rule.name).status === "waiting") continue
    Drafts.emit(draft, "gate-reopened", { gate: rule.name, reason: why }, path)
    closeTimers(draft, rule.name, "reopened")
  }
  const names = new Set(back.map((rule) => rule.name))
  for (const clock of loop.clocks.values()) {
    const concerned = clock.metByGates.some((gate) => names.has(gate))
    const closed =
      draft.state.clocks[clock.name]?.endedBecause === "loop-closed" && clock.promise === (to.side === "customer-loop")
    // A clock that counts from a reopened gate starts when that gate is settled again; one that counts from reopenings
    // starts now.
    const later = clock.from.some(
      (trigger) =>
        (trigger._tag === "GateSettled" && names.has(trigger.gate)) ||
        (trigger._tag === "Reopened" && isReopened(draft))
    )
    if (later) cancel(draft, clock.name, "reopened")
    else if (concerned || closed) restart(draft, clock, how ?? clock.onReopen)
  }
}

/** The policy's reopening for a cause, or why it is not possible now. */
type Judged = { readonly rule: ReopenRule; readonly to: GateRule } | { readonly reasons: readonly RefusalReason[] }

const no = (...reasons: readonly RefusalReason[]): Judged => ({ reasons })

/**
 * Returns the reopening for a cause, or why it is not possible. `isDecided`: a person decides, who may exceed the
 * number of times that a customer may reopen the case.
 */
const judge = (situation: Situation, cause: string, isDecided: boolean): Judged => {
  if (situation.state.relations.mergedInto !== undefined)
    return no(reason("loop/ended-early", "endings.merged", { outcome: "merged" }))
  const loop = Drafts.loop(situation)
  const forCause = loop?.rule.reopen.filter((one) => one.cause === cause) ?? []
  const rule = forCause.find(({ when }) => holds(when, Drafts.vector(situation)) === "yes")
  const to = rule === undefined ? undefined : loop?.gates.get(rule.backTo)
  const [asked] = forCause
  if (rule === undefined && asked !== undefined)
    return no(reason("loop/not-reopened-now", asked.when?.rule ?? asked.path, { cause }))
  if (loop === undefined || rule === undefined || to === undefined)
    return no(
      reason("loop/not-reopenable", loop === undefined ? undefined : `${loop.rule.path}.reopen`, {
        cause,
        known: (loop?.rule.reopen ?? []).map((r) => r.cause)
      })
    )
  const closed =
    to.side === "customer-loop"
      ? situation.state.lifecycle.customerLoop
      : (situation.state.lifecycle.systemLoop ?? situation.state.lifecycle.customerLoop)
  if (closed !== undefined && situation.now > add(situation, closed.closedAt, rule.within))
    return no(
      reason("loop/reopen-too-late", `${rule.path}.within`, {
        cause,
        ...inEachLanguage("within", (language) => length(rule.within, language))
      })
    )
  const { parked, reopenedFor } = situation.state.lifecycle
  const isAllowed = isDecided && parked !== undefined && situation.meta.actor.kind === "person"
  if (rule.atMost !== undefined && (reopenedFor[cause] ?? 0) >= rule.atMost && !isAllowed)
    return no(reason("loop/reopened-enough", `${rule.path}.at-most`, { times: rule.atMost }))
  const fast = tooFast(situation, rule.path)
  return fast.length > 0 ? no(...fast) : { rule, to }
}

/** Reopens the case for a cause. Returns why it is not possible; empty if it was done. */
export const reopen = (draft: Draft, cause: string, why: string, isDecided = false): readonly RefusalReason[] => {
  const found = judge(draft, cause, isDecided)
  if ("reasons" in found) return found.reasons
  const { rule, to } = found
  sendBack(draft, to, cause, why, rule.clocks, rule.path)
  return []
}

/**
 * Returns why the case cannot be reopened by command, for one cause or for any. Messages that came too often are left
 * to a person.
 */
export const againstReopening = (
  situation: Situation,
  { because }: { readonly because?: string }
): readonly RefusalReason[] => {
  const known = Drafts.loop(situation)?.rule.reopen.map(({ cause }) => cause) ?? []
  const causes = because !== undefined ? [because] : known.length > 0 ? [...new Set(known)] : [""]
  const against = causes.map((cause) => {
    const found = judge(situation, cause, true)
    return "rule" in found || (isOfCustomer(situation.meta.actor) && isParked(situation, found.reasons))
      ? []
      : found.reasons
  })
  return against.some((reasons) => reasons.length === 0) ? [] : (against[0] ?? [])
}

const early: ReadonlySet<string> = new Set(["withdrawn", "forwarded", "turned-away", "merged"])

/**
 * Returns how a case ended early; undefined if it did not. Later messages are then about something else, or not ours.
 */
export const endedEarly = ({ state }: Situation): string | undefined => {
  const outcome = state.lifecycle.customerLoop?.outcome
  return outcome !== undefined && early.has(outcome) ? outcome : undefined
}

/**
 * Reopens the case by command. A reason of staff is recorded in the events; a customer's own words are recorded once,
 * where they can be erased.
 */
export const reopenBy = (draft: Draft, { because, reason: why }: CommandOf<"reopen">): readonly RefusalReason[] => {
  if (why.trim() === "") return [reason("reason/missing")]
  const by = nameOf(draft.meta.actor)
  if (!isOfCustomer(draft.meta.actor)) return reopen(draft, because, why, true)
  const refused = reopen(draft, because, because, true)
  if (refused.length > 0) return park(draft, because, refused, why) ? [] : refused
  if (because === "dissatisfied") Drafts.emit(draft, "customer-dissatisfied", { by, text: why }, pathOf(draft, because))
  else Drafts.emit(draft, "note-added", { by, text: why })
  return []
}

const pathOf = (draft: Draft, cause: string): string | undefined =>
  Drafts.loop(draft)?.rule.reopen.find((one) => one.cause === cause)?.path

/** Sends the case back to the gate that the policy names for a dissatisfied customer, or returns why not. */
export const dispute = (draft: Draft, text: string | undefined, gate?: string): readonly RefusalReason[] => {
  const refused = reopen(draft, "dissatisfied", "dissatisfied")
  if (refused.length > 0) return refused
  const word = spokenBy(draft.state, draft.meta.actor)
  Drafts.emit(draft, "customer-dissatisfied", defined({ gate, text, ...word }), pathOf(draft, "dissatisfied"))
  return []
}
