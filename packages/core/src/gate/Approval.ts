/** Somebody whom the policy names agrees: passing it is the evidence. */
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"

export const facts: GateFacts = { evidence: {} }

export const approval: GateKindDefinition = { kind: "approval", facts, check: () => [] }
