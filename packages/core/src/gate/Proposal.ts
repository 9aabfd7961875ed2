/** What we mean to do, agreed with the customer: rounds of proposal and reply, then an arbiter decides. */

import { reason } from "../case/Refusal.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellCustomer } from "../draft/send.ts"
import { rolesOf } from "../people/Actor.ts"
import type { GateContext, GateModule } from "./Gate.ts"

/** The rounds are used up and the customer did not agree. */
export const isForArbiter = ({ rule, state }: Pick<GateContext, "rule" | "state">): boolean => {
  const last = state.rounds.at(-1)
  return (
    rule.rounds !== undefined &&
    state.rounds.length >= rule.rounds &&
    (last?.reply === "counter" || last?.reply === "refuse")
  )
}

export const proposal: GateModule = {
  kind: "proposal",
  check: (x, { proposal: text }) => {
    const { rule, state } = x
    if ((text ?? "").trim() === "") return [reason("proposal/none", rule.path)]
    const last = state.rounds.at(-1)
    if (last !== undefined && last.reply === undefined)
      return [reason("proposal/awaiting-reply", rule.path, { round: state.rounds.length })]
    if (!isForArbiter(x)) return []
    const isArbiter = rule.arbiter !== undefined && rolesOf(x.d.meta.actor).includes(rule.arbiter)
    return isArbiter
      ? []
      : [
          reason("proposal/rounds-over", `${rule.path}.rounds`, {
            rounds: rule.rounds ?? 0,
            arbiter: rule.arbiter ?? ""
          })
        ]
  },
  show: (x, { proposal: text }, by) => {
    const { d, rule, state } = x
    const decided = isForArbiter(x)
    Drafts.emit(
      d,
      "proposal-made",
      { gate: rule.name, round: state.rounds.length + 1, text: text ?? "", by },
      rule.path
    )
    if (decided) return "complete"
    if (rule.tell !== undefined) tellCustomer(d, rule.tell, { gate: rule.name })
    return "more"
  }
}
