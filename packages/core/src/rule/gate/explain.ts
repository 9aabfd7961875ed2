/**
 * Comply or explain, and signatures: a reason stands in for the evidence where the policy opens that door, and either
 * waits until everybody whom the policy names has signed it.
 */

import { againstFacts } from "../../case/FactCheck.ts"
import type { CommandOf } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellCustomer } from "../../draft/send.ts"
import { nameOf } from "../../people/Actor.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import * as Signature from "../../who/Signature.ts"
import * as Who from "../../who/Who.ts"
import { againstJoining } from "../authority/duties.ts"
import { draw } from "../authority/spotCheck.ts"
import { againstOrder, find, violate } from "./handle.ts"
import { open, settleIfSigned } from "./react.ts"

/** Who signs what was shown: the evidence, or the explanation that waits in its place. */
const signers = (rule: GateRule, state: Gate.GateState): { readonly who: readonly string[]; readonly path: string } =>
  state.explanation === undefined
    ? { who: rule.signOff, path: `${rule.path}.sign-off` }
    : { who: rule.orExplain?.signOff ?? [], path: `${rule.path}.or-explain.sign-off` }

interface OfGate {
  readonly gate?: string
}

/** Returns for which of the signatures that are asked here this actor may sign, and where they are asked for. */
const signatures = (x: Situation, gate: string) => {
  const found = find(x, gate)
  if ("reasons" in found) return undefined
  const { who, path } = signers(found.rule, found.state)
  const asked = Who.signatories(x.policy, x.state, who)
  return { path, asked, mine: Who.maySign(x.policy, x.state, asked, x.meta.actor) }
}

/** Returns why this actor may not sign at the gate. */
export const maySign = (x: Situation, { gate = "" }: OfGate): readonly Reason[] => {
  const found = signatures(x, gate)
  return found === undefined || found.mine.length > 0
    ? []
    : [reason("gate/signature-not-asked", found.path, { gate, asked: found.asked.map(Signature.nameOf) })]
}

/** Returns whether a signature of this actor is still missing at the gate. */
export const isForSigning = (x: Situation, { gate = "" }: OfGate): boolean =>
  Signature.missing(signatures(x, gate)?.mine ?? [], Gate.at(x.state.gates, gate).signatures).length > 0

/** Returns why nothing is to be signed at the gate now. */
export const againstSigning = (x: Situation, { gate = "" }: OfGate): readonly Reason[] => {
  const found = find(x, gate)
  if ("reasons" in found) return found.reasons
  const { rule, state } = found
  return state.status === "open" ? [] : [reason("gate/not-open", rule.path, { gate, status: state.status })]
}

/** Returns why this actor may not explain the gate. */
export const mayExplain = (x: Situation, { gate = "" }: OfGate): readonly Reason[] => {
  const found = find(x, gate)
  const by = "reasons" in found ? undefined : found.rule.orExplain?.by
  if ("reasons" in found || by === undefined || Who.is(x.policy, x.state, by, x.meta.actor)) return []
  const [actor, { owner }] = [nameOf(x.meta.actor), x.state.ownership]
  return [reason("gate/wrong-person", `${found.rule.path}.or-explain.by`, { gate, by, actor, owner })]
}

/** Returns why the gate cannot be explained now, whatever the reason given. */
export const againstExplaining = (x: Situation, { gate = "" }: OfGate): readonly Reason[] => {
  const found = find(x, gate)
  if ("reasons" in found) return found.reasons
  const { rule } = found
  if (rule.orExplain === undefined) return [reason("gate/cannot-explain", rule.path, { gate })]
  const isOpen = holds(rule.orExplain.when, Drafts.vector(x)) === "yes"
  const shut = isOpen ? [] : [reason("gate/cannot-explain", `${rule.path}.or-explain.when`, { gate })]
  return [...againstOrder(x, rule).reasons, ...shut]
}

export const sign = (d: Draft, c: CommandOf<"sign">): readonly Reason[] => {
  const found = find(d, c.gate)
  if ("reasons" in found) return found.reasons
  const { rule, state } = found
  const { mine = [], path } = signatures(d, c.gate) ?? {}
  for (const one of mine)
    Drafts.emit(d, "gate-signed", { gate: rule.name, by: nameOf(d.meta.actor), as: Signature.nameOf(one) }, path)
  if (state.explanation === undefined) settleIfSigned(d, rule)
  else explainIfSigned(d, rule)
  return []
}

export const explain = (d: Draft, c: CommandOf<"explain">): readonly Reason[] => {
  const found = find(d, c.gate)
  if ("reasons" in found) return found.reasons
  const { rule } = found
  const path = `${rule.path}.or-explain`
  const door = rule.orExplain
  if (door === undefined) return [reason("gate/cannot-explain", rule.path, { gate: rule.name })]
  const order = againstOrder(d, rule)
  const reasons = [...againstFacts(d, c.fields ?? {}), ...againstJoining(d, "explain")]
  if (c.reason.trim() === "") reasons.push(reason("reason/missing", path))
  const missing = door.fields.filter(
    (name) => c.fields?.[name] === undefined && d.state.feedback.facts[name] === undefined
  )
  if (missing.length > 0) reasons.push(reason("gate/fields-missing", `${path}.fields`, { gate: rule.name, missing }))
  if (reasons.length > 0) return reasons
  const by = nameOf(d.meta.actor)
  if (order.violated.length > 0) violate(d, rule, order.violated)
  if (c.fields !== undefined) Drafts.emit(d, "facts-recorded", { facts: c.fields, by }, path)
  if ((door.signOff ?? []).length === 0) {
    settle(d, rule, { id: d.meta.id, by, reason: c.reason })
    return []
  }
  if (Gate.at(d.state.gates, rule.name).status === "waiting") open(d, rule)
  Drafts.emit(d, "explanation-given", { gate: rule.name, id: d.meta.id, by, reason: c.reason }, path)
  explainIfSigned(d, rule)
  return []
}

const explainIfSigned = (d: Draft, rule: GateRule): void => {
  const { explanation, signatures } = Gate.at(d.state.gates, rule.name)
  const asked = Who.signatories(d.policy, d.state, rule.orExplain?.signOff ?? [])
  if (explanation !== undefined && Signature.missing(asked, signatures).length === 0) settle(d, rule, explanation)
}

const settle = (d: Draft, rule: GateRule, { id, by, reason: why }: Gate.Explanation): void => {
  Drafts.emit(d, "gate-explained", { gate: rule.name, by, reason: why }, `${rule.path}.or-explain`)
  draw(d, "explain", { id, by })
  if (rule.orExplain?.tell !== undefined) tellCustomer(d, rule.orExplain.tell, { gate: rule.name, reason: why })
}
