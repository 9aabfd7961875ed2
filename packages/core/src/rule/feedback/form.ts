/** The form of a channel: what it asks for, what was not given, and the questions to the customer about it. */

import type { Facts, Submission } from "../../case/generated/Command.ts"
import type { Understanding } from "../../case/track/Feedback.ts"
import { at, isSettled } from "../../case/track/Gate.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellCustomer } from "../../draft/messageQueue.ts"
import type { FormRule, Language, RuleId } from "../../policy/Bundle.ts"
import { isRoutine, type Policy } from "../../policy/Policy.ts"
import { inLanguage } from "../../text/phrase/InLanguage.ts"
import { word } from "../../text/phrase/Words.ts"
import { defined } from "../../value/Optional.ts"

/** Returns the form of a channel: the channel's own, else that of every channel. */
export const formOf = (policy: Policy, channel: string): FormRule =>
  policy.bundle.channels[channel]?.form ?? policy.bundle.form

/** Whether a submission has each field that is not a fact, by the name that forms use. */
const given: Readonly<Record<string, (submission: Submission, isScored: boolean) => boolean>> = {
  key: () => true,
  channel: () => true,
  received: () => true,
  customer: (s) => s.customer !== undefined,
  // No words are required if a score is asked for.
  verbatim: (s, isScored) => (s.verbatim ?? "").trim() !== "" || (isScored && (s.score ?? s.facts) !== undefined),
  description: (s) => (s.description ?? "").trim() !== "",
  "happened-at": (s) => s.happenedAt !== undefined,
  where: (s) => s.where !== undefined,
  demand: (s) => s.demand !== undefined,
  "hoped-for-by": (s) => s.hopedForBy !== undefined,
  score: (s) => s.score !== undefined,
  kind: (s) => s.kind !== undefined,
  category: (s) => s.category !== undefined,
  consent: (s) => (s.consent ?? []).length > 0,
  attachments: (s) => (s.attachments ?? []).length > 0
}

/** Returns the required fields that were not given. Feedback is never refused for them. */
export const missing = (policy: Policy, submission: Submission, facts: Facts): readonly string[] => {
  const { scale, kindByScore, questions } = policy.bundle.channels[submission.channel] ?? {}
  const isScored = scale !== undefined || kindByScore !== undefined || questions !== undefined
  const { require, prefill } = formOf(policy, submission.channel)
  // The customer is not asked for facts that the host fills in.
  return require.filter((field) => {
    if (prefill.includes(field)) return false
    const own = Object.hasOwn(given, field) ? given[field] : undefined
    return own === undefined ? facts[field] === undefined : !own(submission, isScored)
  })
}

interface Question {
  readonly name: string
  readonly text: string
  /** The required fields that it asks for. */
  readonly missing: readonly string[]
  readonly rule: RuleId
}

/** Returns the title of a field for a question. */
const title = ({ bundle }: Policy, field: string, language: Language): string =>
  inLanguage(bundle.facts[field]?.title, language, bundle.language) ?? word("field", field, language)

/**
 * Returns the questions to ask: those for vague words, if nobody could act on the rest, and one for each missing field.
 * A field without a question of its own is asked for by its title; missing words are asked for by the form's first
 * question.
 */
const questionsOf = (draft: Draft, understanding: Understanding, lacking: readonly string[]): readonly Question[] => {
  const { bundle } = draft.policy
  const channel = draft.state.feedback.receipt?.channel ?? ""
  const spoken = draft.state.conversation.language ?? bundle.language
  const texts = { ...bundle.form.questions, ...formOf(draft.policy, channel).questions }
  const said = (name: string): string | undefined => inLanguage(texts[name], spoken, bundle.language)
  const [general] = Object.keys(formOf(draft.policy, channel).questions)
  const required =
    bundle.channels[channel]?.form === undefined ? "intake.form.require" : `channels.${channel}.form.require`
  const found = new Map<string, Question>()
  const add = (name: string, text: string, missing: readonly string[], rule: RuleId): void => {
    const before = found.get(name)
    found.set(name, before === undefined ? { name, text, missing, rule } : { ...before, missing })
  }
  for (const { name, ask: question } of understanding.sure ? [] : bundle.dictionary.signals)
    if (question !== undefined && understanding.signals.includes(name))
      add(question, said(question) ?? question, [], `dictionary.signals.${name}.ask`)
  for (const field of lacking) {
    const name = field in texts || general === undefined || !worded.has(field) ? field : general
    add(name, said(name) ?? title(draft.policy, field, spoken), [field], required)
  }
  return [...found.values()]
}

/** The fields of the customer's own account. Any question that helps to tell it asks for them. */
const worded: ReadonlySet<string> = new Set(["verbatim", "description"])

/** Asks for everything that is missing or too vague in one message, and for nothing twice. */
export const ask = (draft: Draft): void => {
  const { receipt, understanding, facts } = draft.state.feedback
  const { questions: asked } = draft.state.conversation
  if (receipt === undefined || understanding === undefined || Drafts.isRecording(draft)) return
  if (["praise", "rating", "routine"].includes(understanding.kind)) return
  const lacking = missing(draft.policy, receipt, facts)
  const questions = questionsOf(draft, understanding, lacking).filter(({ name }) => !asked.includes(name))
  for (const { name, text, missing: fields, rule } of questions)
    Drafts.emit(draft, "question-asked", { question: name, text, missing: fields }, rule)
  if (questions.length > 0)
    tellCustomer(draft, "guiding-question", {
      asks: true,
      values: { question: questions.map(({ text }) => text).join("\n") }
    })
}

/**
 * Sends a receipt at once, unless the loop has already told the customer something. If a gate would send the same
 * message, the gate counts as told, and a bounce of the receipt reopens that gate.
 */
export const receipted = (draft: Draft): void => {
  const { receipt } = draft.state.feedback
  const tell = receipt === undefined ? undefined : formOf(draft.policy, receipt.channel).tell
  if (tell === undefined || draft.events[0]?.event !== "case-opened" || isRoutine(draft.policy, receipt?.channel))
    return
  const isTold = draft.events.some(
    (event) => event.event === "message-queued" && event.audience === "customer" && event.message !== "guiding-question"
  )
  if (isTold) return
  const acknowledging = Drafts.loop(draft)?.rule.gates.find(
    (rule) =>
      rule.tell === tell &&
      draft.kinds[rule.kind].facts.isReceipt === true &&
      !isSettled(at(draft.state.gates, rule.name))
  )
  tellCustomer(draft, tell, defined({ gate: acknowledging?.name }))
}
