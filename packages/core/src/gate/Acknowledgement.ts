/** The customer knows that they were heard: by a receipt (automatic) or by a person. Source: ISO 10002 7.4. */
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"

export const facts: GateFacts = { evidence: {}, speaks: true, isReceipt: true, passesAtOnce: () => true }

export const acknowledgement: GateKindDefinition = {
  kind: "acknowledgement",
  facts,
  check: () => []
}
