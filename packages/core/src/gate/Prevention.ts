/**
 * Prevention of recurrence, or of occurrence elsewhere. The gate passes when every action is done.
 *
 * Source: ISO 9001 10.2, ISO 13485 8.5.2 and 8.5.3.
 */

import { reason } from "../case/Refusal.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateKindDefinition } from "../draft/Situation.ts"
import { served } from "../rule/relations/progress.ts"
import { dayInLetter } from "../text/phrase/Dates.ts"
import { actionsIn, againstActions, examplePlan, plan } from "./plannedActions.ts"

/** What is known of the gate kind `prevention` without a step. */
export const facts: GateFacts = {
  evidence: { required: ["actions"], optional: ["publish"] },
  brings: "live",
  fills: {
    prevention: actionsIn,
    "prevention.live-since": (gates, _, { zone }, language) => {
      const at = gates.map(({ settledAt }) => settledAt).find((settledAt) => settledAt !== undefined)
      return at === undefined ? undefined : dayInLetter(at, zone, language)
    }
  },
  example: examplePlan
}

/** What the gate kind `prevention` does in a step. */
export const prevention: GateKindDefinition = {
  kind: "prevention",
  facts,
  check: (view, { actions = [] }) => {
    if (actions.length > 0) return againstActions(view, actions, view.situation.now)
    const { path, name } = view.rule
    return view.state.actions.length === 0
      ? [reason("action/none", path)]
      : [reason("action/open", path, { gate: name })]
  },
  show: (context, evidence, by) => {
    plan(context, evidence, by)
    return "more"
  },
  ripe: ({ situation, state }) =>
    served(situation, "live") ??
    (state.actions.length > 0 && state.actions.every((action) => action.doneAt !== undefined)
      ? { actions: state.actions.map(({ doneAt: _, ...planned }) => planned) }
      : undefined)
}
