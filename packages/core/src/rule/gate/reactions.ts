/**
 * Reactions of gates: a gate opens when the gates before it are settled, and is not needed if its condition is false.
 */

import type { CaseEvent } from "../../case/Case.ts"
import { isCustomersWord } from "../../case/CustomersWord.ts"
import type { Evidence } from "../../case/generated/Command.ts"
import { live } from "../../case/track/Clocks.ts"
import { isUnsure } from "../../case/track/Feedback.ts"
import * as Gate from "../../case/track/Gate.ts"
import { startTimer } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellCustomer, tellNamed } from "../../draft/messageQueue.ts"
import type { GateContext } from "../../draft/Situation.ts"
import { closeTimers, passingLimit } from "../../draft/timers.ts"
import { byPolicy } from "../../people/Actor.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import type { PolicyLoop } from "../../policy/Policy.ts"
import { choose, holds } from "../../policy/Policy.ts"
import type { ConditionVerdict } from "../../table/Table.ts"
import { defined } from "../../value/Optional.ts"
import { missing } from "../../who/Signature.ts"
import * as Who from "../../who/Who.ts"
import { lastSaid, quote } from "../notice/reactions.ts"

/** Returns the gates before this one that are not settled yet. */
export const before = (situation: Situation, rule: GateRule): readonly string[] =>
  rule.after.filter((gate) => !isSettled(situation, gate))

const isSettled = (situation: Situation, gate: string): boolean => Gate.isSettled(Gate.at(situation.state.gates, gate))

const isPreceded = (situation: Situation, { after }: GateRule): boolean => {
  for (const gate of after) if (!isSettled(situation, gate)) return false
  return true
}

/** Passes a gate and notifies those whom the policy names. */
export const settle = (draft: Draft, rule: GateRule, by: string, evidence: Evidence): void => {
  Drafts.put(draft, { event: "gate-passed", at: draft.now, why: rule.path, gate: rule.name, by, evidence })
  for (const lane of rule.insteadOf)
    if (!Gate.isSettled(Gate.at(draft.state.gates, lane)))
      Drafts.emit(draft, "gate-not-needed", { gate: lane, reason: "lane" }, `${rule.path}.instead-of`)
  if (rule.tell !== undefined) tellPassed(draft, rule, rule.tell)
  tellThose(draft, rule, by)
}

const tellPassed = (draft: Draft, rule: GateRule, message: string): void => {
  const kind = draft.kinds[rule.kind]
  if (kind.tellPassed === undefined) return tellCustomer(draft, message, { gate: rule.name })
  kind.tellPassed({ situation: draft, rule, state: Gate.at(draft.state.gates, rule.name) }, message)
}

/** Notifies people of a passed gate; people who are praised get the praise. */
const tellThose = (draft: Draft, rule: GateRule, by: string): void => {
  if (rule.notify.length === 0) return
  const praised = rule.notify.filter((who) => who === "praised")
  const others = rule.notify.filter((who) => who !== "praised")
  const staff = draft.meta.gathered.people
  tellNamed(draft, "praised", Who.people(draft.policy, draft.state, praised, staff), {
    gate: rule.name,
    values: quote(draft, lastSaid(draft))
  })
  const told = Who.people(draft.policy, draft.state, others, staff).filter((id) => id !== by)
  tellNamed(draft, "gate-passed", told, {
    gate: rule.name,
    values: { "act.by": (v) => v.who(by) }
  })
}

/** Passes a gate if its evidence is complete and every signature is given. Returns whether it did. */
export const settleIfSigned = (draft: Draft, rule: GateRule): boolean => {
  const state = Gate.at(draft.state.gates, rule.name)
  if (state.evidence === undefined) return false
  const asked = rule.signOff.length === 0 ? [] : Who.signatories(draft.policy, draft.state, rule.signOff)
  if (missing(asked, state.signatures).length > 0) return false
  settle(draft, rule, state.by ?? byPolicy, state.evidence)
  return true
}

/**
 * Returns whether a person set a grade. Such a grade must not close a gate that is open, since it could be set to avoid
 * the gate.
 */
