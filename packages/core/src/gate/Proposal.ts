/**
 * The planned action is agreed with the customer in rounds of proposal and reply. After the last round an arbiter
 * decides.
 */

import type { CommandOf } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import * as Drafts from "../draft/Draft.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import { tellCustomer, tellStaff } from "../draft/messageQueue.ts"
import type { GateContext, GateKindDefinition, GateSituation } from "../draft/Situation.ts"
import { rolesOf } from "../people/Actor.ts"
import { settleIfSigned } from "../rule/gate/reactions.ts"
import { defined } from "../value/Optional.ts"
import { spokenBy } from "../who/Speaker.ts"
import * as Who from "../who/Who.ts"

/** Returns whether the rounds are used up and the customer did not agree. */
const isForArbiter = ({ rule, state }: Pick<GateSituation, "rule" | "state">): boolean =>
  Gate.isUndecided(state, rule.rounds)

const replied = ({ situation, rule, state }: GateContext, command: CommandOf<"reply">): readonly RefusalReason[] => {
  const word = spokenBy(situation.state, situation.meta.actor)
  const last = state.rounds.at(-1)
  if (last === undefined || last.reply !== undefined) return [reason("proposal/none", rule.path, { gate: rule.name })]
  const said = defined({ gate: rule.name, text: command.text, ...word })
  if (command.says === "agree") {
    Drafts.emit(situation, "proposal-agreed", { gate: rule.name, ...word }, rule.path)
    Drafts.emit(
      situation,
      "gate-evidence-shown",
      { gate: rule.name, by: word.by, evidence: { proposal: last.text } },
      rule.path
    )
    settleIfSigned(situation, rule)
  } else if (command.says === "counter") Drafts.emit(situation, "proposal-countered", said, rule.path)
  else if (command.says === "refuse") Drafts.emit(situation, "proposal-refused", said, rule.path)
  else return [reason("reply/not-understood", rule.path, { says: command.says, gate: rule.name })]
  if (rule.arbiter !== undefined && isForArbiter({ rule, state: Gate.at(situation.state.gates, rule.name) }))
    tellStaff(
      situation,
      "proposal-undecided",
      Who.people(situation.policy, situation.state, [rule.arbiter], situation.meta.gathered.people, situation.now),
      {
        gate: rule.name
      }
    )
  return []
}

/** What is known of the gate kind `proposal` without a step. */
export const facts: GateFacts = {
  evidence: { required: ["proposal"] },
  replies: new Set(["agree", "counter", "refuse"]),
  speaks: true,
  fills: {
    proposal: (gates) => gates.map(({ rounds }) => rounds.at(-1)?.text).find((text) => text !== undefined)
  },
  awaitsReply: ({ rounds }) => {
    const last = rounds.at(-1)
    return last !== undefined && last.reply === undefined
  },
  example: (_, { words }) => ({ proposal: words("proposal") })
}

/** What the gate kind `proposal` does in a step. */
export const proposal: GateKindDefinition = {
  kind: "proposal",
  facts,
  against: (view) => {
    const { rule, state } = view
    const last = state.rounds.at(-1)
    if (last !== undefined && last.reply === undefined)
      return [reason("proposal/awaiting-reply", rule.path, { round: state.rounds.length })]
    if (!isForArbiter(view)) return []
    const isArbiter = rule.arbiter !== undefined && rolesOf(view.situation.meta.actor).includes(rule.arbiter)
    return isArbiter
      ? []
      : [
          reason("proposal/rounds-over", `${rule.path}.rounds`, {
            rounds: rule.rounds ?? 0,
            arbiter: rule.arbiter ?? ""
          })
        ]
  },
  check: ({ rule }, { proposal: text }) => ((text ?? "").trim() === "" ? [reason("proposal/none", rule.path)] : []),
  show: (context, { proposal: text }, by) => {
    const { situation, rule, state } = context
    const decided = isForArbiter(context)
    Drafts.emit(
      situation,
      "proposal-made",
      { gate: rule.name, round: state.rounds.length + 1, text: text ?? "", by },
      rule.path
    )
    if (decided) return "complete"
    if (rule.tell !== undefined) tellCustomer(situation, rule.tell, { gate: rule.name })
    return "more"
  },
  mayAlsoPass: (x, actor) => x.rule.arbiter !== undefined && rolesOf(actor).includes(x.rule.arbiter) && isForArbiter(x),
  /** The proposal was sent when it was made. A customer who did not agree is told what was decided instead. */
  tellPassed: ({ situation, rule, state }) => {
    if (state.rounds.at(-1)?.reply !== "agree") tellCustomer(situation, "proposal-decided", { gate: rule.name })
  },
  replied
}
