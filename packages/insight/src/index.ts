/** Computes measures, targets, reviews and the report to customers from the events of cases. Pure. */

export {
  addTotals,
  figuresOf,
  type MeasureFigure,
  type MeasureTarget,
  type MeasureVerdict,
  measureTotals,
  verdictOf
} from "./figure/Figures.ts"
export {
  type Grouping,
  type GroupOf,
  groupingMeant,
  groupingOf,
  groupingsOf,
  groupingTitle,
  targetsOfGroup
} from "./figure/Grouping.ts"
export type { MeasureTotal } from "./figure/MeasureCounts.ts"
export { measures } from "./measure/MeasureList.ts"
export * as MeasureName from "./measure/MeasureName.ts"
export { type FigureShape, type Percentile, percentileOf, percentiles } from "./measure/Tally.ts"
export { renderTarget, renderValue } from "./report/FigureText.ts"
export type { PersonalTrace } from "./report/PersonalTraces.ts"
export {
  isQuotable,
  makeSaidAndDone,
  type PeriodReport,
  type PersonalPlace,
  peopleOf,
  type ReleasedAction
} from "./report/SaidAndDone.ts"
export { type AnswerCount, makeAnswerCounts } from "./review/AnswerCounts.ts"
export type { CaseToRead, ReadingReason } from "./review/CasesToRead.ts"
export type { CategoryCount } from "./review/CategoryCounts.ts"
export { MOST_ROWS, makeFirstRows } from "./review/FirstRows.ts"
export type { GrantTotal } from "./review/GrantTotals.ts"
export {
  type MeasureFindings,
  makePeriodCounts,
  type PeriodCounts,
  type PeriodMeasures
} from "./review/PeriodMeasures.ts"
export type { ProcedureDue } from "./review/ProceduresDue.ts"
export type { RepeatedComplaints } from "./review/RepeatedComplaints.ts"
export {
  makeReview,
  type PeriodReview,
  type ReviewCounts,
  type ReviewFindings,
  type TargetedGroup
} from "./review/Review.ts"
export { type CaseRecord, isRead, makeStory, type Story } from "./story/CaseStory.ts"
export { type KnownCase, knownBefore, type RecordedEvent } from "./story/Known.ts"
export { lastWholePeriod, type Period } from "./story/Period.ts"
export { parseBlock, renderBlock, rowFormat } from "./summary/BlockBytes.ts"
export { makeBlockReader, readBlock } from "./summary/BlockReading.ts"
export { type CaseBlock, gather, spanOf } from "./summary/CaseBlock.ts"
export { blockOf, type PinnedEvent } from "./summary/CaseRow.ts"
export { type CaseSummary, sameOf, summaryOf } from "./summary/CaseSummary.ts"
export { type FactEvent, isFactEvent, saysFacts, textFactsOf, withTextNumbers } from "./summary/TextNumber.ts"