const setByPerson = (draft: Draft): boolean => Object.values(draft.state.grades).some((grade) => grade.by !== undefined)

const replaced = (draft: Draft, loop: PolicyLoop, gate: string): boolean =>
  loop.rule.gates.some(
    (rule) => rule.insteadOf.includes(gate) && Gate.at(draft.state.gates, rule.name).status === "passed"
  )

const isAutomatic = (draft: Draft, rule: GateRule): boolean =>
  rule.by.includes("automatic") && draft.kinds[rule.kind].facts.passesAtOnce?.(rule) === true

/**
 * Opens a gate, not earlier than the gates before it were settled. A machine settles gates when a command is recorded.
 */
export const open = (draft: Draft, rule: GateRule): void => {
  const after = rule.after.map((gate) => Gate.at(draft.state.gates, gate).settledAt ?? draft.now)
  Drafts.at(draft, Math.max(draft.now, ...after), () => openNow(draft, rule))
}

const openNow = (draft: Draft, rule: GateRule): void => {
  Drafts.put(draft, { event: "gate-opened", at: draft.now, why: rule.path, gate: rule.name })
  const state = Gate.at(draft.state.gates, rule.name)
  draft.kinds[rule.kind].opened?.({ situation: draft, rule, state })
  const shuts = rule.onlyWithin === undefined ? undefined : choose(rule.onlyWithin, Drafts.vector(draft))
  if (shuts !== undefined)
    startTimer(draft, { _tag: "Door", gate: rule.name }, shuts.value, `${rule.path}.only-within`, {
      name: passingLimit(rule.name, Drafts.loop(draft)?.clocks),
      ...defined({ startedAt: draft.state.feedback.receipt?.receivedAt })
    })
}

/**
 * Returns whether a gate that was not needed is needed now: its condition holds or is not known again, or the lane that
 * replaced it is open again.
 */
const isMissed = (draft: Draft, loop: PolicyLoop, rule: GateRule, needed: ConditionVerdict): boolean => {
  const { status, because } = Gate.at(draft.state.gates, rule.name)
  if (status !== "not-needed" || needed === "no" || replaced(draft, loop, rule.name)) return false
  return because === "when" || because === "lane" || because === "policy"
}

/**
 * Reopens the system loop of a case that is not fully closed if a regrade adds demands to it. The customer loop stays
 * closed, since the customer was told so.
 */
const demandMore = (draft: Draft, loop: PolicyLoop, rule: GateRule, needed: ConditionVerdict): boolean => {
  const { systemLoop, closedAt } = draft.state.lifecycle
  const isOpen = rule.side === "system-loop" && systemLoop !== undefined && closedAt === undefined
  if (!isOpen || rule.optional || needed !== "yes" || !isMissed(draft, loop, rule, needed)) return false
  const body = { gate: rule.name, side: rule.side, cause: "regraded", reason: draft.because } as const
  Drafts.emit(draft, "case-reopened", body, rule.path)
  return true
}

/** Returns the gates for which a timer runs; undefined if there are none, which is the usual case. */
const timed = ({ state: { clocks } }: Draft): ReadonlySet<string> | undefined => {
  let gates: Set<string> | undefined
  for (const name in clocks) {
    const { [name]: clock } = clocks
    if (!live(clock) || clock.timer === undefined || !("gate" in clock.timer)) continue
    gates ??= new Set()
    gates.add(clock.timer.gate)
  }
  return gates
}

