/** The spread is stopped, as the fields that the policy names show. Source: 8D D3. */
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"

/** What is known of the gate kind `containment` without a step. */
export const facts: GateFacts = { evidence: {} }

/** What the gate kind `containment` does in a step. */
export const containment: GateKindDefinition = { kind: "containment", facts, check: () => [] }
