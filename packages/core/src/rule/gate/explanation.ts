/**
 * Comply or explain: where the policy allows it, a reason replaces the evidence. The gate waits until everybody whom
 * the policy names has signed the reason.
 */

import * as Gate from "../../case/track/Gate.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellCustomer } from "../../draft/messageQueue.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import * as Signature from "../../who/Signature.ts"
import * as Who from "../../who/Who.ts"
import { draw } from "../authority/spotCheck.ts"

/** Settles an explained gate if every signature is given. */
export const explainIfSigned = (draft: Draft, rule: GateRule): void => {
  const { explanation, signatures } = Gate.at(draft.state.gates, rule.name)
  const asked = Who.signatories(draft.policy, draft.state, rule.orExplain?.signOff ?? [])
  if (explanation !== undefined && Signature.missing(asked, signatures).length === 0)
    settleExplained(draft, rule, explanation)
}

/** Settles a gate by its explanation. */
export const settleExplained = (
  draft: Draft,
  rule: GateRule,
  { id, by, reason: why }: Gate.UnsignedExplanation
): void => {
  Drafts.emit(draft, "gate-explained", { gate: rule.name, by, reason: why }, `${rule.path}.or-explain`)
  draw(draft, "explain", { id, by })
  if (rule.orExplain?.tell !== undefined) tellCustomer(draft, rule.orExplain.tell, { gate: rule.name, reason: why })
}
