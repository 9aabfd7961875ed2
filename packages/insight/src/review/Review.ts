/** What a review is held on: the last whole period of its frequency, beside the one before it. */
import type { Policy } from "@hearback/core"
import { type Figure, figures, reckon } from "../measure/Figures.ts"
import type { Story } from "../story/CaseStory.ts"
import { lastWhole, type Period } from "../story/Period.ts"
import { type Chosen, worthReading } from "./CasesToRead.ts"
import { type Heard, heard } from "./CategoryCounts.ts"
import { type Granted, granted } from "./GrantTotals.ts"
import { type ProcedureDue, proceduresDue, type Repeated, repeated } from "./RepeatedCases.ts"

/** A figure beside that of the period before. */
export interface Compared extends Figure {
  readonly before: number | undefined
}

export interface Review {
  readonly name: string
  readonly period: Period
  readonly before: Period
  readonly figures: readonly Compared[]
  readonly heard: readonly Heard[]
  readonly granted: readonly Granted[]
  readonly worthReading: readonly Chosen[]
  readonly comingBack: readonly Repeated[]
  /** Empty where the policy does not say after how many cases a procedure is due. */
  readonly proceduresDue: readonly ProcedureDue[]
}

/**
 * Returns the pack of a review as it is due at an instant, as far as things are known `now`; undefined for a review that
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
  const { period, before } = lastWhole(frequency, at, policy.zone)
  const earlier = figures(reckon(stories, before, now))
  return {
    name,
    period,
    before,
    figures: figures(reckon(stories, period, now), learning?.targets).map((figure) => ({
      ...figure,
      before: earlier.find(({ measure }) => measure === figure.measure)?.value
    })),
    heard: heard(stories, period, now),
    granted: granted(stories, period),
    worthReading: worthReading(stories, period, now),
    comingBack: repeated(stories, period, before),
    proceduresDue:
      learning?.procedureAfter === undefined ? [] : proceduresDue(stories, learning.procedureAfter, period.to)
  }
}
