/** Whether a figure keeps a bound: judged by its interval, never by its mean alone. */
import type { About, MetricName } from "../figure/Metric.ts"
import type { Estimate, Statistic } from "../report/Estimate.ts"
import { estimateIn, type Report } from "../report/Report.ts"

/** A figure and the bound that it is to keep, in the unit of its metric. */
export interface Target {
  readonly metric: MetricName
  readonly about?: About
  readonly statistic?: Statistic
  readonly atLeast?: number
  readonly atMost?: number
}

export interface Judgement {
  /** `inconclusive`: the bound lies inside the interval, or there is none. */
  readonly verdict: "pass" | "fail" | "inconclusive"
  readonly estimate: Estimate | undefined
  /** About how many replications would tell, where more of them can. */
  readonly replicationsNeeded?: number
}

export const judge = (report: Report, target: Target): Judgement => {
  const { metric, about = {}, statistic = "mean", atLeast = Number.NEGATIVE_INFINITY } = target
  const { atMost = Number.POSITIVE_INFINITY } = target
  const estimate = estimateIn(report, metric, about, statistic)
  const { value, low, high, halfWidth } = estimate ?? {}
  if (value === undefined || low === undefined || high === undefined || halfWidth === undefined)
    return { verdict: "inconclusive", estimate }
  if (low >= atLeast && high <= atMost) return { verdict: "pass", estimate }
  if (high < atLeast || low > atMost) return { verdict: "fail", estimate }
  const away = Math.min(Math.abs(value - atLeast), Math.abs(value - atMost))
  const needed = Math.ceil(report.identity.replications * (halfWidth / away) ** 2)
  return { verdict: "inconclusive", estimate, ...(Number.isFinite(needed) && { replicationsNeeded: needed }) }
}
