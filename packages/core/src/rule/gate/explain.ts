/**
 * Comply or explain, and signatures: a reason stands in for the evidence where the policy opens that door, and either
 * waits until everybody whom the policy names has signed it.
 */

import type { CommandOf } from "../../case/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellCustomer } from "../../draft/send.ts"
import { nameOf } from "../../people/Actor.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import * as Who from "../../who/Who.ts"
import { againstJoining } from "../authority/duties.ts"
import { draw } from "../authority/spotCheck.ts"
import { againstFacts, againstOrder, find, violate } from "./handle.ts"
import { open, settleIfSigned } from "./react.ts"

/** Who signs what was shown: the evidence, or the explanation that waits in its place. */
export const signers = (
  rule: GateRule,
  state: Gate.GateState
): { readonly who: readonly string[]; readonly path: string } =>
  state.explanation === undefined
    ? { who: rule.signOff, path: `${rule.path}.sign-off` }
    : { who: rule.orExplain?.signOff ?? [], path: `${rule.path}.or-explain.sign-off` }

export const sign = (d: Draft, c: CommandOf<"sign">): readonly Reason[] => {
  const found = find(d, c.gate)
  if ("reasons" in found) return found.reasons
  const { rule, state } = found
  if (state.status !== "open") return [reason("gate/not-open", rule.path, { gate: rule.name, status: state.status })]
  const { who, path } = signers(rule, state)
  const asked = Who.signatures(d.policy, d.state, who)
  const mine = Who.maySign(d.policy, d.state, asked, d.meta.actor)
  if (mine.length === 0) return [reason("gate/signature-not-asked", path, { gate: rule.name, asked: asked })]
  for (const as of mine) Drafts.emit(d, "gate-signed", { gate: rule.name, by: nameOf(d.meta.actor), as }, path)
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
  const reasons = [...order.reasons, ...againstFacts(d, c.fields ?? {}), ...againstJoining(d, "explain")]
  if (!Who.is(d.policy, d.state, door.by, d.meta.actor))
    reasons.push(
      reason("gate/wrong-person", `${path}.by`, {
        gate: rule.name,
        by: door.by,
        actor: nameOf(d.meta.actor),
        owner: d.state.ownership.owner
      })
    )
  if (holds(door.when, Drafts.vector(d)) !== "yes")
    reasons.push(reason("gate/cannot-explain", `${path}.when`, { gate: rule.name }))
  if (c.reason.trim() === "") reasons.push(reason("reason/missing", path))
  const missing = door.fields.filter(
    (name) => c.fields?.[name] === undefined && d.state.feedback.facts[name] === undefined
  )
  if (missing.length > 0)
    reasons.push(reason("gate/fields-missing", `${path}.fields`, { gate: rule.name, missing: missing }))
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
  const asked = Who.signatures(d.policy, d.state, rule.orExplain?.signOff ?? [])
  if (explanation !== undefined && asked.every((who) => signatures.includes(who))) settle(d, rule, explanation)
}

const settle = (d: Draft, rule: GateRule, { id, by, reason: why }: Gate.Explanation): void => {
  Drafts.emit(d, "gate-explained", { gate: rule.name, by, reason: why }, `${rule.path}.or-explain`)
  draw(d, "explain", { id, by })
  if (rule.orExplain?.tell !== undefined) tellCustomer(d, rule.orExplain.tell, { gate: rule.name, reason: why })
}
