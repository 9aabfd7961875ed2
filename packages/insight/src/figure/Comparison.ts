/** Figures of a period beside those of the one before it. */
import type { Bundle } from "@hearback/core"
import type { Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import { type Figure, figuresOf } from "./Figures.ts"
import { makeMeasureCounts } from "./MeasureCounts.ts"

/** A figure beside that of the period before. */
export interface Compared extends Figure {
  readonly before: number | undefined
}

export interface PeriodComparison {
  take(summary: CaseSummary): void
  compared(): readonly Compared[]
}

/** Begins to count the measures of two periods. */
export const makeComparison = (
  targets: Bundle.LearningRule["targets"],
  period: Period,
  before: Period,
  now: number
): PeriodComparison => {
  const [counts, earlier] = [makeMeasureCounts(period, now), makeMeasureCounts(before, now)]
  return {
    take: (summary) => {
      for (const each of [counts, earlier]) each.take(summary)
    },
    compared: () => {
      const values = new Map(figuresOf(earlier.totals()).map(({ measure, value }) => [measure, value]))
      return figuresOf(counts.totals(), targets).map((figure) => ({ ...figure, before: values.get(figure.measure) }))
    }
  }
}
