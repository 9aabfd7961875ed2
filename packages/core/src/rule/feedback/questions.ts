/**
 * The questions of a survey in their order. Which of them are asked follows from the answers before, and from the case;
 * the answers of an earlier survey say nothing. Pure: the form, the conversation question by question and the gate
 * that waits for the answers all ask here.
 */
import { ofFacts } from "../../case/Inputs.ts"
import type { SurveyGiven } from "../../case/track/Gate.ts"
import type { Submission } from "../../case/track/Submission.ts"
import type { QuestionRule } from "../../policy/Bundle.ts"
import { holds, type Inputs, type Policy } from "../../policy/Policy.ts"
import { encode, type FactValue, UNKNOWN } from "../../table/Fact.ts"
import { answerIn } from "../../text/phrase/Question.ts"

export const nothing: SurveyGiven = { answers: {}, skipped: [] }

/** Returns the questions of a channel, in their order. */
export const questionsOf = ({ bundle }: Policy, channel: string | undefined): readonly QuestionRule[] =>
  bundle.channels[channel ?? ""]?.questions ?? []

interface Asked {
  /** The questions that are asked of whoever answers so, also those not yet reached. */
  readonly asked: readonly QuestionRule[]
  /** What tables read, with the answers of this survey and no other. */
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

/** Returns the questions that are asked of whoever answers so. */
export const askedOf = (policy: Policy, channel: string, given: SurveyGiven, known: Inputs): readonly QuestionRule[] =>
  asking(policy, channel, given, known).asked

/** Returns the question that comes next; undefined where all are answered or passed over. */
export const nextOf = (policy: Policy, channel: string, given: SurveyGiven, known: Inputs): QuestionRule | undefined =>
  askedOf(policy, channel, given, known).find(
    ({ fact }) => given.answers[fact] === undefined && !given.skipped.includes(fact)
  )

/** Returns the required questions that are asked and not answered. */
export const owed = (policy: Policy, channel: string, given: SurveyGiven, known: Inputs): readonly QuestionRule[] =>
  askedOf(policy, channel, given, known).filter(({ fact, required }) => required && given.answers[fact] === undefined)

/** Returns what the answers come to. */
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

/** What words say to a question: an answer, that it is passed over, or nothing that it takes. */
export type SurveyReply = { readonly answer: FactValue } | "skipped" | undefined

/** Returns what the words of a customer say to a question. */
export const readReply = ({ bundle, zone }: Policy, { fact, required }: QuestionRule, words: string): SurveyReply => {
  const declared = bundle.facts[fact]
  return declared === undefined ? undefined : answerIn(declared, words, !required, zone)
}

/**
 * Returns the answers with which feedback comes by a channel that asks: those of its form, else what its words say to the
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

/** Any words answer a question for words: whether they do is known only where it was asked. */
const declaredText = ({ bundle }: Policy, { fact }: QuestionRule): boolean => bundle.facts[fact]?.type._tag === "Text"

/** Returns the kind of feedback that is the answer to a survey; undefined where it answers none. */
export const kindByAnswers = (policy: Policy, submission: Submission): "complaint" | "rating" | undefined => {
  const given = answersOf(policy, submission)
  if (Object.keys(given.answers).length === 0) return undefined
  return verdict(policy, submission.channel, given, ofFacts(policy, given.answers)) === "dissatisfied"
    ? "complaint"
    : "rating"
}
