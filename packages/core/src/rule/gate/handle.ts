/** Passing, signing, explaining and waiving gates; actions done. */

import type { CommandOf, Evidence } from "../../case/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { nameOf } from "../../people/Actor.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import { encode } from "../../table/Fact.ts"
import * as Who from "../../who/Who.ts"
import { done } from "./actions.ts"
import { before, open, settleIfSigned } from "./react.ts"

type Found = { readonly rule: GateRule; readonly state: Gate.GateState } | { readonly reasons: readonly Reason[] }

/** Returns a gate that is not settled yet, or why there is none. */
export const find = (d: Draft, gate: string): Found => {
  const loop = Drafts.loop(d)
  const rule = loop?.gates.get(gate)
  if (rule === undefined)
    return { reasons: [reason("gate/unknown", undefined, { gate, known: [...(loop?.gates.keys() ?? [])] })] }
  const state = Gate.at(d.state.gates, gate)
  return Gate.isSettled(state)
    ? { reasons: [reason("gate/settled", rule.path, { gate, status: state.status })] }
    : { rule, state }
}

/** Checks facts that come with a command against their declarations. */
export const againstFacts = (d: Draft, facts: Readonly<Record<string, unknown>>): readonly Reason[] =>
  Object.entries(facts).flatMap(([name, value]) => {
    const declared = Object.hasOwn(d.policy.bundle.facts, name) ? d.policy.bundle.facts[name] : undefined
    if (declared === undefined)
      return [reason("fact/unknown", undefined, { fact: name, known: Object.keys(d.policy.bundle.facts) })]
    const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    return plain && encode(declared.type, value, d.policy.zone) !== undefined
      ? []
      : [reason("fact/wrong-type", `facts.${name}`, { fact: name, value: String(value), expected: declared.kind })]
  })

/** Why this actor may not pass the gate. */
export const againstPerson = (d: Situation, rule: GateRule): readonly Reason[] => {
  const { actor } = d.meta
  const reasons: Reason[] = []
  // Once a machine's message has come back, the owner may pass the machine's gate.
  const by = d.state.messages.bounced.includes(rule.name) ? [...rule.by, "owner"] : rule.by
  const state = Gate.at(d.state.gates, rule.name)
  const mayAlso = d.kinds[rule.kind].mayAlsoPass?.({ d, rule, state }, actor) === true
  if (!mayAlso && !Who.is(d.policy, d.state, by, actor))
    reasons.push(
      reason("gate/wrong-person", `${rule.path}.by`, {
        gate: rule.name,
        by: rule.by,
        actor: nameOf(actor),
        owner: d.state.ownership.owner
      })
    )
  for (const other of rule.notBy)
    if (Gate.at(d.state.gates, other).by === nameOf(actor))
      reasons.push(reason("gate/same-person", `${rule.path}.not-by`, { gate: rule.name, other, actor: nameOf(actor) }))
  return reasons
}

/** Why the gate cannot be passed yet, whatever the evidence; `violated` names what was jumped where that is recorded. */
export const againstOrder = (
  d: Draft,
  rule: GateRule
): { readonly reasons: readonly Reason[]; readonly violated: readonly string[] } => {
  const needed = holds(rule.when, Drafts.vector(d))
  if (needed === "not-yet")
    return { reasons: [reason("gate/not-yet-known", `${rule.path}.when`, { gate: rule.name })], violated: [] }
  const waits = before(d, rule)
  if (waits.length === 0) return { reasons: [], violated: [] }
  return rule.outOfOrder === "recorded"
    ? { reasons: [], violated: waits }
    : {
        reasons: [reason("gate/order", `${rule.path}.after`, { gate: rule.name, after: waits })],
        violated: []
      }
}

const missingFields = (d: Draft, rule: GateRule, given: Readonly<Record<string, unknown>>): readonly Reason[] => {
  const missing = rule.fields.filter((name) => !(name in given) && d.state.feedback.facts[name] === undefined)
  return missing.length === 0
    ? []
    : [reason("gate/fields-missing", `${rule.path}.fields`, { gate: rule.name, missing: missing })]
}

