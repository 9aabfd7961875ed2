/** A record of the policy's own: its evidence is the fields that the policy names. */
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"

export const facts: GateFacts = {
  evidence: {},
  // Fields are for a person to fill in.
  passesAtOnce: ({ fields }) => fields.length === 0
}

export const record: GateKindDefinition = { kind: "record", facts, check: () => [] }
