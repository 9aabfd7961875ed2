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
import type { GateContext } from "../../draft/Situation.ts"
import { tellCustomer, tellNamed } from "../../draft/send.ts"
import { closeTimers, door } from "../../draft/timers.ts"
import { byPolicy } from "../../people/Actor.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import type { Loop } from "../../policy/Policy.ts"
import { choose, holds } from "../../policy/Policy.ts"
import type { Verdict } from "../../table/Table.ts"
import { defined } from "../../value/Optional.ts"
import { missing } from "../../who/Signature.ts"
import * as Who from "../../who/Who.ts"
import { lastSaid, quote } from "../notice/react.ts"

/** Returns the gates before this one that are not settled yet. */
export const before = (d: Situation, rule: GateRule): readonly string[] =>
  rule.after.filter((gate) => !isSettled(d, gate))

const isSettled = (d: Situation, gate: string): boolean => Gate.isSettled(Gate.at(d.state.gates, gate))

const isPreceded = (d: Situation, { after }: GateRule): boolean => {
  for (const gate of after) if (!isSettled(d, gate)) return false
  return true
}

/** Passes a gate and tells those whom the policy names. */
export const settle = (d: Draft, rule: GateRule, by: string, evidence: Evidence): void => {
  Drafts.put(d, { event: "gate-passed", at: d.now, why: rule.path, gate: rule.name, by, evidence })
  for (const lane of rule.insteadOf)
    if (!Gate.isSettled(Gate.at(d.state.gates, lane)))
      Drafts.emit(d, "gate-not-needed", { gate: lane, reason: "lane" }, `${rule.path}.instead-of`)
  if (rule.tell !== undefined) tellPassed(d, rule, rule.tell)
  tellThose(d, rule, by)
}

const tellPassed = (d: Draft, rule: GateRule, message: string): void => {
  const kind = d.kinds[rule.kind]
  if (kind.tellPassed === undefined) return tellCustomer(d, message, { gate: rule.name })
  kind.tellPassed({ d, rule, state: Gate.at(d.state.gates, rule.name) }, message)
}

/** The praised hear of the praise; others hear that the gate is passed. */
const tellThose = (d: Draft, rule: GateRule, by: string): void => {
  if (rule.notify.length === 0) return
  const praised = rule.notify.filter((who) => who === "praised")
  const others = rule.notify.filter((who) => who !== "praised")
  const staff = d.meta.gathered.people
  tellNamed(d, "praised", Who.people(d.policy, d.state, praised, staff), {
    gate: rule.name,
    values: quote(d, lastSaid(d))
  })
  const told = Who.people(d.policy, d.state, others, staff).filter((id) => id !== by)
  tellNamed(d, "gate-passed", told, {
    gate: rule.name,
    values: { "act.by": (v) => v.who(by) }
  })
}

/** Passes a gate when its evidence is complete and every signature stands; returns whether it did. */
export const settleIfSigned = (d: Draft, rule: GateRule): boolean => {
  const state = Gate.at(d.state.gates, rule.name)
  if (state.evidence === undefined) return false
  const asked = rule.signOff.length === 0 ? [] : Who.signatories(d.policy, d.state, rule.signOff)
  if (missing(asked, state.signatures).length > 0) return false
  settle(d, rule, state.by ?? byPolicy, state.evidence)
  return true
}

/** Once a gate was opened, a grade that a person set does not take the demand away: that would be a way past it. */
const setByPerson = (d: Draft): boolean => Object.values(d.state.grades).some((grade) => grade.by !== undefined)

const replaced = (d: Draft, loop: Loop, gate: string): boolean =>
  loop.rule.gates.some((rule) => rule.insteadOf.includes(gate) && Gate.at(d.state.gates, rule.name).status === "passed")

const isAutomatic = (d: Draft, rule: GateRule): boolean =>
  rule.by.includes("automatic") && d.kinds[rule.kind].facts.passesAtOnce?.(rule) === true

/** Opens a gate: not before what comes before it was settled, which a machine may have done at the record. */
export const open = (d: Draft, rule: GateRule): void => {
  const after = rule.after.map((gate) => Gate.at(d.state.gates, gate).settledAt ?? d.now)
  Drafts.at(d, Math.max(d.now, ...after), () => openNow(d, rule))
}

const openNow = (d: Draft, rule: GateRule): void => {
  Drafts.put(d, { event: "gate-opened", at: d.now, why: rule.path, gate: rule.name })
  const state = Gate.at(d.state.gates, rule.name)
  d.kinds[rule.kind].opened?.({ d, rule, state })
  const shuts = rule.onlyWithin === undefined ? undefined : choose(rule.onlyWithin, Drafts.vector(d))
  if (shuts !== undefined)
    startTimer(d, { _tag: "Door", gate: rule.name }, shuts.value, `${rule.path}.only-within`, {
      name: door(rule.name, Drafts.loop(d)?.clocks),
      ...defined({ startedAt: d.state.feedback.receipt?.receivedAt })
    })
}

/**
 * What was not needed may be needed after all: its condition holds now or is not yet known again, or the lane that
 * replaced it is open again.
 */
