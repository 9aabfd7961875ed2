/** The customer knows that they were heard: by a receipt (automatic) or by a person. Source: ISO 10002 7.4. */
import type { GateModule } from "./Gate.ts"

export const acknowledgement: GateModule = { kind: "acknowledgement", check: () => [] }
