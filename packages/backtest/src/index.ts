/** What a policy would have decided on recorded cases. Pure: no clock, no chance, no I/O. */
export { changesOf, type ReplayChange } from "./compare/Change.ts"
export { makeComparison, type ReplayComparison } from "./compare/Comparison.ts"
export { mcNemar } from "./compare/McNemar.ts"
export { withGiven } from "./estimate/Given.ts"
export { type LearnOptions, learn } from "./estimate/Learn.ts"
export type { Lacking, Learned, Told } from "./estimate/Learned.ts"
export { type AssembledLog, type Assembly, type AssemblyOptions, makeAssembly } from "./log/Assembly.ts"
export { asFound, keyTelling, type LogMapping } from "./log/LogMapping.ts"
export type { FaultCount, LogFault, QualityReport } from "./log/Quality.ts"
export type { LogRow } from "./log/Row.ts"
export { type MinedTable, type Miner, makeMiner } from "./mine/Mine.ts"
export { ownCase } from "./record/OwnRecord.ts"
export type { RecordedCase, RecordedMoment, RecordScope } from "./record/RecordedCase.ts"
export type { Decided, Replayed } from "./replay/Decided.ts"
export { makeReplay, type Replay, type ReplayOptions } from "./replay/Replay.ts"
export { exceededBounds, parseBounds, type TotalBound } from "./report/FailOn.ts"
export type {
  BacktestReport,
  ClockTable,
  GradeMatrix,
  NotReplayed,
  ReportCause,
  Sample,
  Totals
} from "./report/Report.ts"
export type { DemandShift, TracedAspect, TraceLine } from "./report/Trace.ts"
