/** Passing, signing, explaining and waiving gates; actions done. */

import { againstFacts } from "../../case/FactCheck.ts"
import type { CommandOf, Evidence } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { nameOf } from "../../people/Actor.ts"
import type { GateRule, Who as WhoWord } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import { defined } from "../../value/Optional.ts"
import * as Who from "../../who/Who.ts"
import { againstSetting, beside } from "../feedback/setting.ts"
import { done } from "./actions.ts"
import { before, open, settleIfSigned } from "./react.ts"

type Found = { readonly rule: GateRule; readonly state: Gate.GateState } | { readonly reasons: readonly Reason[] }

/** Returns a gate that is not settled yet, or why there is none. */
export const find = (d: Situation, gate: string): Found => {
  const loop = Drafts.loop(d)
  const rule = loop?.gates.get(gate)
  if (rule === undefined)
    return { reasons: [reason("gate/unknown", undefined, { gate, known: [...(loop?.gates.keys() ?? [])] })] }
  const state = Gate.at(d.state.gates, gate)
  return Gate.isSettled(state)
    ? { reasons: [reason("gate/settled", rule.path, { gate, status: state.status })] }
    : { rule, state }
}

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
  d: Situation,
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

const missingFields = (d: Situation, rule: GateRule, given: Readonly<Record<string, unknown>>): readonly Reason[] => {
  const missing = rule.fields.filter((name) => !(name in given) && d.state.feedback.facts[name] === undefined)
  return missing.length === 0
    ? []
    : [reason("gate/fields-missing", `${rule.path}.fields`, { gate: rule.name, missing })]
}

const evidenceOf = (c: CommandOf<"pass">): Evidence => {
  const { do: _, gate: __, ...evidence } = c
  return evidence
}

/** Returns the gates that something is still owed at, one for each permission that is about a gate. */
export const unsettled = (x: Situation): readonly { readonly gate: string }[] =>
  [...(Drafts.loop(x)?.gates.keys() ?? [])].filter((gate) => !isSettled(x, gate)).map((gate) => ({ gate }))

const isSettled = ({ state }: Situation, gate: string): boolean => Gate.isSettled(Gate.at(state.gates, gate))

interface OfGate {
  readonly gate?: string
}

/** Returns why there is no such gate, or nothing is owed at it any more. */
export const againstGate = (x: Situation, { gate = "" }: OfGate): readonly Reason[] => {
  const found = find(x, gate)
  return "reasons" in found ? found.reasons : []
}

/** Returns whether showing evidence is a next thing to do at a gate: none is there, and no reply or action is waited for. */
export const isForPassing = (x: Situation, { gate = "" }: OfGate): boolean => {
  const rule = Drafts.loop(x)?.gates.get(gate)
  const state = Gate.at(x.state.gates, gate)
  if (rule === undefined || state.evidence !== undefined || state.actions.length > 0) return false
  if (x.kinds[rule.kind].facts.awaitsReply?.(state) === true) return false
  const isInTime = state.status === "waiting" && rule.outOfOrder === "recorded"
  return state.status === "open" || (isInTime && holds(rule.when, Drafts.vector(x)) === "yes")
}

/** Returns whether the gate waits for a reply. */
export const isForReply = (x: Situation, { gate = "" }: OfGate): boolean => {
  const rule = Drafts.loop(x)?.gates.get(gate)
  return rule !== undefined && x.kinds[rule.kind].facts.awaitsReply?.(Gate.at(x.state.gates, gate)) === true
}

/** The policy says who enters an answer on the customer's behalf. */
export const againstEntering = (x: Situation, { name, path }: GateRule, by: readonly WhoWord[]): readonly Reason[] => {
  const { actor } = x.meta
  if (Who.is(x.policy, x.state, by, actor)) return []
  const { owner } = x.state.ownership
  return [reason("gate/wrong-person", `${path}.replied-by`, { gate: name, by, actor: nameOf(actor), owner })]
}

