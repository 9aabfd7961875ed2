/** Compares the figures of a period with those of the period before. */
import type { Bundle } from "@hearback/core"
import type { PointKind } from "../measure/PointKind.ts"
import type { KnownCase } from "../story/Known.ts"
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import { figuresOf, type MeasureFigure } from "./Figures.ts"
import { type CaseCounter, makeKnownBoth } from "./KnownBoth.ts"
import { totalsOf } from "./MeasureCounts.ts"
import { PointCounts } from "./PointCounts.ts"

/** A figure with its value in the period before. */
export interface ComparedFigure extends MeasureFigure {
  readonly before: number | undefined
}

/** Counts the figures of two periods. */
export interface PeriodComparison {
  take(known: KnownCase<CaseSummary>): void
  compared(as: keyof KnownCase<CaseSummary>): readonly ComparedFigure[]
}

/** Begins to count the measures of two periods that do not overlap. */
export const makeComparison = (
  targets: Bundle.LearningRule["targets"],
  period: Period,
  before: Period,
  now: number
): PeriodComparison => {
  const both = makeKnownBoth(() => makePairCounts(period, before, now))
  return {
    take: both.take,
    compared: (as) => {
      const { counts, earlier } = both.as(as)
      const values = new Map(figuresOf(totalsOf(earlier)).map(({ measure, value }) => [measure, value]))
      return figuresOf(totalsOf(counts), targets).map((figure) => ({ ...figure, before: values.get(figure.measure) }))
    }
  }
}

interface PairCounts extends CaseCounter<PairCounts> {
  readonly counts: PointCounts
  readonly earlier: PointCounts
}

const makePairCounts = (period: Period, before: Period, now: number): PairCounts => {
  const [counts, earlier] = [new PointCounts(), new PointCounts()]
  const visit = (kind: PointKind, at: number, value: number): void => {
    if (at > now) return
    if (isWithin(period, at)) counts.add(kind, value)
    else if (isWithin(before, at)) earlier.add(kind, value)
  }
  return {
    counts,
    earlier,
    take: (summary) => summary.eachPoint(visit),
    add: (other) => {
      counts.join(other.counts)
      earlier.join(other.earlier)
    }
  }
}
