/** Simulations in tests: a policy with its staff and customers, and figures that are judged by their intervals. */
export type { Influence, MetricName, Report, Statistic } from "@hearback/simulation"
export { type FigureAsked, judgeNoWorse, type NoWorse, type SimulationComparison } from "./simulation/Comparison.ts"
export type { SimulatedFigure } from "./simulation/Figure.ts"
export { type Amount, type Bound, type Judgement, judge } from "./simulation/Judgement.ts"
export {
  compare,
  type StaffNeeded,
  type StaffQuestion,
  sensitivity,
  simulate,
  smallestStaff,
  sweep
} from "./simulation/Questions.ts"
export type { SimulationReport } from "./simulation/Report.ts"
export type { WhatIf } from "./simulation/WhatIf.ts"
