/** How many cases were opened in a period, by category. */
import { categoryOf, isRoutine, receivedAt, type Story } from "../story/CaseStory.ts"
import { isWithin, type Period } from "../story/Period.ts"

/** `category` is empty where nobody has said it yet. */
export interface CategoryCount {
  readonly category: string
  readonly cases: number
}

export interface CategoryCounts {
  take(story: Story): void
  /** The most frequent first. */
  counts(): readonly CategoryCount[]
}

/** Begins to count the categories of a period, case by case. */
export const makeCategoryCounts = (period: Period, now: number): CategoryCounts => {
  const counts = new Map<string, number>()
  return {
    take: (story) => {
      const at = receivedAt(story) ?? Number.NaN
      if (isWithin(period, at) && at <= now && !isRoutine(story))
        counts.set(categoryOf(story), (counts.get(categoryOf(story)) ?? 0) + 1)
    },
    counts: () =>
      [...counts]
        .map(([category, cases]) => ({ category, cases }))
        .sort((a, b) => b.cases - a.cases || (a.category < b.category ? -1 : 1))
  }
}
