/** Figures of a period beside those of the one before it. */
import type { Bundle } from "@hearback/core"
import type { KnownCase } from "../story/Known.ts"
import type { Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import { figuresOf, type MeasureFigure } from "./Figures.ts"
import { makeKnownCounts } from "./KnownCounts.ts"

/** A figure beside that of the period before. */
export interface ComparedFigure extends MeasureFigure {
  readonly before: number | undefined
}

export interface PeriodComparison {
  take(known: KnownCase<CaseSummary>): void
  compared(as: keyof KnownCase<CaseSummary>): readonly ComparedFigure[]
}

/** Begins to count the measures of two periods. */
export const makeComparison = (
  targets: Bundle.LearningRule["targets"],
  period: Period,
  before: Period,
  now: number
): PeriodComparison => {
  const [counts, earlier] = [makeKnownCounts(period, now), makeKnownCounts(before, now)]
  return {
    take: (known) => {
      for (const each of [counts, earlier]) each.take(known)
    },
    compared: (as) => {
      const values = new Map(figuresOf(earlier[as].totals()).map(({ measure, value }) => [measure, value]))
      return figuresOf(counts[as].totals(), targets).map((figure) => ({
        ...figure,
        before: values.get(figure.measure)
      }))
    }
  }
}
