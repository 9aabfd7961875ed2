/** Correction of this case: it passes with its actions. Source: ISO 9001 10.2, ISO 13485 8.5.2. */

import { reason } from "../case/Refusal.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"
import { actionsIn, againstActions, examplePlan, plan } from "./planned.ts"

export const facts: GateFacts = {
  evidence: { required: ["actions"] },
  fills: { correction: actionsIn },
  example: examplePlan
}

export const correction: GateKindDefinition = {
  kind: "correction",
  facts,
  check: (x, { actions = [] }) =>
    actions.length === 0 && x.state.actions.length === 0
      ? [reason("action/none", x.rule.path)]
      : againstActions(x, actions, 0),
  show: (x, evidence, by) => {
    plan(x, evidence, by)
    return "complete"
  }
}
