/** Measures, targets, reviews and the report to customers, folded from the events of cases. Pure. */

export {
  addTotals,
  type Figure,
  figuresOf,
  measureTotals,
  type Target,
  type Verdict,
  verdictOf
} from "./measure/Figures.ts"
export { type Grouping, type GroupOf, groupingOf, groupingsOf, groupingWords } from "./measure/Grouping.ts"
export { type MeasureCounts, type MeasureTotal, makeMeasureCounts } from "./measure/MeasureCounts.ts"
export { measures } from "./measure/MeasureList.ts"
export * as MeasureName from "./measure/MeasureName.ts"
export { type Percentile, percentileOf, percentiles, type Shape } from "./measure/Tally.ts"
export { renderTarget, renderValue } from "./report/FigureText.ts"
export type { PersonalTrace } from "./report/PersonalTraces.ts"
export {
  type Done,
  isQuotable,
  type PersonalPlace,
  peopleOf,
  type SaidAndDone,
  saidAndDone
} from "./report/SaidAndDone.ts"
export type { CaseToRead, ReadingReason } from "./review/CasesToRead.ts"
export { type CategoryCount, countByCategory, makeCategoryCounts } from "./review/CategoryCounts.ts"
export { type GrantTotal, grantTotals, makeGrantTotals } from "./review/GrantTotals.ts"
export { type LearnedLater, learnedLater } from "./review/LearnedLater.ts"
export type { ProcedureDue, RepeatedComplaints } from "./review/RepeatedCases.ts"
export { type Compared, type Review, review } from "./review/Review.ts"
export { type CaseRecord, makeStory, type Story } from "./story/CaseStory.ts"
export { knownBefore, type RecordedEvent } from "./story/Known.ts"
export { lastWholePeriod, type Period } from "./story/Period.ts"
