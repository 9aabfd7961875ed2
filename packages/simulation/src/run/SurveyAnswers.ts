/**
 * Draws what a customer answers to a survey: choices are equally likely, as far as they mean what the customer means.
 */
import { exampleValue, type Policy, type Submission, Survey } from "@hearback/core"
import { wordsOf } from "./CustomerTexts.ts"

/** The most draws of answers; the last one is used as it is. */
export const mostDrawn = 32

/**
 * Returns answers to all questions that are asked; undefined if there are none. `known`: what tables read in
 * addition. `draw` gives a random share for a purpose.
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

/** Answers one question after the other, as they are asked. */
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
