/** The customer answers the questions of a survey: those of its form at once, or some of them. */
import type { CommandOf } from "../case/generated/Command.ts"
import type { Reason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import type { Situation } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { isOfCustomer } from "../people/Actor.ts"
import type { GateRule } from "../policy/Bundle.ts"
import { againstAnswers, againstSurvey, passedOver } from "../rule/conversation/answer.ts"
import { questionsOf } from "../rule/feedback/questions.ts"
import { againstEntering, againstPerson } from "../rule/gate/handle.ts"
import * as Who from "../who/Who.ts"
import { describe, may, must } from "./Description.ts"

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
  who: (x, c) => {
    const { actor } = x.meta
    if (Who.isCustomer(x.state, actor)) return []
    if (isOfCustomer(actor))
      return [reason("command/wrong-person", undefined, { command: c.do, by: ["customer", "staff"] })]
    const rule = asking(x, c.gate)
    if (rule === undefined) return []
    return rule.repliedBy === undefined ? againstPerson(x, rule) : againstEntering(x, rule, rule.repliedBy)
  },
  now: (x, c) => {
    const rule = asking(x, c.gate)
    return rule === undefined ? [reason("gate/not-open", undefined, { gate: c.gate ?? "" })] : againstSurvey(x, rule)
  },
  targets: (x) => surveys(x).map(({ name }) => ({ gate: name })),
  offered: (x, { gate }) => asking(x, gate) !== undefined,
  reduces: () => "kept-back",
  run: (d, c) => {
    const rule = asking(d, c.gate)
    if (rule === undefined) return [reason("gate/not-open", undefined, { gate: c.gate ?? "" })]
    const x = { situation: d, rule, state: Gate.at(d.state.gates, rule.name) }
    const reasons: readonly Reason[] = againstAnswers(x, c.facts)
    if (reasons.length > 0) return reasons
    const channel = d.state.conversation.lastChannel ?? ""
    if ((c.text ?? "").trim() !== "")
      Drafts.emit(d, "customer-wrote", { text: c.text ?? "", channel, as: "reply" }, rule.path)
    d.kinds[rule.kind].answered?.(x, { answers: c.facts, skipped: passedOver(x, c.facts) }, channel)
    return []
  }
})

/** The gates that ask by questions. */
const surveys = (x: Situation): readonly GateRule[] =>
  [...(Drafts.loop(x)?.gates.values() ?? [])].filter(
    ({ kind, survey }) => x.kinds[kind].answered !== undefined && questionsOf(x.policy, survey).length > 0
  )

/** The gate that is meant: the one named, else the one that is open. */
const asking = (x: Situation, gate: CommandOf<"answer">["gate"]): GateRule | undefined =>
  surveys(x).find(({ name }) => (gate === undefined ? Gate.at(x.state.gates, name).status === "open" : name === gate))
