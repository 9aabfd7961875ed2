/** Planned actions of corrections and preventions, with owner and due; SMART if the policy asks for it. */

import type { Evidence, PlannedAction } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import * as Drafts from "../draft/Draft.ts"
import type { ExampleGiven } from "../draft/GateFacts.ts"
import type { GateContext, GateSituation } from "../draft/Situation.ts"
import { dueOf, follow, ownerOf } from "../rule/gate/actions.ts"
import type { Instant } from "../time/Instant.ts"

const smart = ["metric", "target", "owner", "due"] as const

const missing = (action: PlannedAction): readonly string[] => smart.filter((key) => (action[key] ?? "").trim() === "")

/** Returns why these actions are not enough. Their due dates must lie after `earliest`. */
export const againstActions = (
  { situation, rule }: GateSituation,
  actions: readonly PlannedAction[],
  earliest: Instant
): readonly RefusalReason[] =>
  actions.flatMap((action, index) => {
    const lacks = [...(action.what.trim() === "" ? ["what"] : []), ...(rule.smart === true ? missing(action) : [])]
    const reasons =
      lacks.length === 0
        ? []
        : [reason("action/not-smart", `${rule.path}.smart`, { action: index + 1, missing: lacks })]
    const { due = "" } = action
    const isDate = due.trim() === "" || (dueOf(situation, action) ?? 0) > earliest
    const { owner = "" } = action
    const isSomebody = rule.smart !== true || owner.trim() === "" || ownerOf(situation, action).length > 0
    return [
      ...reasons,
      ...(isDate ? [] : [reason("action/no-date", rule.path, { action: index + 1, due })]),
      ...(isSomebody ? [] : [reason("action/nobody", `${rule.path}.smart`, { action: index + 1, owner })])
    ]
  })

/** Records the actions and asks their owners to do them. */
export const plan = ({ situation, rule }: GateContext, evidence: Evidence, by: string): void => {
  const released = evidence.publish === true ? { publish: true } : {}
  const actions = (evidence.actions ?? []).map((action) => ({ ...action, ...released }))
  if (actions.length === 0) return
  const from = Gate.at(situation.state.gates, rule.name).actions.length + 1
  Drafts.emit(situation, "action-planned", { gate: rule.name, actions, by }, rule.path)
  follow(situation, rule, actions, from)
}

/** Returns the planned actions as text; undefined if nothing is planned. */
export const actionsIn = (gates: readonly Gate.GateState[]): string | undefined => {
  const all = gates.flatMap(({ actions }) => actions)
  return all.length === 0 ? undefined : all.map((action) => action.what).join("; ")
}

/** Returns the smallest plan that is SMART. */
export const examplePlan = (_: unknown, { by, today, words }: ExampleGiven): Evidence => ({
  actions: [{ what: words("action"), metric: words("metric"), target: words("target"), owner: by, due: today }]
})
