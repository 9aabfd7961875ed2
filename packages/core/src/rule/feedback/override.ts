/** A person corrects the classification. The correction holds for the policy's `override-lasts`. */

import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Understanding } from "../../case/track/Feedback.ts"
import { startTimer } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { isMachine, nameOf, rolesOf } from "../../people/Actor.ts"
import type { Who as WhoWord } from "../../policy/Bundle.ts"
import type { Policy } from "../../policy/Policy.ts"
import * as Who from "../../who/Who.ts"

/** Returns who may correct a classification: the owner, the role that reviews, and whoever may regrade. */
export const correctors = ({ bundle: { authority, dictionary } }: Policy): readonly WhoWord[] => {
  const regrading = authority.limits.flatMap(({ role, regrade }) => (regrade.length > 0 ? [role] : []))
  const reviewing = dictionary.reviewBy === undefined ? [] : [dictionary.reviewBy]
  return [...new Set(["owner", ...reviewing, ...regrading])]
}

/** Returns whether nobody has relied on the classification yet: no gate was passed, and nothing was granted. */
export const isFirst = ({ state: { gates, authority } }: Situation): boolean =>
  authority.grants.length === 0 &&
  Object.values(gates).every(({ status, by }) => !isByPerson.has(status) || by === undefined || isMachine(by))

const isByPerson: ReadonlySet<string> = new Set(["passed", "explained", "waived"])

/**
 * Returns whether a correction answers a review that the engine asked for. It is then the first classification and
 * needs only the role of `review-by`.
 */
export const answersReview = (situation: Situation): boolean => {
  const { review } = situation.state.feedback
  return review !== undefined && rolesOf(situation.meta.actor).includes(review) && isFirst(situation)
}

/** Returns why this actor may not correct it. */
export const mayCorrect = (situation: Situation): readonly RefusalReason[] =>
  Who.is(situation.policy, situation.state, correctors(situation.policy), situation.meta.actor)
    ? []
    : [
        reason("gate/wrong-person", "dictionary.review-by", {
          gate: "classification",
          by: situation.policy.bundle.dictionary.reviewBy ?? "owner",
          actor: nameOf(situation.meta.actor),
          owner: situation.state.ownership.owner
        })
      ]

const kinds = ["complaint", "suggestion", "inquiry", "praise", "rating"]

/** Returns why a kind or a category is refused: the policy does not have it. */
export const againstClass = (
  draft: Draft,
  corrected: { readonly kind?: string; readonly category?: string }
): readonly RefusalReason[] => {
  const known = draft.policy.bundle.dictionary.categories.map((category) => category.name)
  const reasons: RefusalReason[] = []
  if (corrected.category !== undefined && !known.includes(corrected.category))
    reasons.push(reason("classification/unknown", "dictionary.categories", { category: corrected.category, known }))
  if (corrected.kind !== undefined && !kinds.includes(corrected.kind))
    reasons.push(reason("classification/unknown", "dictionary.kinds", { category: corrected.kind, known: kinds }))
  return reasons
}

/** Records a person's classification, with the words that led the dictionary to another one, and starts its time. */
export const correct = (draft: Draft, understanding: Understanding, by: string, why: string, rule?: string): void => {
  const { category } = understanding
  const path = category === undefined ? "dictionary" : `dictionary.categories.${category}`
  Drafts.emit(draft, "reclassified", { understanding, by, reason: why, words: wordsFor(draft, category) }, rule ?? path)
  overridden(draft, "category")
}

/** Returns the customer's words that led the dictionary to another category, for its next revision. */
const wordsFor = (draft: Draft, category: string | undefined): readonly string[] => [
  ...new Set(
    (draft.state.feedback.understanding?.hits ?? []).flatMap(({ category: of, word }) =>
      of === category || word === undefined ? [] : [word]
    )
  )
]

/** Starts the time for which a person's category or grade holds; without a length it holds until the case is closed. */
export const overridden = (draft: Draft, of: string): void => {
  const lasts = draft.policy.bundle.dictionary.overrideLasts
  if (lasts !== undefined) startTimer(draft, { _tag: "Override", of }, lasts, "dictionary.override-lasts")
}
