/** Passes, signs, explains and waives gates, and records actions as done. */

import { againstFacts } from "../../case/FactCheck.ts"
import type { CommandOf, Evidence } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { nameOf } from "../../people/Actor.ts"
import type { GateRule, Who as WhoWord } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import { defined } from "../../value/Optional.ts"
import * as Who from "../../who/Who.ts"
import { againstSetting, beside } from "../feedback/factSetting.ts"
import { done } from "./actions.ts"
import { before, open, settleIfSigned } from "./reactions.ts"

type Found =
  | { readonly rule: GateRule; readonly state: Gate.GateState }
  | { readonly reasons: readonly RefusalReason[] }

/** Returns a gate that is not settled yet, or why there is none. */
export const find = (situation: Situation, gate: string): Found => {
  const loop = Drafts.loop(situation)
  const rule = loop?.gates.get(gate)
  if (rule === undefined)
    return { reasons: [reason("gate/unknown", undefined, { gate, known: [...(loop?.gates.keys() ?? [])] })] }
  const state = Gate.at(situation.state.gates, gate)
  return Gate.isSettled(state)
    ? { reasons: [reason("gate/settled", rule.path, { gate, status: state.status })] }
    : { rule, state }
}

/** Returns why this actor may not pass the gate. */
export const againstPerson = (situation: Situation, rule: GateRule): readonly RefusalReason[] => {
  const { actor } = situation.meta
  const reasons: RefusalReason[] = []
  // If a machine's message has bounced, the owner may pass the machine's gate.
  const by = situation.state.messages.bounced.includes(rule.name) ? [...rule.by, "owner"] : rule.by
  const state = Gate.at(situation.state.gates, rule.name)
  const mayAlso = situation.kinds[rule.kind].mayAlsoPass?.({ situation, rule, state }, actor) === true
  if (!mayAlso && !Who.is(situation.policy, situation.state, by, actor))
    reasons.push(
      reason("gate/wrong-person", `${rule.path}.by`, {
        gate: rule.name,
        by: rule.by,
        actor: nameOf(actor),
        owner: situation.state.ownership.owner
      })
    )
  for (const other of rule.notBy)
    if (Gate.at(situation.state.gates, other).by === nameOf(actor))
      reasons.push(reason("gate/same-person", `${rule.path}.not-by`, { gate: rule.name, other, actor: nameOf(actor) }))
  return reasons
}

/**
 * Returns why the gate cannot be passed yet by any evidence. `violated`: the gates that it passes out of order, if the
 * policy allows and records that.
 */
export const againstOrder = (
  situation: Situation,
  rule: GateRule
): { readonly reasons: readonly RefusalReason[]; readonly violated: readonly string[] } => {
  const needed = holds(rule.when, Drafts.vector(situation))
  if (needed === "not-yet")
    return { reasons: [reason("gate/not-yet-known", `${rule.path}.when`, { gate: rule.name })], violated: [] }
  const waits = before(situation, rule)
  if (waits.length === 0) return { reasons: [], violated: [] }
  return rule.outOfOrder === "recorded"
    ? { reasons: [], violated: waits }
    : {
        reasons: [reason("gate/order", `${rule.path}.after`, { gate: rule.name, after: waits })],
        violated: []
      }
}

const missingFields = (
  situation: Situation,
  rule: GateRule,
  given: Readonly<Record<string, unknown>>
): readonly RefusalReason[] => {
  const missing = rule.fields.filter((name) => !(name in given) && situation.state.feedback.facts[name] === undefined)
  return missing.length === 0
    ? []
    : [reason("gate/fields-missing", `${rule.path}.fields`, { gate: rule.name, missing })]
}

const evidenceOf = (command: CommandOf<"pass">): Evidence => {
  const { do: _, gate: __, ...evidence } = command
  return evidence
}

