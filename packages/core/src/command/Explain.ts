import { againstFacts } from "../case/FactCheck.ts"
import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import * as Drafts from "../draft/Draft.ts"
import { loop } from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import { holds } from "../policy/Policy.ts"
import { againstJoining } from "../rule/authority/duties.ts"
import { againstSetting, beside, setByRule } from "../rule/feedback/factSetting.ts"
import { explainIfSigned, settleExplained } from "../rule/gate/explanation.ts"
import { open } from "../rule/gate/reactions.ts"
import { againstOrder, find, unsettled, violate } from "../rule/gate/settlement.ts"
import * as Who from "../who/Who.ts"
import { describe, may, must } from "./Description.ts"

/** The command that gives a reason instead of the evidence, if the gate's `or-explain` allows it. */
export const explain = describe({
  verb: "explain",
  key: "说明",
  acts: "decided",
  until: "closed",
  arguments: {
    gate: must("text"),
    reason: must("text", "理由"),
    fields: may("facts", "记录项")
  },
  example: { do: "explain", gate: "prevented", reason: "the product is withdrawn" },
  who: (situation, { gate = "" }) => {
    const found = find(situation, gate)
    const by = "reasons" in found ? undefined : found.rule.orExplain?.by
    if ("reasons" in found || by === undefined) return []
    const [actor, { owner }] = [nameOf(situation.meta.actor), situation.state.ownership]
    const other = Who.is(situation.policy, situation.state, by, situation.meta.actor)
      ? []
      : [reason("gate/wrong-person", `${found.rule.path}.or-explain.by`, { gate, by, actor, owner })]
    return [...other, ...againstJoining(situation, "explain")]
  },
  now: (situation, { gate = "" }) => {
    const found = find(situation, gate)
    if ("reasons" in found) return found.reasons
    const { rule } = found
    if (rule.orExplain === undefined) return [reason("gate/cannot-explain", rule.path, { gate })]
    const isOpen = holds(rule.orExplain.when, Drafts.vector(situation)) === "yes"
    const shut = isOpen ? [] : [reason("gate/cannot-explain", `${rule.path}.or-explain.when`, { gate })]
    return [...againstOrder(situation, rule).reasons, ...shut]
  },
  targets: unsettled,
  reduces: (situation, command) => {
    const others = beside(command.fields, loop(situation)?.gates.get(command.gate)?.orExplain?.fields ?? [])
    return others.length === 0 || setByRule(situation, others) !== undefined ? "own" : undefined
  },
  run: (draft, command) => {
    const found = find(draft, command.gate)
    if ("reasons" in found) return found.reasons
    const { rule } = found
    const path = `${rule.path}.or-explain`
    const explanation = rule.orExplain
    if (explanation === undefined) return [reason("gate/cannot-explain", rule.path, { gate: rule.name })]
    const order = againstOrder(draft, rule)
    const reasons = [
      ...againstFacts(draft, command.fields ?? {}),
      ...againstSetting(draft, beside(command.fields, explanation.fields))
    ]
    if (command.reason.trim() === "") reasons.push(reason("reason/missing", path))
    const missing = explanation.fields.filter(
      (name) => command.fields?.[name] === undefined && draft.state.feedback.facts[name] === undefined
    )
    if (missing.length > 0) reasons.push(reason("gate/fields-missing", `${path}.fields`, { gate: rule.name, missing }))
    if (reasons.length > 0) return reasons
    const by = nameOf(draft.meta.actor)
    if (order.violated.length > 0) violate(draft, rule, order.violated)
    if (command.fields !== undefined) Drafts.emit(draft, "facts-recorded", { facts: command.fields, by }, path)
    if ((explanation.signOff ?? []).length === 0) {
      settleExplained(draft, rule, { id: draft.meta.id, by, reason: command.reason })
      return []
    }
    if (Gate.at(draft.state.gates, rule.name).status === "waiting") open(draft, rule)
    Drafts.emit(draft, "explanation-given", { gate: rule.name, id: draft.meta.id, by, reason: command.reason }, path)
    explainIfSigned(draft, rule)
    return []
  }
})
