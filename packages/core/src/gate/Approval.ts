/** A person whom the policy names agrees. Passing the gate is the evidence. */
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"

/** What is known of the gate kind `approval` without a step. */
export const facts: GateFacts = { evidence: {} }

/** What the gate kind `approval` does in a step. */
export const approval: GateKindDefinition = { kind: "approval", facts, check: () => [] }
