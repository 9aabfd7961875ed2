/**
 * Simulates a policy with staff and customers, and gives intervals for all figures. Pure; the same seed gives the
 * same result.
 */
export {
  dimensions,
  type MetricDimension,
  type MetricGroup,
  type MetricName,
  type MetricSort,
  type MetricUnit,
  metrics,
  metricWord
} from "./figure/Metric.ts"
export type { ReplicationFigure, ReplicationOutcome } from "./figure/Outcome.ts"
export type { Arrivals, Campaign, Mix, Traced } from "./model/Arrivals.ts"
export type { Assumption, AssumptionCode } from "./model/Assumption.ts"
export type { CustomerModel, FaultCause, Patience } from "./model/Customers.ts"
export { DoesNotFit } from "./model/DoesNotFit.ts"
export type { Money, Overruled, Replications, Simulation } from "./model/Simulation.ts"
export {
  type Discipline,
  type NamedPerson,
  type Sickness,
  type Staff,
  type StaffShift,
  type Worker,
  workersOf
} from "./model/Staff.ts"
export type { SimulationSubject } from "./model/Subject.ts"
export type { Compensation, Extensions, Waivers, WorkModel, WorkPause, WorkTime } from "./model/Work.ts"
export type { Distribution, Weights } from "./random/Distribution.ts"
export type { ExplainedEvent, FirstDifference } from "./replicate/Attribution.ts"
export { type BoundJudgement, type FigureBound, judge, verdictOf } from "./replicate/BoundJudgement.ts"
export { askComparison, type ComparedReports, compare, type FigureDifference } from "./replicate/Comparison.ts"
export { type PreparedSimulation, prepare } from "./replicate/PreparedSimulation.ts"
export {
  askSensitivity,
  askSmallestStaff,
  askSweep,
  type Influence,
  type Measured,
  type PoolQuestion,
  type Sensitivity,
  type Staffed,
  type Swept
} from "./replicate/Questions.ts"
export { answer, answerFrom, type ReplicationRound, type ReplicationRounds } from "./replicate/ReplicationRounds.ts"
export { askReport, simulate } from "./replicate/SimulationRun.ts"
export { settled } from "./replicate/UsualArrivals.ts"
export type { Estimate, Statistic, Status } from "./report/Estimate.ts"
export { estimateIn, type Identity, precisionOf, type Report } from "./report/Report.ts"
export type { WaitHistogram } from "./report/WaitHistogram.ts"
export { recordedBy } from "./run/CaseDecisions.ts"
export type { ConfidenceInterval, EstimatedValue } from "./statistic/Interval.ts"
export { holm, mcNemar, wilson } from "./statistic/Proportion.ts"
export { type BatchMeans, batchMeans, warmUpLength } from "./statistic/Series.ts"
export { quantileRanks } from "./statistic/Sketch.ts"
export type { Observer, Worked } from "./world/World.ts"
