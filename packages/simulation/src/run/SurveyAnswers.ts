/** What a customer answers to a survey: choices come alike, as far as they come to what the customer means. */
import { exampleValue, type Policy, type Submission, Survey } from "@hearback/core"
import { wordsOf } from "./CustomerTexts.ts"

/** So many answers are drawn before the last is handed in as it is. */
export const mostDrawn = 32

/**
 * Returns answers to all questions that are asked; undefined where there are none. `known`: what tables read before it.
 * `draw` gives a share for a purpose.
 */
export const answersFor = (
  policy: Policy.Policy,
  survey: string,
  known: Policy.Inputs,
  says: string,
  draw: (purpose: string) => number
): Submission.Facts | undefined => {
  if (Survey.questionsOf(policy, survey).length === 0) return undefined
  let answers: Submission.Facts = {}
  for (let n = 0; n < mostDrawn; n++) {
    answers = sheet(policy, survey, known, (question) => draw(`${n} ${question}`))
    if (Survey.verdict(policy, survey, { answers, skipped: [] }, known) === says) break
  }
  return Object.keys(answers).length === 0 ? undefined : answers
}

/** Fills in one question after the other, as they come up. */
const sheet = (
  policy: Policy.Policy,
  survey: string,
  known: Policy.Inputs,
  draw: (question: string) => number
): Submission.Facts => {
  const answers: Record<string, Submission.Facts[string]> = {}
  for (;;) {
    const next = Survey.nextOf(policy, survey, { answers, skipped: [] }, known)
    if (next === undefined) return answers
    answers[next.fact] = answerOf(policy, next.fact, draw(next.fact))
  }
}

const answerOf = (policy: Policy.Policy, fact: string, share: number): Submission.Facts[string] => {
  const { type, kind } = policy.bundle.facts[fact] ?? {}
  if (type?._tag === "OneOf" || type?._tag === "SomeOf")
    return type.values[Math.floor(share * type.values.length)] ?? "none"
  if (kind === "yes-no") return share < 0.5
  if (type?._tag === "Amount" && type.min !== undefined && type.max !== undefined)
    return type.min + Math.floor(share * (type.max - type.min + 1))
  return exampleValue(policy, fact, 0, wordsOf(policy)("where"))
}
