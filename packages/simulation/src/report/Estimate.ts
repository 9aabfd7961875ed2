/** An estimate of one figure from replications: a value with its interval, or why there is none. */
import { aboutOf } from "../figure/Figures.ts"
import { hasQuantiles, type MetricGroup, type MetricName, metrics } from "../figure/Metric.ts"
import { type ReplicationFigure, rankedIn, rankedTogether } from "../figure/Outcome.ts"
import { type ConfidenceInterval, type RatioPart, ratioOver } from "../statistic/Interval.ts"
import { wilson } from "../statistic/Proportion.ts"
import { countUpTo, quantile, quantileBetween, type Ranked } from "../statistic/Sketch.ts"

/** The value of a distribution that is asked for: the mean, or a percentile. */
export type Statistic = "mean" | "p50" | "p90" | "p95" | "p99"

/**
 * The status of an estimate. `insufficient`: fewer than ten values, so no number is given. `unstable`: work piles up,
 * so that a mean has no meaning. `single`: one replication, which shows nothing about the precision.
 */
export type Status = "estimated" | "single" | "insufficient" | "unstable"

/** An estimate of one figure. */
export interface Estimate extends Partial<ConfidenceInterval> {
  readonly metric: MetricName
  readonly about: MetricGroup
  readonly statistic: Statistic
  readonly status: Status
  /** The value in the unit of the metric. */
  readonly value?: number
  readonly halfWidth?: number
  /** The number of values in all replications. */
  readonly count: number
}

const fewest = 10

const quantiles: Readonly<Record<Exclude<Statistic, "mean">, number>> = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 }

/** One figure of every replication; undefined for a replication without values. */
export interface ReplicatedFigure {
  readonly metric: MetricName
  readonly about: string
  readonly parts: readonly (ReplicationFigure | undefined)[]
}

/** How estimates are made. */
export interface Judging {
  readonly level: number
  readonly isUnstable: boolean
}

/** Returns whether the mean of a metric has no meaning if work piles up. */
export const grows = (metric: MetricName): boolean =>
  metrics[metric].sort === "duration" || metrics[metric].sort === "level" || metric === "attainment"

/** Metrics whose count shows whether there is enough data; for measures of time there always is. */
const isCounted = (metric: MetricName): boolean => {
  const { sort } = metrics[metric]
  return sort !== "level" && sort !== "amount" && metric !== "utilisation"
}

/** Returns the estimates of a figure: its mean, and its quantiles if it is a duration. */
export const estimatesOf = (seen: ReplicatedFigure, judging: Judging): readonly Estimate[] => {
  const { metric, about, parts } = seen
  const whole = parts.map((part): RatioPart => ({ sum: part?.sum ?? 0, of: part?.of ?? 0 }))
  const of = whole.reduce((sum, part) => sum + part.of, 0)
  const base = { metric, about: aboutOf(about), count: isCounted(metric) || of === 0 ? of : whole.length }
  const statistics: readonly Statistic[] = hasQuantiles(metric) ? ["mean", "p50", "p90", "p95", "p99"] : ["mean"]
  // There is no share of nothing, such as the utilisation of a person who is never on shift.
  if (of === 0 || (isCounted(metric) && of < fewest))
    return statistics.map((statistic) => ({ ...base, statistic, status: "insufficient" }))
  if (judging.isUnstable && grows(metric))
    return statistics.map((statistic) => ({ ...base, statistic, status: "unstable" }))
  const figures = hasQuantiles(metric) ? parts.filter((part) => part !== undefined) : []
  const [all, each] = [rankedTogether(figures), figures.map(rankedIn)]
  return statistics.map((statistic) => ({
    ...base,
    statistic,
    ...(statistic === "mean" ? meanOf(metric, whole, judging) : quantileOf(all, each, quantiles[statistic], judging))
  }))
}

type Known = Pick<Estimate, "status" | "value" | "halfWidth" | "low" | "high">

const meanOf = (metric: MetricName, parts: readonly RatioPart[], { level }: Judging): Known => {
  const { value, halfWidth } = ratioOver(parts, level)
  if (!Number.isFinite(halfWidth)) return { status: "single", value }
  const between = { low: value - halfWidth, high: value + halfWidth }
  if (metrics[metric].sort !== "share") return { status: "estimated", value, halfWidth, ...between }
  // At each end the wider of both counts, because equal replications do not make a share certain.
  const of = parts.reduce((sum, part) => sum + part.of, 0)
  const alone = metric === "utilisation" ? between : wilson(Math.round(value * of), of, level)
  const low = Math.max(0, Math.min(between.low, alone.low))
  const high = Math.min(1, Math.max(between.high, alone.high))
  return { status: "estimated", value, halfWidth: (high - low) / 2, low, high }
}

/**
 * Returns a quantile with its interval: the interval of the share of values below it, from the differences between
 * replications, is converted to values by their order.  Source: Woodruff 1952, for samples in clusters.
 */
const quantileOf = (all: Ranked, each: readonly Ranked[], share: number, { level }: Judging): Known => {
  const value = quantile(all, share)
  const below = each.map((one): RatioPart => ({ sum: countUpTo(one, value), of: one.count }))
  const { halfWidth: reach } = ratioOver(below, level)
  if (!Number.isFinite(reach)) return { status: "single", value }
  const { low, high } = quantileBetween(all, { low: share - reach, high: share + reach })
  return { status: "estimated", value, halfWidth: (high - low) / 2, low, high }
}