const follow = (draft: Draft, loop: PolicyLoop, rule: GateRule, isTimed: boolean): void => {
  const state = Gate.at(draft.state.gates, rule.name)
  const closed = rule.side === "customer-loop" ? draft.state.lifecycle.customerLoop : draft.state.lifecycle.systemLoop
  // A gate that was passed, explained, waived or lapsed stays so, whatever its condition says now.
  if (Gate.isSettled(state) && state.status !== "not-needed") {
    if (isTimed && closed === undefined) closeTimers(draft, rule.name, "gate-settled")
    return
  }
  const needed = holds(rule.when, Drafts.vector(draft))
  if (closed !== undefined && !demandMore(draft, loop, rule, needed)) return
  switch (state.status) {
    case "waiting":
      if (needed === "no") notNeeded(draft, rule)
      else if (needed === "yes" && isPreceded(draft, rule)) open(draft, rule)
      return
    case "not-needed":
      if (!isMissed(draft, loop, rule, needed))
        return isTimed ? closeTimers(draft, rule.name, "gate-settled") : undefined
      return Drafts.emit(draft, "gate-reopened", { gate: rule.name, reason: "when" }, rule.path)
    case "open": {
      if (needed === "no" && !setByPerson(draft)) {
        notNeeded(draft, rule)
        return closeTimers(draft, rule.name, "gate-settled")
      }
      const ripe =
        state.evidence === undefined ? draft.kinds[rule.kind].ripe?.({ situation: draft, rule, state }) : undefined
      if (ripe !== undefined)
        Drafts.emit(
          draft,
          "gate-evidence-shown",
          { gate: rule.name, by: state.by ?? byPolicy, evidence: ripe },
          rule.path
        )
      // This also applies if fewer signatures are required than before.
      settleIfSigned(draft, rule)
      return
    }
  }
}

const notNeeded = (draft: Draft, rule: GateRule): void =>
  Drafts.emit(draft, "gate-not-needed", { gate: rule.name, reason: "when" }, `${rule.path}.when`)

/** Tells open gates what was said since they opened, by the customer or by whoever made the classification sure. */
export const heard = (draft: Draft, fresh: readonly CaseEvent[]): void => {
  for (const event of fresh) if (isCustomersWord(event)) each(draft, event, "customerSpoke")
  if (isUnsure(draft.state.feedback)) return
  const said = fresh.findLast(({ event }) => event === "classified" || event === "reclassified")
  if (said !== undefined) each(draft, said, "madeSure")
}

const each = (draft: Draft, event: CaseEvent, asked: "customerSpoke" | "madeSure"): void => {
  for (const rule of Drafts.loop(draft)?.rule.gates ?? []) {
    const state = Gate.at(draft.state.gates, rule.name)
    if (state.status === "open" && event.at >= (state.openedAt ?? 0))
      tellGate({ situation: draft, rule, state }, event, asked)
  }
}

const tellGate = (context: GateContext, event: CaseEvent, asked: "customerSpoke" | "madeSure"): void => {
  const act = context.situation.kinds[context.rule.kind][asked]
  if (act !== undefined) Drafts.at(context.situation, event.at, () => act(context, event))
}

/** Updates every gate of the loop to the state of the case. */
export const react = (draft: Draft): void => {
  const loop = Drafts.loop(draft)
  if (loop === undefined) return
  const gates = timed(draft)
  for (const rule of loop.rule.gates) follow(draft, loop, rule, gates?.has(rule.name) === true)
}

/** Returns whether a gate waits for a review. While the classification is not sure, a machine only sends receipts. */
const waitsForReview = (draft: Draft, rule: GateRule): boolean =>
  isUnsure(draft.state.feedback) && draft.kinds[rule.kind].facts.isReceipt !== true

/**
 * Passes the gates that a machine may pass. It runs after the clocks have started, so that a receipt can name the next
 * promise. A machine answers when feedback is recorded, not when it was received.
 */
export const passAutomatic = (draft: Draft): void => {
  if (Drafts.isRecording(draft)) return
  for (const rule of Drafts.loop(draft)?.rule.gates ?? [])
    if (
      Gate.at(draft.state.gates, rule.name).status === "open" &&
      isAutomatic(draft, rule) &&
      !waitsForReview(draft, rule) &&
      !draft.state.messages.bounced.includes(rule.name)
    )
      settleByPolicy(draft, rule)
}

const settleByPolicy = (draft: Draft, rule: GateRule): void =>
  Drafts.at(draft, Math.max(draft.now, draft.recordedAt), () => settle(draft, rule, byPolicy, {}))
