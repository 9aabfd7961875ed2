/**
 * Decides recorded cases again under a policy and compares the decisions. Pure: no clock, no random numbers, no I/O.
 */
export { changesOf, type ReplayChange } from "./compare/Change.ts"
export { makeComparison, type ReplayComparison } from "./compare/Comparison.ts"
export { mcNemar } from "./compare/McNemar.ts"
export { withGiven } from "./estimate/CompletedSimulation.ts"
export type { AssumedInput, EstimatedInput, EstimatedSimulation } from "./estimate/EstimatedInputs.ts"
export { type EstimationOptions, estimateSimulation } from "./estimate/Estimation.ts"
export { type AssembledLog, type Assembly, type AssemblyOptions, makeAssembly } from "./log/Assembly.ts"
export { asFound, keyTelling, type LogMapping } from "./log/LogMapping.ts"
export type { FaultCount, LogFault, QualityReport } from "./log/Quality.ts"
export type { LogRow } from "./log/Row.ts"
export { type MinedTable, type Miner, makeMiner } from "./mine/TableMiner.ts"
export { ownCase } from "./record/OwnRecord.ts"
export type { RecordedCase, RecordedMoment, RecordScope } from "./record/RecordedCase.ts"
export type { Decided, Replayed } from "./replay/Decisions.ts"
export { makeReplay, type Replay, type ReplayOptions } from "./replay/Replay.ts"
export type {
  BacktestReport,
  ClockTable,
  GradeMatrix,
  NotReplayed,
  ReportCause,
  Sample,
  Totals
} from "./report/Report.ts"
export { exceededBounds, parseBounds, type TotalBound } from "./report/TotalBounds.ts"
export type { DemandShift, TracedAspect, TraceLine } from "./report/Trace.ts"
