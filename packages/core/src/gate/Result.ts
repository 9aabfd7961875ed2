/** The customer is told the result, with the reason if expectations were not met. Source: ISO 10002 7.8. */
import { reason } from "../case/Refusal.ts"
import { latestEvidence } from "../case/track/Gate.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"

/** What is known of the gate kind `result` without a step. */
export const facts: GateFacts = {
  evidence: { asked: ["result"], optional: ["shortfall"] },
  speaks: true,
  isAnswer: true,
  fills: {
    result: (_, c) => latestEvidence(c.gates, "result"),
    shortfall: (_, c) => latestEvidence(c.gates, "shortfall")
  },
  passesAtOnce: () => true,
  example: (_, { words }) => ({ result: words("result") })
}

/** What the gate kind `result` does in a step. */
export const result: GateKindDefinition = {
  kind: "result",
  facts,
  check: ({ rule }, evidence) =>
    rule.by.includes("automatic") || (evidence.result ?? "").trim() !== "" ? [] : [reason("result/missing", rule.path)]
}