/** Returns the gates that are not settled; one permission is listed for each. */
export const unsettled = (situation: Situation): readonly { readonly gate: string }[] =>
  [...(Drafts.loop(situation)?.gates.keys() ?? [])]
    .filter((gate) => !isSettled(situation, gate))
    .map((gate) => ({ gate }))

const isSettled = ({ state }: Situation, gate: string): boolean => Gate.isSettled(Gate.at(state.gates, gate))

interface OfGate {
  readonly gate?: string
}

/** Returns why there is no such gate, or why it is settled already. */
export const againstGate = (situation: Situation, { gate = "" }: OfGate): readonly RefusalReason[] => {
  const found = find(situation, gate)
  return "reasons" in found ? found.reasons : []
}

/** Returns whether showing evidence is a next step at a gate: it has none, and waits for no reply or action. */
export const isForPassing = (situation: Situation, { gate = "" }: OfGate): boolean => {
  const rule = Drafts.loop(situation)?.gates.get(gate)
  const state = Gate.at(situation.state.gates, gate)
  if (rule === undefined || state.evidence !== undefined || state.actions.length > 0) return false
  if (situation.kinds[rule.kind].facts.awaitsReply?.(state) === true) return false
  const isInTime = state.status === "waiting" && rule.outOfOrder === "recorded"
  return state.status === "open" || (isInTime && holds(rule.when, Drafts.vector(situation)) === "yes")
}

/** Returns whether the gate waits for a reply. */
export const isForReply = (situation: Situation, { gate = "" }: OfGate): boolean => {
  const rule = Drafts.loop(situation)?.gates.get(gate)
  return (
    rule !== undefined && situation.kinds[rule.kind].facts.awaitsReply?.(Gate.at(situation.state.gates, gate)) === true
  )
}

/** Returns why this actor may not enter an answer on the customer's behalf. */
export const againstEntering = (
  situation: Situation,
  { name, path }: GateRule,
  by: readonly WhoWord[]
): readonly RefusalReason[] => {
  const { actor } = situation.meta
  if (Who.is(situation.policy, situation.state, by, actor)) return []
  const { owner } = situation.state.ownership
  return [reason("gate/wrong-person", `${path}.replied-by`, { gate: name, by, actor: nameOf(actor), owner })]
}

/** Returns why this actor may not pass the gate. */
export const mayPass = (situation: Situation, { gate = "" }: OfGate): readonly RefusalReason[] => {
  const found = find(situation, gate)
  return "reasons" in found ? [] : againstPerson(situation, found.rule)
}

/** Returns why the gate cannot be passed now by any evidence. */
export const againstPassing = (situation: Situation, { gate = "" }: OfGate): readonly RefusalReason[] => {
  const found = find(situation, gate)
  if ("reasons" in found) return found.reasons
  const { rule, state } = found
  return [
    ...againstOrder(situation, rule).reasons,
    ...(situation.kinds[rule.kind].against?.({ situation, rule, state }) ?? [])
  ]
}

/** Passes a gate with the evidence of a command, or returns why it is not passed. */
export const pass = (draft: Draft, command: CommandOf<"pass">): readonly RefusalReason[] => {
  const found = find(draft, command.gate)
  if ("reasons" in found) return found.reasons
  const { rule, state } = found
  const evidence = evidenceOf(command)
  const order = againstOrder(draft, rule)
  const reasons = [
    ...missingFields(draft, rule, evidence.fields ?? {}),
    ...againstFacts(draft, evidence.fields ?? {}),
    ...againstSetting(draft, beside(evidence.fields, rule.fields)),
    ...draft.kinds[rule.kind].check({ situation: draft, rule, state }, evidence)
  ]
  if (reasons.length > 0) return reasons
  const by = nameOf(draft.meta.actor)
  if (order.violated.length > 0) violate(draft, rule, order.violated)
  if (evidence.fields !== undefined) Drafts.emit(draft, "facts-recorded", { facts: evidence.fields, by }, rule.path)
  if (draft.kinds[rule.kind].show?.({ situation: draft, rule, state }, evidence, by) === "more") return []
  Drafts.emit(draft, "gate-evidence-shown", { gate: rule.name, by, evidence }, rule.path)
  settleIfSigned(draft, rule)
  return []
}

