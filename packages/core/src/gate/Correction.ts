/** This case is put right. The gate passes when all of its actions are done. Source: ISO 9001 10.2, ISO 13485 8.5.2. */

import { reason } from "../case/Refusal.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"
import { actionsIn, againstActions, examplePlan, plan } from "./plannedActions.ts"

/** What is known of the gate kind `correction` without a step. */
export const facts: GateFacts = {
  evidence: { required: ["actions"] },
  fills: { correction: actionsIn },
  example: examplePlan
}

/** What the gate kind `correction` does in a step. */
export const correction: GateKindDefinition = {
  kind: "correction",
  facts,
  check: (view, { actions = [] }) =>
    actions.length === 0 && view.state.actions.length === 0
      ? [reason("action/none", view.rule.path)]
      : againstActions(view, actions, 0),
  show: (context, evidence, by) => {
    plan(context, evidence, by)
    return "complete"
  }
}
