/** What happened: measures, targets, reviews and the report to customers, folded from the events of cases. Pure. */

export {
  type Figure,
  figures,
  type Reckoned,
  reckon,
  type Target,
  together,
  type Verdict,
  verdictOf
} from "./measure/Figures.ts"
export { measures } from "./measure/MeasureList.ts"
export type { Shape } from "./measure/Tally.ts"
export { sayTarget, sayValue } from "./report/FigureText.ts"
export { type Done, isQuotable, peopleOf, type SaidAndDone, saidAndDone } from "./report/SaidAndDone.ts"
export type { Chosen, Reason } from "./review/CasesToRead.ts"
export { type Heard, heard } from "./review/CategoryCounts.ts"
export { type Granted, granted } from "./review/GrantTotals.ts"
export type { ProcedureDue, Repeated } from "./review/RepeatedCases.ts"
export { type Compared, type Review, review } from "./review/Review.ts"
export { type CaseRecord, type Story, tell } from "./story/CaseStory.ts"
export { lastWhole, type Period } from "./story/Period.ts"
