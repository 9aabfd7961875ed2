/** Another body answers for it: the customer loop ends, what the policy asks to be recorded is recorded. */

import { againstFacts } from "../case/FactCheck.ts"
import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import { againstSetting, beside, setByRule } from "../rule/feedback/setting.ts"
import { againstEnding, end, endingOf, mayEnd, missing } from "../rule/lifecycle/end.ts"
import { defined } from "../value/Optional.ts"
import { describe, may } from "./Description.ts"

export const forward = describe({
  verb: "forward",
  name: { en: "forward", "zh-CN": "转交" },
  says: {
    en: "Another body answers for it: the customer loop ends, what the policy asks to be recorded is recorded.",
    "zh-CN": "转交其他机构：客户闭环结束，并记录策略要求的事项。"
  },
  acts: "decided",
  until: "closed",
  arguments: {
    fields: may("facts", "Facts that the ending asks for.", "此结局要求的事实。", "记录项"),
    reason: may("text", "Why.", "理由。", "理由")
  },
  example: { do: "forward", fields: { "forwarded-to": "the network operator" } },
  who: (x) => mayEnd(x, "forwarded"),
  now: (x) => againstEnding(x, "forwarded"),
  /** Another body answers for the case from now on: our own promises to the customer end, theirs begin there. */
  reduces: (x, c) => {
    const found = endingOf(x, "forwarded")
    const others = beside(c.fields, "rule" in found ? found.rule.fields : [])
    return others.length === 0 || setByRule(x, others) !== undefined ? "own" : undefined
  },
  run: (d, c) => {
    const found = endingOf(d, "forwarded")
    if ("reasons" in found) return found.reasons
    const { rule } = found
    const fields = c.fields ?? {}
    const reasons = [
      ...againstFacts(d, fields),
      ...againstSetting(d, beside(fields, rule.fields)),
      ...missing(d, rule, fields)
    ]
    if (reasons.length > 0) return reasons
    const by = nameOf(d.meta.actor)
    if (Object.keys(fields).length > 0) Drafts.emit(d, "facts-recorded", { facts: fields, by }, rule.path)
    Drafts.emit(d, "case-forwarded", defined({ by, reason: c.reason }), rule.path)
    end(d, rule, c.reason)
    return []
  }
})
