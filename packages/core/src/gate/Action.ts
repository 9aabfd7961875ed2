/**
 * Correction (of this case) and prevention (of recurrence or occurrence): SMART actions with owner and due.
 *
 * A correction passes with its actions; a prevention is live, and passes, when every action is done. Source: ISO 9001
 * 10.2, ISO 13485 8.5.2 and 8.5.3.
 */

import type { Evidence, PlannedAction } from "../case/Command.ts"
import type { Reason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import * as Drafts from "../draft/Draft.ts"
import type { GateContext, GateKindDefinition, GateView } from "../draft/GateKind.ts"
import { dueOf, follow, ownerOf } from "../rule/gate/actions.ts"
import { served } from "../rule/intake/progress.ts"

const smart = ["metric", "target", "owner", "due"] as const

const missing = (action: PlannedAction): readonly string[] => smart.filter((key) => (action[key] ?? "").trim() === "")

const check = ({ d, rule, state }: GateView, evidence: Evidence): readonly Reason[] => {
  const actions = evidence.actions ?? []
  if (actions.length === 0 && state.actions.length === 0) return [reason("action/none", rule.path)]
  if (actions.length === 0 && rule.kind === "prevention") return [reason("action/open", rule.path, { gate: rule.name })]
  return actions.flatMap((action, i) => {
    const lacks = [...(action.what.trim() === "" ? ["what"] : []), ...(rule.smart === true ? missing(action) : [])]
    const reasons =
      lacks.length === 0 ? [] : [reason("action/not-smart", `${rule.path}.smart`, { action: i + 1, missing: lacks })]
    const { due = "" } = action
    const isDate = due.trim() === "" || (dueOf(d, action) ?? 0) > (rule.kind === "prevention" ? d.now : 0)
    const { owner = "" } = action
    const isSomebody = rule.smart !== true || owner.trim() === "" || ownerOf(d, action).length > 0
    return [
      ...reasons,
      ...(isDate ? [] : [reason("action/no-date", rule.path, { action: i + 1, due })]),
      ...(isSomebody ? [] : [reason("action/nobody", `${rule.path}.smart`, { action: i + 1, owner })])
    ]
  })
}

const plan = ({ d, rule }: GateContext, evidence: Evidence, by: string): void => {
  const actions = evidence.actions ?? []
  if (actions.length === 0) return
  const from = Gate.at(d.state.gates, rule.name).actions.length + 1
  Drafts.emit(d, "action-planned", { gate: rule.name, actions, by }, rule.path)
  follow(d, rule, actions, from)
}

export const correction: GateKindDefinition = {
  kind: "correction",
  check,
  show: (x, evidence, by) => {
    plan(x, evidence, by)
    return "complete"
  }
}

export const prevention: GateKindDefinition = {
  kind: "prevention",
  check,
  show: (x, evidence, by) => {
    plan(x, evidence, by)
    return "more"
  },
  ripe: ({ d, state }) =>
    served(d, "live") ??
    (state.actions.length > 0 && state.actions.every((action) => action.doneAt !== undefined)
      ? { actions: state.actions }
      : undefined)
}
