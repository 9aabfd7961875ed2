/** Gates follow the case: opened when what comes before is settled, not needed when their condition says so. */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import * as Who from "../../decider/Who.ts"
import { registry } from "../../gate/registry.ts"
import type { GateRule } from "../../model/Bundle.ts"
import type { Evidence } from "../../model/Command.ts"
import type { Loop } from "../../model/Policy.ts"
import { choose, holds } from "../../model/Policy.ts"
import { cancel, startTimer } from "../clock/react.ts"
import { tellCustomer, tellStaff } from "../message/send.ts"
import * as Gate from "./State.ts"

/** Returns the gates before this one that are not settled yet. */
export const before = (d: Draft, rule: GateRule): readonly string[] =>
  rule.after.filter((gate) => !Gate.isSettled(Gate.at(d.state.gates, gate)))

/** Passes a gate and tells those whom the policy names. */
export const settle = (d: Draft, rule: GateRule, by: string, evidence: Evidence): void => {
  Drafts.emit(d, "gate-passed", { gate: rule.name, by, evidence }, rule.path)
  for (const lane of rule.insteadOf)
    if (!Gate.isSettled(Gate.at(d.state.gates, lane)))
      Drafts.emit(d, "gate-not-needed", { gate: lane }, `${rule.path}.instead-of`)
  if (rule.tell !== undefined && rule.kind !== "proposal") tellCustomer(d, rule.tell, { gate: rule.name })
  tellThose(d, rule)
}

/** The praised hear of the praise; others hear that the gate is passed. */
const tellThose = (d: Draft, rule: GateRule): void => {
  const praised = rule.notify.filter((who) => who === "praised")
  const others = rule.notify.filter((who) => who !== "praised")
  const staff = d.meta.gathered.people
  tellStaff(d, "praised", Who.people(d.policy, d.state, praised, staff), { gate: rule.name })
  tellStaff(d, "gate-passed", Who.people(d.policy, d.state, others, staff), {
    gate: rule.name,
    values: { gate: rule.name }
  })
}

/** Passes a gate when its evidence is complete and every signature stands; returns whether it did. */
export const settleIfSigned = (d: Draft, rule: GateRule): boolean => {
  const state = Gate.at(d.state.gates, rule.name)
  if (state.evidence === undefined) return false
  const missing = Who.signatures(d.policy, d.state, rule.signOff).filter((who) => !state.signatures.includes(who))
  if (missing.length > 0) return false
  settle(d, rule, state.by ?? "system:policy", state.evidence)
  return true
}

const closeTimers = (d: Draft, gate: string): void => {
  for (const [name, clock] of Object.entries(d.state.clocks))
    if (clock.timer !== undefined && "gate" in clock.timer && clock.timer.gate === gate) cancel(d, name, "gate-settled")
}

/** Once a gate was opened, a grade that a person set does not take the demand away: that would be a way past it. */
const setByPerson = (d: Draft): boolean => Object.values(d.state.grades).some((grade) => grade.by !== undefined)

const replaced = (d: Draft, loop: Loop, gate: string): boolean =>
  loop.rule.gates.some((rule) => rule.insteadOf.includes(gate) && Gate.at(d.state.gates, rule.name).status === "passed")

const automatic = (rule: GateRule): boolean =>
  rule.by.includes("automatic") &&
  (rule.kind === "acknowledgement" || rule.kind === "result" || (rule.kind === "record" && rule.fields.length === 0))

const open = (d: Draft, rule: GateRule): void => {
  Drafts.emit(d, "gate-opened", { gate: rule.name }, rule.path)
  const state = Gate.at(d.state.gates, rule.name)
  registry[rule.kind].opened?.({ d, rule, state })
  const door = rule.onlyWithin === undefined ? undefined : choose(rule.onlyWithin, Drafts.vector(d))
  if (door !== undefined)
    startTimer(
      d,
      rule.name,
      { _tag: "Door", gate: rule.name },
      door.value,
      `${rule.path}.only-within`,
      [],
      d.state.intake.receipt?.receivedAt
    )
}

const follow = (d: Draft, loop: Loop, rule: GateRule): void => {
  const state = Gate.at(d.state.gates, rule.name)
  const closed = rule.side === "customer-loop" ? d.state.lifecycle.customerLoop : d.state.lifecycle.systemLoop
  if (closed !== undefined) return
  const needed = holds(rule.when, Drafts.vector(d))
  switch (state.status) {
    case "waiting":
      if (needed === "no") Drafts.emit(d, "gate-not-needed", { gate: rule.name }, `${rule.path}.when`)
      else if (needed === "yes" && before(d, rule).length === 0) open(d, rule)
      return
    case "not-needed":
      if (rule.when !== undefined && needed === "yes" && !replaced(d, loop, rule.name))
        Drafts.emit(d, "gate-reopened", { gate: rule.name, reason: "when" }, `${rule.path}.when`)
      return
    case "open": {
      if (needed === "no" && !setByPerson(d)) {
        Drafts.emit(d, "gate-not-needed", { gate: rule.name }, `${rule.path}.when`)
        return closeTimers(d, rule.name)
      }
      const evidence = state.evidence === undefined ? registry[rule.kind].ripe?.({ d, rule, state }) : undefined
      if (evidence === undefined) return
      Drafts.emit(d, "gate-evidence-shown", { gate: rule.name, by: state.by ?? "system:policy", evidence }, rule.path)
      settleIfSigned(d, rule)
      return
    }
    case "passed":
    case "explained":
    case "waived":
    case "lapsed":
      return closeTimers(d, rule.name)
  }
}

/** Brings every gate of the loop up to date with the case. */
export const react = (d: Draft): void => {
  const loop = Drafts.loop(d)
  if (loop === undefined) return
  for (const rule of loop.rule.gates) follow(d, loop, rule)
}

/**
 * Passes what a machine may pass: after the clocks have started, so that a receipt can name the next promise. A
 * machine can only answer when the word has reached it: at the record, not at the receipt.
 */
export const passAutomatic = (d: Draft): void => {
  for (const rule of Drafts.loop(d)?.rule.gates ?? [])
    if (automatic(rule) && Gate.at(d.state.gates, rule.name).status === "open")
      Drafts.at(d, Math.max(d.now, d.meta.receivedAt), () => settle(d, rule, "system:policy", {}))
}