const isMissed = (d: Draft, loop: Loop, rule: GateRule, needed: Verdict): boolean => {
  const { status, because } = Gate.at(d.state.gates, rule.name)
  if (status !== "not-needed" || needed === "no" || replaced(d, loop, rule.name)) return false
  return because === "when" || because === "lane" || because === "policy"
}

/**
 * The system loop of a case that is not fully closed opens again when the case comes to demand more of it: a regrade
 * after it closed. What the customer was told is closed stays so.
 */
const demandMore = (d: Draft, loop: Loop, rule: GateRule, needed: Verdict): boolean => {
  const { systemLoop, closedAt } = d.state.lifecycle
  const isOpen = rule.side === "system-loop" && systemLoop !== undefined && closedAt === undefined
  if (!isOpen || rule.optional || needed !== "yes" || !isMissed(d, loop, rule, needed)) return false
  const body = { gate: rule.name, side: rule.side, cause: "regraded", reason: d.because } as const
  Drafts.emit(d, "case-reopened", body, rule.path)
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

const follow = (d: Draft, loop: Loop, rule: GateRule, isTimed: boolean): void => {
  const state = Gate.at(d.state.gates, rule.name)
  const closed = rule.side === "customer-loop" ? d.state.lifecycle.customerLoop : d.state.lifecycle.systemLoop
  // What was shown or let go stands, whatever its condition says now.
  if (Gate.isSettled(state) && state.status !== "not-needed") {
    if (isTimed && closed === undefined) closeTimers(d, rule.name, "gate-settled")
    return
  }
  const needed = holds(rule.when, Drafts.vector(d))
  if (closed !== undefined && !demandMore(d, loop, rule, needed)) return
  switch (state.status) {
    case "waiting":
      if (needed === "no") notNeeded(d, rule)
      else if (needed === "yes" && isPreceded(d, rule)) open(d, rule)
      return
    case "not-needed":
      if (!isMissed(d, loop, rule, needed)) return isTimed ? closeTimers(d, rule.name, "gate-settled") : undefined
      return Drafts.emit(d, "gate-reopened", { gate: rule.name, reason: "when" }, rule.path)
    case "open": {
      if (needed === "no" && !setByPerson(d)) {
        notNeeded(d, rule)
        return closeTimers(d, rule.name, "gate-settled")
      }
      const ripe = state.evidence === undefined ? d.kinds[rule.kind].ripe?.({ d, rule, state }) : undefined
      if (ripe !== undefined)
        Drafts.emit(d, "gate-evidence-shown", { gate: rule.name, by: state.by ?? byPolicy, evidence: ripe }, rule.path)
      // Also when fewer signatures are asked for than before.
      settleIfSigned(d, rule)
      return
    }
  }
}

const notNeeded = (d: Draft, rule: GateRule): void =>
  Drafts.emit(d, "gate-not-needed", { gate: rule.name, reason: "when" }, `${rule.path}.when`)

/** Tells open gates what has been said since they opened: by the customer, and by whoever said what the case is. */
export const heard = (d: Draft, fresh: readonly CaseEvent[]): void => {
  for (const event of fresh) if (isCustomersWord(event)) each(d, event, "customerSpoke")
  if (isUnsure(d.state.feedback)) return
  const said = fresh.findLast(({ event }) => event === "classified" || event === "reclassified")
  if (said !== undefined) each(d, said, "madeSure")
}

const each = (d: Draft, event: CaseEvent, asked: "customerSpoke" | "madeSure"): void => {
  for (const rule of Drafts.loop(d)?.rule.gates ?? []) {
    const state = Gate.at(d.state.gates, rule.name)
    if (state.status === "open" && event.at >= (state.openedAt ?? 0)) tellGate({ d, rule, state }, event, asked)
  }
}

const tellGate = (x: GateContext, event: CaseEvent, asked: "customerSpoke" | "madeSure"): void => {
  const act = x.d.kinds[x.rule.kind][asked]
  if (act !== undefined) Drafts.at(x.d, event.at, () => act(x, event))
}

/** Brings every gate of the loop up to date with the case. */
export const react = (d: Draft): void => {
  const loop = Drafts.loop(d)
  if (loop === undefined) return
  const gates = timed(d)
  for (const rule of loop.rule.gates) follow(d, loop, rule, gates?.has(rule.name) === true)
}

/** While nobody is sure what it is, a machine says no more than that it has arrived. */
const waitsForReview = (d: Draft, rule: GateRule): boolean =>
  isUnsure(d.state.feedback) && d.kinds[rule.kind].facts.isReceipt !== true

/**
 * Passes what a machine may pass: after the clocks have started, so that a receipt can name the next promise. A
 * machine can only answer when the word has reached it: at the record, not at the receipt.
 */
export const passAutomatic = (d: Draft): void => {
  if (Drafts.isRecording(d)) return
  for (const rule of Drafts.loop(d)?.rule.gates ?? [])
    if (
      Gate.at(d.state.gates, rule.name).status === "open" &&
      isAutomatic(d, rule) &&
      !waitsForReview(d, rule) &&
      !d.state.messages.bounced.includes(rule.name)
    )
      settleByPolicy(d, rule)
}

const settleByPolicy = (d: Draft, rule: GateRule): void =>
  Drafts.at(d, Math.max(d.now, d.recordedAt), () => settle(d, rule, byPolicy, {}))
