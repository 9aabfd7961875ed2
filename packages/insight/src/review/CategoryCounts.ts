/** How many cases were opened in a period, by category as it is known now. */
import { categoryOf, receivedAt, type Story } from "../story/CaseStory.ts"
import { isWithin, type Period } from "../story/Period.ts"

/** `category` is empty where nobody has said it yet. */
export interface CategoryCount {
  readonly category: string
  readonly cases: number
}

/** Returns the categories of a period, the most frequent first. */
export const countByCategory = (stories: readonly Story[], period: Period, now: number): readonly CategoryCount[] => {
  const counts = new Map<string, number>()
  for (const story of stories) {
    const at = receivedAt(story) ?? Number.NaN
    if (isWithin(period, at) && at <= now) counts.set(categoryOf(story), (counts.get(categoryOf(story)) ?? 0) + 1)
  }
  return [...counts]
    .map(([category, cases]) => ({ category, cases }))
    .sort((a, b) => b.cases - a.cases || (a.category < b.category ? -1 : 1))
}
