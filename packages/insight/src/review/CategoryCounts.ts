/** Counts the cases that were opened in a period, by category. */
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"

/** The number of cases of a category; `category` is empty if nobody has given it. */
export interface CategoryCount {
  readonly category: string
  readonly cases: number
}

/** Counts categories. */
export interface CategoryCounts {
  take(summary: Pick<CaseSummary, "about">): void
  /** Returns the counts, the most frequent first. */
  counts(): readonly CategoryCount[]
  add(other: CategoryCounts): void
}

/** Begins to count the categories of a period, case by case. */
export const makeCategoryCounts = (period: Period, now: number): CategoryCounts => {
  const counts = new Map<string, number>()
  const count = (category: string, cases: number): void => {
    counts.set(category, (counts.get(category) ?? 0) + cases)
  }
  return {
    take: ({ about }) => {
      const at = about.receivedAt ?? Number.NaN
      if (isWithin(period, at) && at <= now && about.isRoutine !== true) count(about.category, 1)
    },
    add: (other) => {
      for (const { category, cases } of other.counts()) count(category, cases)
    },
    counts: () =>
      [...counts]
        .map(([category, cases]) => ({ category, cases }))
        .sort((a, b) => b.cases - a.cases || (a.category < b.category ? -1 : 1))
  }
}
