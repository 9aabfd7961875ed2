/** What was found when somebody looked: feedback that names this case, or, where nothing was found, what was looked at. */
import { reason } from "../case/Refusal.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"

export const facts: GateFacts = {
  evidence: { optional: ["result"] },
  example: (_, { words }) => ({ result: words("finding") })
}

export const findings: GateKindDefinition = {
  kind: "findings",
  facts,
  check: ({ situation, rule }, { result = "" }) =>
    situation.state.relations.findings.length > 0 || result.trim() !== "" ? [] : [reason("findings/none", rule.path)]
}
