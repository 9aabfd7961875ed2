/** Figures of a period beside those of the one before it. */
import type { Bundle } from "@hearback/core"
import type { Story } from "../story/CaseStory.ts"
import type { Period } from "../story/Period.ts"
import { type Figure, figuresOf } from "./Figures.ts"
import { makeMeasureCounts, type StoryPoints } from "./MeasureCounts.ts"

/** A figure beside that of the period before. */
export interface Compared extends Figure {
  readonly before: number | undefined
}

export interface Comparison {
  take(story: Story, points: StoryPoints): void
  compared(): readonly Compared[]
}

/** Begins to count the measures of two periods. */
export const makeComparison = (
  targets: Bundle.LearningRule["targets"],
  period: Period,
  before: Period,
  now: number
): Comparison => {
  const [counts, earlier] = [makeMeasureCounts(period, now), makeMeasureCounts(before, now)]
  return {
    take: (story, points) => {
      for (const each of [counts, earlier]) each.take(story, points)
    },
    compared: () => {
      const values = new Map(figuresOf(earlier.totals()).map(({ measure, value }) => [measure, value]))
      return figuresOf(counts.totals(), targets).map((figure) => ({ ...figure, before: values.get(figure.measure) }))
    }
  }
}
