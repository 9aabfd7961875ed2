import type { CommandOf } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import type { Situation } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { isOfCustomer } from "../people/Actor.ts"
import type { GateRule } from "../policy/Bundle.ts"
import { againstAnswers, againstSurvey, passedOver } from "../rule/conversation/surveyAnswers.ts"
import { questionsOf } from "../rule/feedback/questions.ts"
import { againstEntering, againstPerson } from "../rule/gate/settlement.ts"
import * as Who from "../who/Who.ts"
import { describe, may, must } from "./Description.ts"

/** The command by which the customer answers all or some questions of a survey. */
export const answer = describe({
  verb: "answer",
  key: "作答",
  acts: "reported",
  until: "closed",
  arguments: {
    gate: may("text"),
    facts: must("facts", "事实"),
    text: may("text", "文字")
  },
  example: { do: "answer", facts: { resolved: true } },
  who: (situation, command) => {
    const { actor } = situation.meta
    if (Who.isCustomer(situation.state, actor)) return []
    if (isOfCustomer(actor))
      return [reason("command/wrong-person", undefined, { command: command.do, by: ["customer", "staff"] })]
    const rule = asking(situation, command.gate)
    if (rule === undefined) return []
    return rule.repliedBy === undefined
      ? againstPerson(situation, rule)
      : againstEntering(situation, rule, rule.repliedBy)
  },
  now: (situation, command) => {
    const rule = asking(situation, command.gate)
    return rule === undefined
      ? [reason("gate/not-open", undefined, { gate: command.gate ?? "" })]
      : againstSurvey(situation, rule)
  },
  targets: (x) => surveys(x).map(({ name }) => ({ gate: name })),
  offered: (x, { gate }) => asking(x, gate) !== undefined,
  reduces: () => "kept-back",
  run: (draft, command) => {
    const rule = asking(draft, command.gate)
    if (rule === undefined) return [reason("gate/not-open", undefined, { gate: command.gate ?? "" })]
    const x = { situation: draft, rule, state: Gate.at(draft.state.gates, rule.name) }
    const reasons: readonly RefusalReason[] = againstAnswers(x, command.facts)
    if (reasons.length > 0) return reasons
    const channel = draft.state.conversation.lastChannel ?? ""
    if ((command.text ?? "").trim() !== "")
      Drafts.emit(draft, "customer-wrote", { text: command.text ?? "", channel, as: "reply" }, rule.path)
    draft.kinds[rule.kind].answered?.(x, { answers: command.facts, skipped: passedOver(x, command.facts) }, channel)
    return []
  }
})

/** Returns the gates that have a survey. */
const surveys = (situation: Situation): readonly GateRule[] =>
  [...(Drafts.loop(situation)?.gates.values() ?? [])].filter(
    ({ kind, survey }) =>
      situation.kinds[kind].answered !== undefined && questionsOf(situation.policy, survey).length > 0
  )

/** Returns the gate that the answers are for: the named one, else the open one. */
const asking = (situation: Situation, gate: CommandOf<"answer">["gate"]): GateRule | undefined =>
  surveys(situation).find(({ name }) =>
    gate === undefined ? Gate.at(situation.state.gates, name).status === "open" : name === gate
  )