/** Returns why this actor may not pass the gate. */
export const mayPass = (x: Situation, { gate = "" }: OfGate): readonly Reason[] => {
  const found = find(x, gate)
  return "reasons" in found ? [] : againstPerson(x, found.rule)
}

/** Returns why the gate cannot be passed now, whatever the evidence. */
export const againstPassing = (x: Situation, { gate = "" }: OfGate): readonly Reason[] => {
  const found = find(x, gate)
  if ("reasons" in found) return found.reasons
  const { rule, state } = found
  return [...againstOrder(x, rule).reasons, ...(x.kinds[rule.kind].against?.({ d: x, rule, state }) ?? [])]
}

export const pass = (d: Draft, c: CommandOf<"pass">): readonly Reason[] => {
  const found = find(d, c.gate)
  if ("reasons" in found) return found.reasons
  const { rule, state } = found
  const evidence = evidenceOf(c)
  const order = againstOrder(d, rule)
  const reasons = [
    ...missingFields(d, rule, evidence.fields ?? {}),
    ...againstFacts(d, evidence.fields ?? {}),
    ...againstSetting(d, beside(evidence.fields, rule.fields)),
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
export const againstWaiving = (d: Situation, c: CommandOf<"waive">): readonly Reason[] => {
  const found = find(d, c.gate)
  if ("reasons" in found) return found.reasons
  return c.reason.trim() === "" ? [reason("reason/missing", found.rule.path)] : []
}

export const waive = (d: Draft, c: CommandOf<"waive">, by: string): void =>
  Drafts.emit(d, "gate-waived", { gate: c.gate, by, reason: c.reason }, Drafts.loop(d)?.gates.get(c.gate)?.path)

/** The gate that planned an action; one that waits for its actions comes before one that was passed with them. */
const plannedIn = (x: Situation, { gate }: OfGate, number: number): GateRule | undefined => {
  const planned = [...(Drafts.loop(x)?.gates.values() ?? [])].filter(({ name }) => {
    const { actions } = Gate.at(x.state.gates, name)
    return (
      (gate === undefined || name === gate) && actions.length >= number && actions[number - 1]?.doneAt === undefined
    )
  })
  return planned.find(({ name }) => Gate.at(x.state.gates, name).status === "open") ?? planned[0]
}

/** Returns the actions that are still to be done. */
export const openActions = (x: Situation): readonly { readonly gate: string; readonly action: number }[] =>
  [...(Drafts.loop(x)?.gates.keys() ?? [])].flatMap((gate) =>
    Gate.at(x.state.gates, gate).actions.flatMap(({ doneAt }, i) =>
      doneAt === undefined ? [{ gate, action: i + 1 }] : []
    )
  )

/** Returns why this actor may not report an action done: its owner, who may pass its gate, and the owner of the case may. */
export const mayReportAction = (
  x: Situation,
  { gate, action: number = 0 }: { readonly gate?: string; readonly action?: number }
): readonly Reason[] => {
  const rule = plannedIn(x, defined({ gate }), number)
  const action = rule === undefined ? undefined : Gate.at(x.state.gates, rule.name).actions[number - 1]
  const { actor } = x.meta
  if (rule === undefined || action?.owner === nameOf(actor)) return []
  if (Who.is(x.policy, x.state, [...rule.by, "owner"], actor)) return []
  const by = action?.owner === undefined ? rule.by : [action.owner]
  const { owner } = x.state.ownership
  return [reason("gate/wrong-person", `${rule.path}.by`, { gate: rule.name, by, actor: nameOf(actor), owner })]
}

export const actDone = (d: Draft, c: CommandOf<"act-done">, number: number): readonly Reason[] => {
  const rule = plannedIn(d, c, number)
  if (rule === undefined) return [reason("action/unknown", undefined, { action: number })]
  const { actor } = d.meta
  Drafts.emit(
    d,
    "action-done",
    defined({ gate: rule.name, action: number, by: nameOf(actor), evidence: c.evidence }),
    rule.path
  )
  done(d, rule.name, number)
  return []
}
