/** Gates whose evidence is fields alone: a record of the policy's own, containment (8D D3), and approval. */

import type { GateKindDefinition } from "../draft/GateKind.ts"
import type { GateKind } from "../policy/Bundle.ts"

const fields = (kind: GateKind): GateKindDefinition => ({ kind, check: () => [] })

export const record = fields("record")
export const containment = fields("containment")
export const approval = fields("approval")
