/** The result of a routine: feedback that was found in this case or, if none was found, what was looked at. */
import { reason } from "../case/Refusal.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"

/** What is known of the gate kind `findings` without a step. */
export const facts: GateFacts = {
  evidence: { optional: ["result"] },
  example: (_, { words }) => ({ result: words("finding") })
}

/** What the gate kind `findings` does in a step. */
export const findings: GateKindDefinition = {
  kind: "findings",
  facts,
  check: ({ situation, rule }, { result = "" }) =>
    situation.state.relations.findings.length > 0 || result.trim() !== "" ? [] : [reason("findings/none", rule.path)]
}
