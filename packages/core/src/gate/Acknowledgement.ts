/** The customer knows that they were heard, by an automatic receipt or by a person. Source: ISO 10002 7.4. */
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"

/** What is known of the gate kind `acknowledgement` without a step. */
export const facts: GateFacts = { evidence: {}, speaks: true, isReceipt: true, passesAtOnce: () => true }

/** What the gate kind `acknowledgement` does in a step. */
export const acknowledgement: GateKindDefinition = {
  kind: "acknowledgement",
  facts,
  check: () => []
}
