/** The form that feedback comes in by: what it asks for, what did not come, and the question that helps to say it. */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import type { FormRule, RuleId } from "../../model/Bundle.ts"
import type { Facts, Submission } from "../../model/Command.ts"
import type { Policy } from "../../model/Policy.ts"
import { inLanguage, tellCustomer } from "../message/send.ts"
import type { Understanding } from "./State.ts"

/** Returns the form of a channel: its own over that of every channel. */
export const formOf = (policy: Policy, channel: string): FormRule =>
  policy.bundle.channels[channel]?.form ?? policy.bundle.form

/** What a submission has by itself, by the names that forms use. */
const given: Readonly<Record<string, (s: Submission, isScored: boolean) => boolean>> = {
  key: () => true,
  channel: () => true,
  received: () => true,
  customer: (s) => s.customer !== undefined,
  // Where a score is asked for, words are not owed.
  verbatim: (s, isScored) => (s.verbatim ?? "").trim() !== "" || (isScored && s.score !== undefined),
  description: (s) => (s.description ?? "").trim() !== "",
  "happened-at": (s) => s.happenedAt !== undefined,
  where: (s) => s.where !== undefined,
  demand: (s) => s.demand !== undefined,
  "hoped-for-by": (s) => s.hopedForBy !== undefined,
  score: (s) => s.score !== undefined,
  kind: (s) => s.kind !== undefined,
  consent: (s) => (s.consent ?? []).length > 0,
  attachments: (s) => (s.attachments ?? []).length > 0
}

/** Returns the required fields that did not come. Feedback is never turned away for them. */
export const missing = (policy: Policy, s: Submission, facts: Facts): readonly string[] => {
  const { scale, kindByScore } = policy.bundle.channels[s.channel] ?? {}
  const isScored = scale !== undefined || kindByScore !== undefined
  return formOf(policy, s.channel).require.filter((field) => {
    const own = Object.hasOwn(given, field) ? given[field] : undefined
    return own === undefined ? facts[field] === undefined : !own(s, isScored)
  })
}

interface Question {
  readonly name: string
  readonly rule: RuleId
}

/** A vague word asks its question where nobody could act on the rest; a missing field the one called like it. */
const questionOf = (d: Draft, u: Understanding, lacking: readonly string[]): Question | undefined => {
  const { bundle } = d.policy
  const channel = d.state.intake.receipt?.channel ?? ""
  const { questions } = formOf(d.policy, channel)
  const vague = u.sure
    ? undefined
    : bundle.dictionary.signals.find(({ name, ask }) => ask !== undefined && u.signals.includes(name))
  if (vague?.ask !== undefined) return { name: vague.ask, rule: `dictionary.signals.${vague.name}.ask` }
  const [first] = lacking
  if (first === undefined) return undefined
  const rule = bundle.channels[channel]?.form === undefined ? "intake.form.require" : `channels.${channel}.form.require`
  return { name: first in questions ? first : (Object.keys(questions)[0] ?? first), rule }
}

/** Asks what is missing or too vague to act on: one question, and never the same one twice. */
export const ask = (d: Draft): void => {
  const { receipt, understanding, facts, questions: asked, language } = d.state.intake
  if (receipt === undefined || understanding === undefined) return
  if (understanding.kind === "praise" || understanding.kind === "rating") return
  const lacking = missing(d.policy, receipt, facts)
  const question = questionOf(d, understanding, lacking)
  if (question === undefined || asked.includes(question.name)) return
  const spoken = language ?? d.policy.bundle.language
  const own = { ...d.policy.bundle.form.questions, ...formOf(d.policy, receipt.channel).questions }[question.name]
  const title = (field: string): string =>
    inLanguage(d.policy.bundle.facts[field]?.title, spoken, d.policy.bundle.language) ?? field
  const text = inLanguage(own, spoken, d.policy.bundle.language) ?? lacking.map(title).join(", ")
  Drafts.emit(d, "question-asked", { question: question.name, text, missing: lacking }, question.rule)
  tellCustomer(d, "guiding-question", { values: { question: text } })
}

/** A receipt at once, unless the loop itself has told the customer something by now. */
export const receipted = (d: Draft): void => {
  const { receipt } = d.state.intake
  const tell = receipt === undefined ? undefined : formOf(d.policy, receipt.channel).tell
  if (tell === undefined || d.events[0]?.event !== "case-opened") return
  const isTold = d.events.some(
    (event) => event.event === "message-queued" && event.audience === "customer" && event.message !== "guiding-question"
  )
  if (!isTold) tellCustomer(d, tell)
}
