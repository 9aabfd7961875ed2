/**
 * The questions of a survey in order. The answers so far and the case decide which of them are asked; answers of an
 * earlier survey do not count. Pure: the form, the survey by single messages and the gate that waits for answers all
 * use it.
 */
import { ofFacts } from "../../case/Inputs.ts"
import type { SurveyGiven } from "../../case/track/Gate.ts"
import type { Submission } from "../../case/track/Submission.ts"
import type { QuestionRule } from "../../policy/Bundle.ts"
import { holds, type Inputs, type Policy } from "../../policy/Policy.ts"
import { encode, type FactValue, UNKNOWN } from "../../table/Fact.ts"
import { answerIn } from "../../text/phrase/Question.ts"

/** The answers of a customer who has answered nothing yet. */
export const nothing: SurveyGiven = { answers: {}, skipped: [] }

/** Returns the questions of a channel, in their order. */
export const questionsOf = ({ bundle }: Policy, channel: string | undefined): readonly QuestionRule[] =>
  bundle.channels[channel ?? ""]?.questions ?? []

interface Asked {
  /** The questions that are asked with these answers, also those that were not reached yet. */
  readonly asked: readonly QuestionRule[]
  /** The inputs of tables, with the answers of this survey only. */
  readonly inputs: Inputs
}

const asking = (policy: Policy, channel: string, { answers }: SurveyGiven, known: Inputs): Asked => {
  const questions = questionsOf(policy, channel)
  const inputs = [...known]
  const put = (fact: string, value: FactValue | undefined): void => {
    const slot = policy.slots.get(fact)
    const type = policy.bundle.facts[fact]?.type
    if (slot !== undefined && type !== undefined)
      inputs[slot] = (value === undefined ? undefined : encode(type, value, policy.zone)) ?? UNKNOWN
  }
  for (const { fact } of questions) put(fact, undefined)
  const asked = questions.filter(({ fact, when }) => {
    const isAsked = holds(when, inputs) === "yes"
    if (isAsked) put(fact, answers[fact])
    return isAsked
  })
  return { asked, inputs }
}

/** Returns the questions that are asked with these answers. */
export const askedOf = (policy: Policy, channel: string, given: SurveyGiven, known: Inputs): readonly QuestionRule[] =>
  asking(policy, channel, given, known).asked

/** Returns the next question; undefined if all are answered or skipped. */
export const nextOf = (policy: Policy, channel: string, given: SurveyGiven, known: Inputs): QuestionRule | undefined =>
  askedOf(policy, channel, given, known).find(
    ({ fact }) => given.answers[fact] === undefined && !given.skipped.includes(fact)
  )

/** Returns the required questions that are asked and not answered. */
export const owed = (policy: Policy, channel: string, given: SurveyGiven, known: Inputs): readonly QuestionRule[] =>
  askedOf(policy, channel, given, known).filter(({ fact, required }) => required && given.answers[fact] === undefined)

/** Returns whether the answers are those of a satisfied customer. */
export const verdict = (
  policy: Policy,
  channel: string,
  given: SurveyGiven,
  known: Inputs
): "satisfied" | "dissatisfied" => {
  const { dissatisfied } = policy.bundle.channels[channel] ?? {}
  const says = dissatisfied !== undefined && holds(dissatisfied, asking(policy, channel, given, known).inputs) === "yes"
  return says ? "dissatisfied" : "satisfied"
}

/** What words mean for a question: an answer, that it is skipped, or undefined if it takes neither. */
export type SurveyReply = { readonly answer: FactValue } | "skipped" | undefined

/** Returns what a customer's words mean for a question. */
export const readReply = ({ bundle, zone }: Policy, { fact, required }: QuestionRule, words: string): SurveyReply => {
  const declared = bundle.facts[fact]
  return declared === undefined ? undefined : answerIn(declared, words, !required, zone)
}

/**
 * Returns the answers that feedback brings by a channel that asks: those of its form, else what its words say to the
 * first question.
 */
export const answersOf = (policy: Policy, submission: Submission): SurveyGiven => {
  const questions = questionsOf(policy, submission.channel)
  const [first] = questions
  if (first === undefined) return nothing
  const answers = Object.fromEntries(
    questions.flatMap(({ fact }) => {
      const value = submission.facts?.[fact]
      return value === undefined ? [] : [[fact, value] as const]
    })
  )
  if (Object.keys(answers).length > 0) return { answers, skipped: [] }
  const reply = readReply(policy, first, submission.verbatim ?? "")
  return reply === undefined || reply === "skipped" || declaredText(policy, first)
    ? nothing
    : { answers: { [first.fact]: reply.answer }, skipped: [] }
}

/** Returns whether a question asks for free text. Any words would answer it, so it must have been asked before. */
const declaredText = ({ bundle }: Policy, { fact }: QuestionRule): boolean => bundle.facts[fact]?.type._tag === "Text"

/** Returns the kind of feedback that answers a survey; undefined if it answers none. */
export const kindByAnswers = (policy: Policy, submission: Submission): "complaint" | "rating" | undefined => {
  const given = answersOf(policy, submission)
  if (Object.keys(given.answers).length === 0) return undefined
  return verdict(policy, submission.channel, given, ofFacts(policy, given.answers)) === "dissatisfied"
    ? "complaint"
    : "rating"
}