const evidenceOf = (c: CommandOf<"pass">): Evidence => {
  const { do: _, gate: __, ...evidence } = c
  return evidence
}

export const pass = (d: Draft, c: CommandOf<"pass">): readonly Reason[] => {
  const found = find(d, c.gate)
  if ("reasons" in found) return found.reasons
  const { rule, state } = found
  const evidence = evidenceOf(c)
  const order = againstOrder(d, rule)
  const reasons = [
    ...againstPerson(d, rule),
    ...order.reasons,
    ...missingFields(d, rule, evidence.fields ?? {}),
    ...againstFacts(d, evidence.fields ?? {}),
    ...d.kinds[rule.kind].check({ d, rule, state }, evidence)
  ]
  if (reasons.length > 0) return reasons
  const by = nameOf(d.meta.actor)
  if (order.violated.length > 0) violate(d, rule, order.violated)
  if (evidence.fields !== undefined) Drafts.emit(d, "facts-recorded", { facts: evidence.fields, by }, rule.path)
  if (d.kinds[rule.kind].show?.({ d, rule, state }, evidence, by) === "more") return []
  Drafts.emit(d, "gate-evidence-shown", { gate: rule.name, by, evidence }, rule.path)
  settleIfSigned(d, rule)
  return []
}

/** Passed before its turn, where the policy records that: the gate opens now. */
export const violate = (d: Draft, rule: GateRule, after: readonly string[]): void => {
  Drafts.emit(d, "order-violated", { gate: rule.name, after }, `${rule.path}.out-of-order`)
  if (Gate.at(d.state.gates, rule.name).status === "waiting") open(d, rule)
}

/** Returns what speaks against waiving a gate, whoever asks; the power itself is a matter of authority. */
export const againstWaiving = (d: Draft, c: CommandOf<"waive">): readonly Reason[] => {
  const found = find(d, c.gate)
  if ("reasons" in found) return found.reasons
  return c.reason.trim() === "" ? [reason("reason/missing", found.rule.path)] : []
}

export const waive = (d: Draft, c: CommandOf<"waive">, by: string): void =>
  Drafts.emit(d, "gate-waived", { gate: c.gate, by, reason: c.reason }, Drafts.loop(d)?.gates.get(c.gate)?.path)

export const actDone = (d: Draft, c: CommandOf<"act-done">, number: number): readonly Reason[] => {
  const isPlanned = (one: GateRule): boolean => {
    const { actions } = Gate.at(d.state.gates, one.name)
    return actions.length >= number && actions[number - 1]?.doneAt === undefined
  }
  const planned = [...(Drafts.loop(d)?.gates.values() ?? [])].filter(
    (one) => (c.gate === undefined || one.name === c.gate) && isPlanned(one)
  )
  // A gate that waits for its actions comes before one that was passed with them.
  const rule = planned.find((one) => Gate.at(d.state.gates, one.name).status === "open") ?? planned[0]
  if (rule === undefined) return [reason("action/unknown", undefined, { action: number })]
  const { actor } = d.meta
  const action = Gate.at(d.state.gates, rule.name).actions[number - 1]
  if (action?.owner !== nameOf(actor) && !Who.is(d.policy, d.state, [...rule.by, "owner"], actor))
    return [
      reason("gate/wrong-person", `${rule.path}.by`, {
        gate: rule.name,
        by: action?.owner === undefined ? rule.by : [action.owner],
        actor: nameOf(actor),
        owner: d.state.ownership.owner
      })
    ]
  Drafts.emit(
    d,
    "action-done",
    {
      gate: rule.name,
      action: number,
      by: nameOf(actor),
      ...(c.evidence === undefined ? {} : { evidence: c.evidence })
    },
    rule.path
  )
  done(d, rule.name, number)
  return []
}
