/** Gives a reason instead of the evidence, where `or-explain` allows it. */

import { againstFacts } from "../case/FactCheck.ts"
import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import * as Drafts from "../draft/Draft.ts"
import { loop } from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import { holds } from "../policy/Policy.ts"
import { againstJoining } from "../rule/authority/duties.ts"
import { againstSetting, beside, setByRule } from "../rule/feedback/setting.ts"
import { explainIfSigned, settleExplained } from "../rule/gate/explain.ts"
import { againstOrder, find, unsettled, violate } from "../rule/gate/handle.ts"
import { open } from "../rule/gate/react.ts"
import * as Who from "../who/Who.ts"
import { describe, may, must } from "./Description.ts"

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
  who: (x, { gate = "" }) => {
    const found = find(x, gate)
    const by = "reasons" in found ? undefined : found.rule.orExplain?.by
    if ("reasons" in found || by === undefined) return []
    const [actor, { owner }] = [nameOf(x.meta.actor), x.state.ownership]
    const other = Who.is(x.policy, x.state, by, x.meta.actor)
      ? []
      : [reason("gate/wrong-person", `${found.rule.path}.or-explain.by`, { gate, by, actor, owner })]
    return [...other, ...againstJoining(x, "explain")]
  },
  now: (x, { gate = "" }) => {
    const found = find(x, gate)
    if ("reasons" in found) return found.reasons
    const { rule } = found
    if (rule.orExplain === undefined) return [reason("gate/cannot-explain", rule.path, { gate })]
    const isOpen = holds(rule.orExplain.when, Drafts.vector(x)) === "yes"
    const shut = isOpen ? [] : [reason("gate/cannot-explain", `${rule.path}.or-explain.when`, { gate })]
    return [...againstOrder(x, rule).reasons, ...shut]
  },
  targets: unsettled,
  reduces: (x, c) => {
    const others = beside(c.fields, loop(x)?.gates.get(c.gate)?.orExplain?.fields ?? [])
    return others.length === 0 || setByRule(x, others) !== undefined ? "own" : undefined
  },
  run: (d, c) => {
    const found = find(d, c.gate)
    if ("reasons" in found) return found.reasons
    const { rule } = found
    const path = `${rule.path}.or-explain`
    const door = rule.orExplain
    if (door === undefined) return [reason("gate/cannot-explain", rule.path, { gate: rule.name })]
    const order = againstOrder(d, rule)
    const reasons = [...againstFacts(d, c.fields ?? {}), ...againstSetting(d, beside(c.fields, door.fields))]
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
      settleExplained(d, rule, { id: d.meta.id, by, reason: c.reason })
      return []
    }
    if (Gate.at(d.state.gates, rule.name).status === "waiting") open(d, rule)
    Drafts.emit(d, "explanation-given", { gate: rule.name, id: d.meta.id, by, reason: c.reason }, path)
    explainIfSigned(d, rule)
    return []
  }
})
