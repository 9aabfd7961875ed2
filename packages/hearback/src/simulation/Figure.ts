/**
 * One figure of a simulation: its value with an interval for the true value, and the line of the policy behind it.
 */
import { defined } from "@hearback/core"
import * as Insight from "@hearback/insight"
import {
  type Estimate,
  estimateIn,
  type MetricGroup,
  type MetricName,
  metrics,
  metricWord,
  type Report,
  type SimulationSubject,
  type Statistic
} from "@hearback/simulation"
import type { Place } from "../answer/Place.ts"
import { lineOf, titleOf } from "./KnownFigures.ts"

/** One figure of a report with its interval. */
export interface SimulatedFigure {
  /** What the figure is: `agreed at P1: deadlines met`. */
  readonly title: string
  /** The name of the figure. */
  readonly metric: MetricName
  /** The clock, gate, grade, role … that the figure is about. */
  readonly about: MetricGroup
  readonly statistic: Statistic
  /**
   * `estimated`: a value with its interval. `insufficient`: fewer than ten were seen. `unstable`: work piles up. `single`:
   * one replication has no interval.
   */
  readonly status: Estimate["status"]
  /** The estimate.  Units: ms for a length of time, 0 to 1 for a share, units of the currency for money. */
  readonly value?: number
  /** The lower end of the 95% interval. */
  readonly low?: number
  /** The upper end of the 95% interval. */
  readonly high?: number
  /** How many were seen in all replications. */
  readonly count: number
  /** The number of replications. */
  readonly replications: number
  /** The line of the policy behind the clock, gate or power. */
  readonly place?: Place
}

/** What figures are read from. */
export interface FigureSource {
  readonly subject: SimulationSubject
  readonly report: Report
}

/** Returns how many minor units a unit of a metric has. */
export const scaleOf = ({ policy }: SimulationSubject, metric: MetricName): number =>
  metrics[metric].unit === "money" ? 10 ** (policy.bundle.currency?.digits ?? 0) : 1

/** Returns a figure for tests. */
export const figureOf = (
  { subject, report }: FigureSource,
  metric: MetricName,
  about: MetricGroup,
  statistic: Statistic
): SimulatedFigure => {
  const estimate = estimateIn(report, metric, about, statistic)
  const scale = scaleOf(subject, metric)
  const scaled = (value: number | undefined) => (value === undefined ? undefined : value / scale)
  return defined({
    title: titleOfFigure(metric, about, statistic),
    metric,
    about,
    statistic,
    status: estimate?.status ?? "insufficient",
    value: scaled(estimate?.value),
    low: scaled(estimate?.low),
    high: scaled(estimate?.high),
    count: estimate?.count ?? 0,
    replications: report.identity.replications,
    place: lineOf(subject.policy, about)
  })
}

const quantiles: Readonly<Record<Exclude<Statistic, "mean">, string>> = {
  p50: "half within",
  p90: "90% within",
  p95: "95% within",
  p99: "99% within"
}

/** Returns the title of a figure. */
export const titleOfFigure = (metric: MetricName, about: MetricGroup, statistic: Statistic): string => {
  const of = titleOf(about)
  const which = statistic === "mean" ? "" : `, ${quantiles[statistic]}`
  return `${of === "" ? "" : `${of}: `}${metricWord(metric, "en")}${which}`
}

/** Returns a value in words: `93.1%`, `2 d 4 h`, `1200.00`, `12.5`. */
export const valueText = (metric: MetricName, value: number): string => {
  const sign = value < 0 ? "−" : ""
  const size = Math.abs(value)
  switch (metrics[metric].unit) {
    case "share":
      return `${sign}${Insight.renderValue("share", size, "en")}`
    case "ms":
      return `${sign}${Insight.renderValue("median", size, "en")}`
    default:
      return `${sign}${Insight.renderValue("mean", size, "en")}`
  }
}

/** Returns `93.1% (91.2% – 94.6%)`. */
export const estimateText = ({
  metric,
  value,
  low,
  high
}: Pick<SimulatedFigure, "metric" | "value" | "low" | "high">): string => {
  if (value === undefined) return "no figure"
  const interval =
    low === undefined || high === undefined ? "" : ` (${valueText(metric, low)} – ${valueText(metric, high)})`
  return `${valueText(metric, value)}${interval}`
}
