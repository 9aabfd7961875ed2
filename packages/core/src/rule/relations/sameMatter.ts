/**
 * Decides whether two statements concern the same matter: alike words of the same customer, without a surely different
 * category, order, invoice or model.
 */

import type { Case } from "../../case/Case.ts"
import type { Submission } from "../../case/generated/Command.ts"
import type { Saying } from "../../case/track/Conversation.ts"
import type { Understanding } from "../../case/track/Feedback.ts"
import { add } from "../../deadline/Span.ts"
import { likeness } from "../../language/likeness/Likeness.ts"
import { lineage } from "../../language/Weighing.ts"
import type { Policy } from "../../policy/Policy.ts"
import type { FactValue } from "../../table/Fact.ts"
import type { Instant } from "../../time/Instant.ts"
import {
  contentOfFeedback,
  contentOfSaying,
  isMatter,
  isNumber,
  nameOthers,
  numbersOf,
  numbersOfCase
} from "./traits.ts"

/** A statement, with its case. */
export interface StatementInCase {
  readonly of: Case
  readonly saying: Saying
}

/**
 * Returns the statements about the same thing: those with words like these, and those with words like theirs, since a
 * customer may say the same a little differently each time.
 */
export const sameThing = (
  policy: Policy,
  submission: Submission,
  own: Understanding,
  at: Instant,
  earlier: readonly Case[],
  common: ReadonlySet<string>
): readonly StatementInCase[] => {
  const { sameCase } = policy.bundle
  const alikeSoFar = earlier.filter((c) => isSame(policy, submission, own, c) && !isOther(policy, submission, own, c))
  // Reading numbers and words takes longer than this check, so it is done only if there is something to compare.
  if (alikeSoFar.length === 0) return []
  const numbers = numbersOf(submission)
  const candidates = alikeSoFar
    .filter((c) => !nameOthers(numbers, numbersOfCase(c)))
    .flatMap((of) => of.conversation.said.filter(isMatter).map((saying) => ({ of, saying })))
    .filter(({ saying }) => saying.at <= at && add({ policy, now: at }, saying.at, sameCase.within) >= at)
  if (candidates.length === 0) return []
  const found = new Set<StatementInCase>()
  const alike = [contentOfFeedback(submission, common)]
  for (const one of alike) {
    const rest = candidates.filter((candidate) => !found.has(candidate))
    if (rest.length === 0) break
    for (const candidate of rest) {
      const content = contentOfSaying(candidate.saying, common)
      if (likeness(one, content) < sameCase.alike) continue
      found.add(candidate)
      alike.push(content)
    }
  }
  return [...found]
}

/** Returns whether a case surely has another category, or another number in a text fact of the host. */
const isOther = (policy: Policy, submission: Submission, own: Understanding, state: Case): boolean => {
  const { facts = {} } = submission
  const theirs = state.feedback.facts
  const isOtherNumber = Object.entries(facts).some(
    ([name, value]) =>
      policy.bundle.facts[name]?.type._tag === "Text" &&
      isNumber(value) &&
      theirs[name] !== undefined &&
      theirs[name] !== value
  )
  return isOtherNumber || isOtherCategory(policy, own, state.feedback.understanding)
}

const isOtherCategory = (
  { bundle: { dictionary } }: Policy,
  own: Understanding,
  theirs: Understanding | undefined
): boolean => {
  const [a, b] = [own.category, theirs?.category]
  if (!own.sure || theirs?.sure !== true || a === undefined || b === undefined || a === b) return false
  if (a === dictionary.otherwise || b === dictionary.otherwise) return false
  // A category and one below it count as one matter.
  const above = lineage(dictionary.categories)
  return above.get(a)?.includes(b) !== true && above.get(b)?.includes(a) !== true
}

/**
 * Returns whether every input of `same` is known and equal. Two anonymous customers count as the same only if
 * `customer` is not among these inputs.
 */
const isSame = (policy: Policy, submission: Submission, own: Understanding, state: Case): boolean => {
  const { same } = policy.bundle.sameCase
  if (submission.customer !== state.feedback.receipt?.customer) return false
  if (submission.customer === undefined && same.includes("customer")) return false
  const others = { ...state.feedback.receipt, facts: state.feedback.facts }
  return same.every((name) => {
    if (name === "cause") return state.feedback.cause === "unknown"
    const a = inputOf(name, submission, own)
    return a !== undefined && a === inputOf(name, others, state.feedback.understanding)
  })
}

const inputOf = (
  name: string,
  submission: Partial<Submission>,
  understood: Understanding | undefined
): FactValue | undefined => {
  switch (name) {
    case "customer":
      return submission.customer
    case "channel":
      return submission.channel
    case "category":
      return understood?.category
    case "kind":
      return understood?.kind
    case "emotion":
      return understood?.emotion ?? "unmoved"
    case "score":
      return submission.score
    case "where":
      return submission.where
    case "demand":
      return submission.demand
    case "happened-at":
      return submission.happenedAt
    case "hoped-for-by":
      return submission.hopedForBy
    case "verbatim":
      return submission.verbatim
    case "description":
      return submission.description
    default:
      return submission.facts?.[name]
  }
}
