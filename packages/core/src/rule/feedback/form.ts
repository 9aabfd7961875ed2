/** The form that feedback comes in by: what it asks for, what did not come, and the question that helps to say it. */

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

/** Returns the form of a channel: its own over that of every channel. */
export const formOf = (policy: Policy, channel: string): FormRule =>
  policy.bundle.channels[channel]?.form ?? policy.bundle.form

/** What a submission has by itself, by the names that forms use. */
const given: Readonly<Record<string, (submission: Submission, isScored: boolean) => boolean>> = {
  key: () => true,
  channel: () => true,
  received: () => true,
  customer: (s) => s.customer !== undefined,
  // Where a score is asked for, words are not owed.
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

/** Returns the required fields that did not come. Feedback is never turned away for them. */
export const missing = (policy: Policy, submission: Submission, facts: Facts): readonly string[] => {
  const { scale, kindByScore, questions } = policy.bundle.channels[submission.channel] ?? {}
  const isScored = scale !== undefined || kindByScore !== undefined || questions !== undefined
  const { require, prefill } = formOf(policy, submission.channel)
  // What the host fills in is no question to the customer.
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

/** What a field is called where a question has to name it. */
const title = ({ bundle }: Policy, field: string, language: Language): string =>
  inLanguage(bundle.facts[field]?.title, language, bundle.language) ?? word("field", field, language)

/**
 * Returns the questions that are to be asked: those of vague words, where nobody could act on the rest, and one for
 * each field that did not come. What has no question of its own is asked for by its name; words that did not come, by
 * the first of the form's questions.
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

/** Fields that hold the customer's account itself: any question that helps to tell it asks for them. */
const worded: ReadonlySet<string> = new Set(["verbatim", "description"])

/** Asks all that is missing or too vague to act on in one message, and nothing twice. */
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
 * A receipt at once, unless the loop itself has told the customer something by now. Where a gate is to tell the very same,
 * it has been told: one that does not arrive is that gate's.
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
