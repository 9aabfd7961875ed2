/** How many cases were opened in a period, by category. */
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"

/** `category` is empty where nobody has said it yet. */
export interface CategoryCount {
  readonly category: string
  readonly cases: number
}

export interface CategoryCounts {
  take(summary: Pick<CaseSummary, "about">): void
  /** The most frequent first. */
  counts(): readonly CategoryCount[]
}

/** Begins to count the categories of a period, case by case. */
export const makeCategoryCounts = (period: Period, now: number): CategoryCounts => {
  const counts = new Map<string, number>()
  return {
    take: ({ about: { receivedAt: at = Number.NaN, isRoutine, category } }) => {
      if (isWithin(period, at) && at <= now && isRoutine !== true) counts.set(category, (counts.get(category) ?? 0) + 1)
    },
    counts: () =>
      [...counts]
        .map(([category, cases]) => ({ category, cases }))
        .sort((a, b) => b.cases - a.cases || (a.category < b.category ? -1 : 1))
  }
}
