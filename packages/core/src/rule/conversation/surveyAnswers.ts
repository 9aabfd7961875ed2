/** The answers of a survey at the gate that waits for them. */
import { againstFacts } from "../../case/FactCheck.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Facts } from "../../case/track/Submission.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { GateContext, GateSituation } from "../../draft/Situation.ts"
import type { GateRule, QuestionRule } from "../../policy/Bundle.ts"
import { defined } from "../../value/Optional.ts"
import { spokenBy } from "../../who/Speaker.ts"
import { carry } from "../feedback/companions.ts"
import { answersOf, askedOf, nextOf, nothing, owed, questionsOf, readReply } from "../feedback/questions.ts"

type At = Pick<GateSituation, "situation" | "rule">

/** Returns the customer's answers at a gate so far. */
export const givenAt = ({ state }: Situation, { name }: GateRule): Gate.SurveyGiven =>
  Gate.at(state.gates, name).survey ?? nothing

/** Returns the question that a gate asks next; undefined after the last one. */
export const nextQuestion = ({ situation, rule }: At): QuestionRule | undefined =>
  rule.survey === undefined
    ? undefined
    : nextOf(situation.policy, rule.survey, givenAt(situation, rule), Drafts.vector(situation))

/** Returns the names of required questions of a gate that are asked and not answered. */
export const owedAt = (situation: Situation, rule: GateRule): readonly string[] =>
  rule.survey === undefined
    ? []
    : owed(situation.policy, rule.survey, givenAt(situation, rule), Drafts.vector(situation)).map(({ fact }) => fact)

/** The longest words, in characters, that count as a failed answer and not as a message of their own. */
const SHORT = 20

/**
 * Returns the answer that words give to the last question; `again` if it was a slip and the question must be repeated.
 */
export const answerIn = (context: GateContext, words: string): Gate.SurveyGiven | "again" | undefined => {
  const next = nextQuestion(context)
  if (next === undefined) return undefined
  const reply = readReply(context.situation.policy, next, words)
  if (reply === undefined) return words.trim().length <= SHORT ? "again" : undefined
  return reply === "skipped"
    ? { answers: {}, skipped: [next.fact] }
    : { answers: { [next.fact]: reply.answer }, skipped: [] }
}

/** Returns why a gate takes no answers now. */
export const againstSurvey = ({ state }: Situation, { name, path }: GateRule): readonly RefusalReason[] => {
  const { status } = Gate.at(state.gates, name)
  return status === "open" ? [] : [reason("gate/not-open", path, { gate: name, status })]
}

/** Returns the questions that are asked with these answers added. */
const askedWith = ({ situation, rule }: At, answers: Facts): readonly QuestionRule[] => {
  const given = givenAt(situation, rule)
  const all = { ...given, answers: { ...given.answers, ...answers } }
  return askedOf(situation.policy, rule.survey ?? "", all, Drafts.vector(situation))
}

/** Returns the optional questions that the answers of a form leave out. */
export const passedOver = (place: At, answers: Facts): readonly string[] =>
  askedWith(place, answers).flatMap(({ fact, required }) => (required || answers[fact] !== undefined ? [] : [fact]))

/** Returns why answers cannot be taken at a gate: the survey has no such question, or does not ask it. */
export const againstAnswers = ({ situation, rule }: At, answers: Facts): readonly RefusalReason[] => {
  const { survey = "" } = rule
  const asked = askedWith({ situation, rule }, answers).map(({ fact }) => fact)
  const known = questionsOf(situation.policy, survey).map(({ fact }) => fact)
  return [
    ...againstFacts(situation, answers),
    ...Object.keys(answers).flatMap((question) => {
      if (asked.includes(question)) return []
      const path = known.includes(question)
        ? `channels.${survey}.questions.${question}.when`
        : `channels.${survey}.questions`
      return [reason("survey/not-asked", path, { question, asked })]
    })
  ]
}

/** Records answers and lets them count as facts. The gate continues when it gets the event. */
export const answer = (
  { situation, rule }: GateContext,
  { answers, skipped }: Gate.SurveyGiven,
  channel: string
): void => {
  const { survey = "" } = rule
  const word = spokenBy(situation.state, situation.meta.actor)
  Drafts.emit(situation, "survey-answered", { channel: survey, gate: rule.name, answers, skipped, ...word }, rule.path)
  carry(situation, { channel, facts: answers }, { by: word.by, why: rule.path, answers: true })
}

/** Returns whether a gate opens with answers that its case came with, and continues from them. */
export const opensWithAnswers = ({ situation, rule }: GateContext): boolean => {
  const { receipt } = situation.state.feedback
  if (receipt === undefined || receipt.channel !== rule.survey || !isOpening(situation)) return false
  const { answers, skipped } = answersOf(situation.policy, receipt)
  if (Object.keys(answers).length === 0) return false
  const word = spokenBy(situation.state, situation.meta.actor)
  const body = { channel: rule.survey, gate: rule.name, answers, skipped, again: true as const, ...word }
  Drafts.emit(situation, "survey-answered", defined(body), rule.path)
  return true
}

const isOpening = ({ events }: Draft): boolean => events[0]?.event === "case-opened"
