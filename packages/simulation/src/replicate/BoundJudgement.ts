/** Judges whether a figure keeps a bound by its interval, never by its mean alone. */
import { defined } from "@hearback/core"
import type { MetricGroup, MetricName } from "../figure/Metric.ts"
import type { Estimate, Statistic } from "../report/Estimate.ts"
import { estimateIn, type Report } from "../report/Report.ts"

/** A figure and its bound, in the unit of its metric. */
export interface FigureBound {
  readonly metric: MetricName
  readonly about?: MetricGroup
  readonly statistic?: Statistic
  readonly atLeast?: number
  readonly atMost?: number
}

/** The verdict about a bound. */
export interface BoundVerdict {
  /** `inconclusive`: the bound is inside the interval, or there is no interval. */
  readonly verdict: "pass" | "fail" | "inconclusive"
  /** About how many replications would decide, if more of them can. */
  readonly replicationsNeeded?: number
}

/** The verdict with the figure. */
export interface BoundJudgement extends BoundVerdict {
  readonly estimate: Estimate | undefined
}

/** A value with its interval, from a number of replications. */
interface Known {
  readonly value?: number
  readonly low?: number
  readonly high?: number
  readonly replications: number
}

/** Judges an interval by two edges, between which it must be; an open edge is infinite. */
export const verdictOf = (
  known: Known,
  { least, most }: { readonly least: number; readonly most: number }
): BoundVerdict => {
  const { value, low, high, replications } = known
  if (value === undefined || low === undefined || high === undefined) return { verdict: "inconclusive" }
  if (low >= least && high <= most) return { verdict: "pass" }
  if (high < least || low > most) return { verdict: "fail" }
  // For each edge inside the interval: the distance from the value to the end of the interval, relative to the edge.
  const below = low < least ? (value - (value >= least ? low : high)) / (value - least) : 0
  const above = high > most ? ((value <= most ? high : low) - value) / (most - value) : 0
  const needed = Math.ceil(replications * Math.max(below, above) ** 2)
  if (!Number.isFinite(needed)) return { verdict: "inconclusive" }
  return { verdict: "inconclusive", replicationsNeeded: Math.max(needed, replications + 1) }
}

/** Judges whether a figure of a report keeps a bound. */
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
