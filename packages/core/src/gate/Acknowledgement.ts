/** The customer knows that they were heard: by a receipt (automatic) or by a person. Source: ISO 10002 7.4. */
import type { GateKindDefinition } from "../draft/GateKind.ts"

export const acknowledgement: GateKindDefinition = { kind: "acknowledgement", check: () => [] }
