/** A person confirms the category or gives another one. */

import { reason } from "../case/Refusal.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"
import { correct } from "../rule/feedback/override.ts"
import { defined } from "../value/Optional.ts"

/** What is known of the gate kind `classification` without a step. */
export const facts: GateFacts = { evidence: { optional: ["category", "reason"] } }

/** What the gate kind `classification` does in a step. */
export const classification: GateKindDefinition = {
  kind: "classification",
  facts,
  check: ({ situation, rule }, { category }) => {
    const known = situation.policy.bundle.dictionary.categories.map((c) => c.name)
    return category === undefined || known.includes(category)
      ? []
      : [reason("classification/unknown", rule.path, { category, known })]
  },
  show: ({ situation, rule }, { category, reason: why }, by) => {
    const was = situation.state.feedback.understanding
    if (was !== undefined)
      correct(
        situation,
        { ...was, ...defined({ category }), sure: true, confidence: 1, decidedBy: by },
        by,
        why ?? "",
        rule.path
      )
    return "complete"
  }
}
