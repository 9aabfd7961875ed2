/**
 * Early ends: the customer withdraws, or another body answers for the case. Only what the policy names is closed; gates
 * of the other loop stay, with their clocks.
 */

import { againstFacts } from "../../case/FactCheck.ts"
import type { Facts } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import { cancel } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellCustomer } from "../../draft/messageQueue.ts"
import { nameOf } from "../../people/Actor.ts"
import type { EndingRule } from "../../policy/Bundle.ts"
import { defined } from "../../value/Optional.ts"
import * as Who from "../../who/Who.ts"
import { againstSetting, beside, setByRule } from "../feedback/factSetting.ts"
import { finish } from "./closure.ts"

/** Returns why this actor may not end the case in this way. */
export const mayEnd = (situation: Situation, name: EndingRule["name"]): readonly RefusalReason[] => {
  const found = endingOf(situation, name)
  if ("reasons" in found) return []
  return againstPerson(situation, found.rule)
}

/** Returns why the case cannot end in this way now. */
export const againstEnding = (situation: Situation, name: EndingRule["name"]): readonly RefusalReason[] => {
  const found = endingOf(situation, name)
  if ("reasons" in found) return found.reasons
  const isOver =
    (name === "forwarded" || name === "turned-away") && situation.state.lifecycle.customerLoop !== undefined
  return isOver ? [reason("case/closed", found.rule.path)] : []
}

/** Returns the policy's rule for an early end, or why there is none. */
export const endingOf = (
  situation: Situation,
  name: EndingRule["name"]
): { readonly rule: EndingRule } | { readonly reasons: readonly RefusalReason[] } => {
  const rule = situation.policy.bundle.endings.find((ending) => ending.name === name)
  return rule === undefined ? { reasons: [reason("ending/not-offered", "endings", { ending: name })] } : { rule }
}

const againstPerson = (situation: Situation, rule: EndingRule): readonly RefusalReason[] =>
  Who.is(situation.policy, situation.state, rule.by, situation.meta.actor)
    ? []
    : [
        reason("gate/wrong-person", `${rule.path}.by`, {
          gate: rule.name,
          by: rule.by,
          actor: nameOf(situation.meta.actor),
          owner: situation.state.ownership.owner
        })
      ]

/** Returns why the fields of an early end are refused: required ones are missing. */
export const missing = (draft: Draft, rule: EndingRule, given: Facts): readonly RefusalReason[] => {
  const lacking = rule.fields.filter(
    (name) => given[name] === undefined && draft.state.feedback.facts[name] === undefined
  )
  return lacking.length === 0
    ? []
    : [reason("gate/fields-missing", `${rule.path}.fields`, { gate: rule.name, missing: lacking })]
}

/** Ends the case early. Gates of the closed loops that are not settled are not needed any more. */
export const end = (draft: Draft, rule: EndingRule, why: string | undefined): void => {
  const outcome = rule.name
  for (const gate of Drafts.loop(draft)?.rule.gates ?? []) {
    const concerned = gate.side === "customer-loop" || rule.closes === "both-loops"
    if (!concerned || Gate.isSettled(Gate.at(draft.state.gates, gate.name))) continue
    Drafts.emit(draft, "gate-not-needed", { gate: gate.name, reason: "ended" }, rule.path)
  }
  for (const clock of Drafts.loop(draft)?.clocks.values() ?? [])
    if (
      isEnded(rule, clock.promise) &&
      clock.cancelledBy.some((trigger) => trigger._tag === "Ended" && trigger.as === outcome)
    )
      cancel(draft, clock.name, outcome)
  if (draft.state.lifecycle.customerLoop === undefined) {
    const isOnBehalf = outcome === "withdrawn" && draft.meta.actor.kind === "person"
    Drafts.emit(draft, "customer-loop-closed", { outcome, ...(isOnBehalf ? { isOnBehalf } : {}) }, rule.path)
  }
  if (rule.closes === "both-loops" && draft.state.lifecycle.systemLoop === undefined)
    Drafts.emit(draft, "system-loop-closed", {}, rule.path)
  finish(draft)
  if (rule.tell !== undefined) tellCustomer(draft, rule.tell, defined({ reason: why }))
}

/** Ends the case by a decision of staff, with the fields that the ending asks for. `record` records the decision. */
export const endedBy = (
  draft: Draft,
  name: EndingRule["name"],
  { fields = {}, reason: why }: { readonly fields?: Facts; readonly reason?: string },
  record: (by: string, rule: EndingRule) => void
): readonly RefusalReason[] => {
  const found = endingOf(draft, name)
  if ("reasons" in found) return found.reasons
  const { rule } = found
  const reasons = [
    ...againstFacts(draft, fields),
    ...againstSetting(draft, beside(fields, rule.fields)),
    ...missing(draft, rule, fields)
  ]
  if (reasons.length > 0) return reasons
  const by = nameOf(draft.meta.actor)
  if (Object.keys(fields).length > 0) Drafts.emit(draft, "facts-recorded", { facts: fields, by }, rule.path)
  record(by, rule)
  end(draft, rule, why)
  return []
}

/** Returns whether the ending itself allows the case to demand less. Other facts than those that it asks for do not. */
export const reducesByEnding = (
  situation: Situation,
  name: EndingRule["name"],
  fields: Facts | undefined
): "own" | undefined => {
  const found = endingOf(situation, name)
  const others = beside(fields, "rule" in found ? found.rule.fields : [])
  return others.length === 0 || setByRule(situation, others) !== undefined ? "own" : undefined
}

/**
 * Returns whether a clock ends. Promises to the customer end with the customer loop; other clocks end with the system
 * loop.
 */
const isEnded = (rule: EndingRule, isPromise: boolean): boolean => isPromise || rule.closes === "both-loops"
