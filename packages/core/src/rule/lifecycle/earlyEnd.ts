/**
 * Early ends: the customer withdraws, or another body answers for the case. Only what the policy says is closed; gates
 * that protect others survive, with their clocks.
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

/** Returns why this actor may not end the case so. */
export const mayEnd = (situation: Situation, name: EndingRule["name"]): readonly RefusalReason[] => {
  const found = endingOf(situation, name)
  if ("reasons" in found) return []
  return againstPerson(situation, found.rule)
}

/** Returns why the case cannot end so now. */
export const againstEnding = (situation: Situation, name: EndingRule["name"]): readonly RefusalReason[] => {
  const found = endingOf(situation, name)
  if ("reasons" in found) return found.reasons
  const isOver =
    (name === "forwarded" || name === "turned-away") && situation.state.lifecycle.customerLoop !== undefined
  return isOver ? [reason("case/closed", found.rule.path)] : []
}

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

export const missing = (draft: Draft, rule: EndingRule, given: Facts): readonly RefusalReason[] => {
  const lacking = rule.fields.filter(
    (name) => given[name] === undefined && draft.state.feedback.facts[name] === undefined
  )
  return lacking.length === 0
    ? []
    : [reason("gate/fields-missing", `${rule.path}.fields`, { gate: rule.name, missing: lacking })]
}

/** Closes what the ending closes: gates that are still owed there are not needed any more. */
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

/** Ends it by the staff's decision, with what the ending asks for; `record` puts the decision on record. */
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

/** Returns whether the ending itself allows what the case demands less: facts beside those that it asks for do not. */
export const reducesByEnding = (
  situation: Situation,
  name: EndingRule["name"],
  fields: Facts | undefined
): "own" | undefined => {
  const found = endingOf(situation, name)
  const others = beside(fields, "rule" in found ? found.rule.fields : [])
  return others.length === 0 || setByRule(situation, others) !== undefined ? "own" : undefined
}

/** A promise to the customer ends with their loop; what the system loop promised goes on where that loop does. */
const isEnded = (rule: EndingRule, isPromise: boolean): boolean => isPromise || rule.closes === "both-loops"
