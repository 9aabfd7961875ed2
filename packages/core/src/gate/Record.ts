/** Gates whose evidence is fields alone: a record of the policy's own, containment (8D D3), and approval. */
import type { GateKind } from "../policy/Bundle.ts"
import type { GateModule } from "./Gate.ts"

const fields = (kind: GateKind): GateModule => ({ kind, check: () => [] })

export const record = fields("record")
export const containment = fields("containment")
export const approval = fields("approval")
