/** What happened: measures, targets, reviews and the report to customers, folded from the events of cases. Pure. */
export type { ProcedureDue, Repeated } from "./ComingBack.ts"
export {
  type Figure,
  figures,
  type Reckoned,
  reckon,
  type Target,
  together,
  type Verdict,
  verdictOf
} from "./Figures.ts"
export { type Granted, granted } from "./Granted.ts"
export { type Heard, heard } from "./Heard.ts"
export { measures } from "./measure/registry.ts"
export { lastWhole, type Period } from "./Period.ts"
export { type Compared, type Review, review } from "./Review.ts"
export { sayTarget, sayValue } from "./Said.ts"
export { type Done, isQuotable, peopleOf, type SaidAndDone, saidAndDone } from "./SaidAndDone.ts"
export { type CaseRecord, type Story, tell } from "./Story.ts"
export type { Shape } from "./Tally.ts"
export type { Chosen, Reason } from "./WorthReading.ts"
