/** A record that a policy defines: its evidence is the fields that the policy names. */
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"

/** What is known of the gate kind `record` without a step. */
export const facts: GateFacts = {
  evidence: {},
  // Fields have to be filled in by a person.
  passesAtOnce: ({ fields }) => fields.length === 0
}

/** What the gate kind `record` does in a step. */
export const record: GateKindDefinition = { kind: "record", facts, check: () => [] }
