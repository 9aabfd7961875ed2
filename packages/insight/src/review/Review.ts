/** The data of a review: the last whole period of its frequency, beside the one before it. */
import type { Policy } from "@hearback/core"
import { type Figure, figuresOf, measureTotals } from "../measure/Figures.ts"
import type { Story } from "../story/CaseStory.ts"
import { lastWholePeriod, type Period } from "../story/Period.ts"
import { type CaseToRead, casesToRead } from "./CasesToRead.ts"
import { type CategoryCount, countByCategory } from "./CategoryCounts.ts"
import { type GrantTotal, grantTotals } from "./GrantTotals.ts"
import { type ProcedureDue, proceduresDue, type RepeatedComplaints, repeatedComplaints } from "./RepeatedCases.ts"

/** A figure beside that of the period before. */
export interface Compared extends Figure {
  readonly before: number | undefined
}

export interface Review {
  readonly name: string
  readonly period: Period
  readonly before: Period
  readonly figures: readonly Compared[]
  readonly heard: readonly CategoryCount[]
  readonly granted: readonly GrantTotal[]
  readonly worthReading: readonly CaseToRead[]
  readonly comingBack: readonly RepeatedComplaints[]
  /** Empty where the policy does not say after how many cases a procedure is due. */
  readonly proceduresDue: readonly ProcedureDue[]
}

/**
 * Returns the pack of a review as it is due at an instant, as far as the stories go and things are known `now`; undefined for a review that
 * the policy does not have.
 */
export const review = (
  policy: Policy.Policy,
  name: string,
  stories: readonly Story[],
  at: number,
  now: number = at
): Review | undefined => {
  const { learning } = policy.bundle
  const frequency = learning !== undefined && Object.hasOwn(learning.reviews, name) ? learning.reviews[name] : undefined
  if (frequency === undefined) return undefined
  const { period, before } = lastWholePeriod(frequency, at, policy.zone)
  const earlier = figuresOf(measureTotals(stories, before, now))
  return {
    name,
    period,
    before,
    figures: figuresOf(measureTotals(stories, period, now), learning?.targets).map((figure) => ({
      ...figure,
      before: earlier.find(({ measure }) => measure === figure.measure)?.value
    })),
    heard: countByCategory(stories, period, now),
    granted: grantTotals(stories, period),
    worthReading: casesToRead(stories, period, now),
    comingBack: repeatedComplaints(stories, period, before),
    proceduresDue:
      learning?.procedureAfter === undefined ? [] : proceduresDue(stories, learning.procedureAfter, period.to)
  }
}
