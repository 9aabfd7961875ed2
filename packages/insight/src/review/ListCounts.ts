/** Counts the lists of a period beside its figures: categories, grants, and survey answers. Counted case by case. */
import type { CaseCounter } from "../figure/KnownBoth.ts"
import type { Period } from "../story/Period.ts"
import { type AnswerCount, type AnswerCounts, makeAnswerCounts } from "./AnswerCounts.ts"
import { type CategoryCount, type CategoryCounts, makeCategoryCounts } from "./CategoryCounts.ts"
import { type GrantTotal, type GrantTotals, makeGrantTotals } from "./GrantTotals.ts"

/** Counts the lists of a period; `found` returns them. */
export interface ListCounts extends CaseCounter<ListCounts> {
  readonly heard: CategoryCounts
  readonly granted: GrantTotals
  readonly answers: AnswerCounts
  found(): Lists
}

interface Lists {
  readonly heard: readonly CategoryCount[]
  readonly granted: readonly GrantTotal[]
  readonly answers: readonly AnswerCount[]
}

/** Begins to count the lists of a period. */
export const makeListCounts = (period: Period, now: number): ListCounts => {
  const [heard, granted, answers] = [makeCategoryCounts(period, now), makeGrantTotals(period), makeAnswerCounts(period)]
  return {
    heard,
    granted,
    answers,
    take: (summary) => {
      heard.take(summary)
      granted.take(summary)
      answers.take(summary)
    },
    add: (other) => {
      heard.add(other.heard)
      granted.add(other.granted)
      answers.add(other.answers)
    },
    found: () => ({ heard: heard.counts(), granted: granted.totals(), answers: answers.counts() })
  }
}
