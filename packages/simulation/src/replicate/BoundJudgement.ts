/** Whether a figure keeps a bound: judged by its interval, never by its mean alone. */
import { defined } from "@hearback/core"
import type { MetricGroup, MetricName } from "../figure/Metric.ts"
import type { Estimate, Statistic } from "../report/Estimate.ts"
import { estimateIn, type Report } from "../report/Report.ts"

/** A figure and the bound that it is to keep, in the unit of its metric. */
export interface FigureBound {
  readonly metric: MetricName
  readonly about?: MetricGroup
  readonly statistic?: Statistic
  readonly atLeast?: number
  readonly atMost?: number
}

export interface BoundVerdict {
  /** `inconclusive`: the bound lies inside the interval, or there is none. */
  readonly verdict: "pass" | "fail" | "inconclusive"
  /** About how many replications would tell, where more of them can. */
  readonly replicationsNeeded?: number
}

export interface BoundJudgement extends BoundVerdict {
  readonly estimate: Estimate | undefined
}

/** A value with its interval, from so many replications. */
interface Known {
  readonly value?: number
  readonly low?: number
  readonly high?: number
  readonly replications: number
}

/** Judges an interval by the edges that it is to stay between; an open edge is infinite. */
export const verdictOf = (
  known: Known,
  { least, most }: { readonly least: number; readonly most: number }
): BoundVerdict => {
  const { value, low, high, replications } = known
  if (value === undefined || low === undefined || high === undefined) return { verdict: "inconclusive" }
  if (low >= least && high <= most) return { verdict: "pass" }
  if (high < least || low > most) return { verdict: "fail" }
  // Of each edge that lies inside: how far the interval reaches to its side, over how far the edge is.
  const below = low < least ? (value - (value >= least ? low : high)) / (value - least) : 0
  const above = high > most ? ((value <= most ? high : low) - value) / (most - value) : 0
  const needed = Math.ceil(replications * Math.max(below, above) ** 2)
  if (!Number.isFinite(needed)) return { verdict: "inconclusive" }
  return { verdict: "inconclusive", replicationsNeeded: Math.max(needed, replications + 1) }
}

export const judge = (report: Report, target: FigureBound): BoundJudgement => {
  const { metric, about = {}, statistic = "mean", atLeast = Number.NEGATIVE_INFINITY } = target
  const { atMost = Number.POSITIVE_INFINITY } = target
  const estimate = estimateIn(report, metric, about, statistic)
  const { value, low, high } = estimate ?? {}
  const { replications } = report.identity
  return {
    ...verdictOf({ ...defined({ value, low, high }), replications }, { least: atLeast, most: atMost }),
    estimate
  }
}
