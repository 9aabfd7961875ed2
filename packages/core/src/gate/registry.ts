/** The only list of gate kinds, and of what is known of each without a step. */
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKinds } from "../draft/Situation.ts"
import type { GateKind } from "../policy/GateKind.ts"
import { alikeIn } from "../value/Optional.ts"
import { acknowledgement, facts as acknowledgementFacts } from "./Acknowledgement.ts"
import { approval, facts as approvalFacts } from "./Approval.ts"
import { classification, facts as classificationFacts } from "./Classification.ts"
import { confirmation, facts as confirmationFacts } from "./Confirmation.ts"
import { containment, facts as containmentFacts } from "./Containment.ts"
import { correction, facts as correctionFacts } from "./Correction.ts"
import { decision, facts as decisionFacts } from "./Decision.ts"
import { effectiveness, facts as effectivenessFacts } from "./Effectiveness.ts"
import { findings, facts as findingsFacts } from "./Findings.ts"
import { prevention, facts as preventionFacts } from "./Prevention.ts"
import { proposal, facts as proposalFacts } from "./Proposal.ts"
import { record, facts as recordFacts } from "./Record.ts"
import { result, facts as resultFacts } from "./Result.ts"
import { rootCause, facts as rootCauseFacts } from "./RootCause.ts"

/** What every gate kind does in a step, by name. */
export const registry: GateKinds = /* @__PURE__ */ alikeIn<GateKinds>({
  acknowledgement,
  classification,
  containment,
  record,
  findings,
  approval,
  correction,
  "root-cause": rootCause,
  prevention,
  effectiveness,
  proposal,
  decision,
  result,
  confirmation
})

/** What is known of each kind without a step. A program that imports only this does not load the rules of a step. */
export const gateFacts: Readonly<Record<GateKind, GateFacts>> = {
  acknowledgement: acknowledgementFacts,
  classification: classificationFacts,
  containment: containmentFacts,
  record: recordFacts,
  findings: findingsFacts,
  approval: approvalFacts,
  correction: correctionFacts,
  "root-cause": rootCauseFacts,
  prevention: preventionFacts,
  effectiveness: effectivenessFacts,
  proposal: proposalFacts,
  decision: decisionFacts,
  result: resultFacts,
  confirmation: confirmationFacts
}
