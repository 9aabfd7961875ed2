/** Gates follow the case: opened when what comes before is settled, not needed when their condition says so. */

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
import { closeTimers, door } from "../../draft/timers.ts"
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

/** Passes a gate and tells those whom the policy names. */
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

/** The praised hear of the praise; others hear that the gate is passed. */
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

/** Passes a gate when its evidence is complete and every signature stands; returns whether it did. */
export const settleIfSigned = (draft: Draft, rule: GateRule): boolean => {
  const state = Gate.at(draft.state.gates, rule.name)
  if (state.evidence === undefined) return false
  const asked = rule.signOff.length === 0 ? [] : Who.signatories(draft.policy, draft.state, rule.signOff)
  if (missing(asked, state.signatures).length > 0) return false
  settle(draft, rule, state.by ?? byPolicy, state.evidence)
  return true
}

/** Once a gate was opened, a grade that a person set does not take the demand away: that would be a way past it. */
const setByPerson = (draft: Draft): boolean => Object.values(draft.state.grades).some((grade) => grade.by !== undefined)

const replaced = (draft: Draft, loop: PolicyLoop, gate: string): boolean =>
  loop.rule.gates.some(
    (rule) => rule.insteadOf.includes(gate) && Gate.at(draft.state.gates, rule.name).status === "passed"
  )

const isAutomatic = (draft: Draft, rule: GateRule): boolean =>
  rule.by.includes("automatic") && draft.kinds[rule.kind].facts.passesAtOnce?.(rule) === true

/** Opens a gate: not before what comes before it was settled, which a machine may have done at the record. */
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
      name: door(rule.name, Drafts.loop(draft)?.clocks),
      ...defined({ startedAt: draft.state.feedback.receipt?.receivedAt })
    })
}

/**
 * What was not needed may be needed after all: its condition holds now or is not yet known again, or the lane that
 * replaced it is open again.
 */
const isMissed = (draft: Draft, loop: PolicyLoop, rule: GateRule, needed: ConditionVerdict): boolean => {
  const { status, because } = Gate.at(draft.state.gates, rule.name)
  if (status !== "not-needed" || needed === "no" || replaced(draft, loop, rule.name)) return false
  return because === "when" || because === "lane" || because === "policy"
}

/**
 * The system loop of a case that is not fully closed opens again when the case comes to demand more of it: a regrade
 * after it closed. What the customer was told is closed stays so.
 */
const demandMore = (draft: Draft, loop: PolicyLoop, rule: GateRule, needed: ConditionVerdict): boolean => {
  const { systemLoop, closedAt } = draft.state.lifecycle
  const isOpen = rule.side === "system-loop" && systemLoop !== undefined && closedAt === undefined
  if (!isOpen || rule.optional || needed !== "yes" || !isMissed(draft, loop, rule, needed)) return false
  const body = { gate: rule.name, side: rule.side, cause: "regraded", reason: draft.because } as const
  Drafts.emit(draft, "case-reopened", body, rule.path)
  return true
}

/** Returns the gates for which a timer runs; undefined where there are none, as mostly. */
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
  // What was shown or let go stands, whatever its condition says now.
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
      // Also when fewer signatures are asked for than before.
      settleIfSigned(draft, rule)
      return
    }
  }
}

const notNeeded = (draft: Draft, rule: GateRule): void =>
  Drafts.emit(draft, "gate-not-needed", { gate: rule.name, reason: "when" }, `${rule.path}.when`)

/** Tells open gates what has been said since they opened: by the customer, and by whoever said what the case is. */
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

/** Brings every gate of the loop up to date with the case. */
export const react = (draft: Draft): void => {
  const loop = Drafts.loop(draft)
  if (loop === undefined) return
  const gates = timed(draft)
  for (const rule of loop.rule.gates) follow(draft, loop, rule, gates?.has(rule.name) === true)
}

/** While nobody is sure what it is, a machine says no more than that it has arrived. */
const waitsForReview = (draft: Draft, rule: GateRule): boolean =>
  isUnsure(draft.state.feedback) && draft.kinds[rule.kind].facts.isReceipt !== true

/**
 * Passes what a machine may pass: after the clocks have started, so that a receipt can name the next promise. A
 * machine can only answer when the word has reached it: at the record, not at the receipt.
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
