/** What was heard: how many cases were opened in a period, by category as it is known now. */
import { receivedAt, type Story } from "../story/CaseStory.ts"
import { type Period, within } from "../story/Period.ts"

/** `category` is empty where nobody has said it yet. */
export interface Heard {
  readonly category: string
  readonly cases: number
}

export const categoryOf = ({ state }: Story): string => state.feedback.understanding?.category ?? ""

/** Returns the categories of a period, the most frequent first. */
export const heard = (stories: readonly Story[], period: Period, now: number): readonly Heard[] => {
  const counts = new Map<string, number>()
  for (const story of stories) {
    const at = receivedAt(story) ?? Number.NaN
    if (within(period, at) && at <= now) counts.set(categoryOf(story), (counts.get(categoryOf(story)) ?? 0) + 1)
  }
  return [...counts]
    .map(([category, cases]) => ({ category, cases }))
    .sort((a, b) => b.cases - a.cases || (a.category < b.category ? -1 : 1))
}