/** Records that a gate is passed before its turn, as the policy allows. The gate opens now. */
export const violate = (draft: Draft, rule: GateRule, after: readonly string[]): void => {
  Drafts.emit(draft, "order-violated", { gate: rule.name, after }, `${rule.path}.out-of-order`)
  if (Gate.at(draft.state.gates, rule.name).status === "waiting") open(draft, rule)
}

/** Returns why a gate cannot be waived, whoever asks. Whether the actor has the power is checked with authority. */
export const againstWaiving = (situation: Situation, command: CommandOf<"waive">): readonly RefusalReason[] => {
  const found = find(situation, command.gate)
  if ("reasons" in found) return found.reasons
  return command.reason.trim() === "" ? [reason("reason/missing", found.rule.path)] : []
}

/** Waives a gate. */
export const waive = (draft: Draft, command: CommandOf<"waive">, by: string): void =>
  Drafts.emit(
    draft,
    "gate-waived",
    { gate: command.gate, by, reason: command.reason },
    Drafts.loop(draft)?.gates.get(command.gate)?.path
  )

/** Returns the gate that planned an action. A gate that waits for its actions is preferred to one that was passed. */
const plannedIn = (situation: Situation, { gate }: OfGate, number: number): GateRule | undefined => {
  const planned = [...(Drafts.loop(situation)?.gates.values() ?? [])].filter(({ name }) => {
    const { actions } = Gate.at(situation.state.gates, name)
    return (
      (gate === undefined || name === gate) && actions.length >= number && actions[number - 1]?.doneAt === undefined
    )
  })
  return planned.find(({ name }) => Gate.at(situation.state.gates, name).status === "open") ?? planned[0]
}

/** Returns the actions that are not done yet. */
export const openActions = (situation: Situation): readonly { readonly gate: string; readonly action: number }[] =>
  [...(Drafts.loop(situation)?.gates.keys() ?? [])].flatMap((gate) =>
    Gate.at(situation.state.gates, gate).actions.flatMap(({ doneAt }, index) =>
      doneAt === undefined ? [{ gate, action: index + 1 }] : []
    )
  )

/**
 * Returns why this actor may not report an action as done. Its owner, the owner of the case, and whoever may pass its
 * gate may.
 */
export const mayReportAction = (
  situation: Situation,
  { gate, action: number = 0 }: { readonly gate?: string; readonly action?: number }
): readonly RefusalReason[] => {
  const rule = plannedIn(situation, defined({ gate }), number)
  const action = rule === undefined ? undefined : Gate.at(situation.state.gates, rule.name).actions[number - 1]
  const { actor } = situation.meta
  if (rule === undefined || action?.owner === nameOf(actor)) return []
  if (Who.is(situation.policy, situation.state, [...rule.by, "owner"], actor)) return []
  const by = action?.owner === undefined ? rule.by : [action.owner]
  const { owner } = situation.state.ownership
  return [reason("gate/wrong-person", `${rule.path}.by`, { gate: rule.name, by, actor: nameOf(actor), owner })]
}

/** Records an action as done, or returns why it is not. */
export const actDone = (draft: Draft, command: CommandOf<"act-done">, number: number): readonly RefusalReason[] => {
  const rule = plannedIn(draft, command, number)
  if (rule === undefined) return [reason("action/unknown", undefined, { action: number })]
  const { actor } = draft.meta
  Drafts.emit(
    draft,
    "action-done",
    defined({ gate: rule.name, action: number, by: nameOf(actor), evidence: command.evidence }),
    rule.path
  )
  done(draft, rule.name, number)
  return []
}
