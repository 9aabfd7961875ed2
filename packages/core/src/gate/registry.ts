/** One gate kind, one file: the only list of them. */
import type { GateKinds } from "../draft/GateKind.ts"
import { acknowledgement } from "./Acknowledgement.ts"
import { correction, prevention } from "./Action.ts"
import { classification } from "./Classification.ts"
import { confirmation } from "./Confirmation.ts"
import { decision } from "./Decision.ts"
import { effectiveness } from "./Effectiveness.ts"
import { proposal } from "./Proposal.ts"
import { approval, containment, record } from "./Record.ts"
import { result } from "./Result.ts"
import { rootCause } from "./RootCause.ts"

export const registry: GateKinds = {
  acknowledgement,
  classification,
  containment,
  "root-cause": rootCause,
  proposal,
  decision,
  correction,
  prevention,
  effectiveness,
  result,
  confirmation,
  approval,
  record
}
