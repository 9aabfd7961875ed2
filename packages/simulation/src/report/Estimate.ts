/** What replications tell of one figure: a value with its interval, or why there is none. */
import { aboutOf } from "../figure/Figures.ts"
import { hasQuantiles, type MetricGroup, type MetricName, metrics } from "../figure/Metric.ts"
import { type ReplicationFigure, rankedIn, rankedTogether } from "../figure/Outcome.ts"
import { type ConfidenceInterval, type RatioPart, ratioOver } from "../statistic/Interval.ts"
import { wilson } from "../statistic/Proportion.ts"
import { countUpTo, quantile, quantileBetween, type Ranked } from "../statistic/Sketch.ts"

/** The value of a distribution that is asked for: the mean, or a percentile. */
export type Statistic = "mean" | "p50" | "p90" | "p95" | "p99"

/**
 * `insufficient`: fewer than ten were seen, and no number is given. `unstable`: work piles up, so that a mean would be one
 * of nothing. `single`: one replication, which tells nothing of how far the truth may lie from the value.
 */
export type Status = "estimated" | "single" | "insufficient" | "unstable"

export interface Estimate extends Partial<ConfidenceInterval> {
  readonly metric: MetricName
  readonly about: MetricGroup
  readonly statistic: Statistic
  readonly status: Status
  /** In the unit of the metric. */
  readonly value?: number
  readonly halfWidth?: number
  /** How many were seen in all replications. */
  readonly count: number
}

const fewest = 10

const quantiles: Readonly<Record<Exclude<Statistic, "mean">, number>> = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 }

/** One figure of every replication; a replication in which nothing was seen has none. */
export interface ReplicatedFigure {
  readonly metric: MetricName
  readonly about: string
  readonly parts: readonly (ReplicationFigure | undefined)[]
}

export interface Judging {
  readonly level: number
  readonly isUnstable: boolean
}

/** Means of these are means of nothing where work piles up. */
export const grows = (metric: MetricName): boolean =>
  metrics[metric].sort === "duration" || metrics[metric].sort === "level" || metric === "attainment"

/** Of these a count says how much was seen; time that passed is always enough. */
const isCounted = (metric: MetricName): boolean => {
  const { sort } = metrics[metric]
  return sort !== "level" && sort !== "amount" && metric !== "utilisation"
}

/** Returns the estimates of a figure: its mean, and its quantiles where it is a duration. */
export const estimatesOf = (seen: ReplicatedFigure, judging: Judging): readonly Estimate[] => {
  const { metric, about, parts } = seen
  const whole = parts.map((part): RatioPart => ({ sum: part?.sum ?? 0, of: part?.of ?? 0 }))
  const of = whole.reduce((sum, part) => sum + part.of, 0)
  const base = { metric, about: aboutOf(about), count: isCounted(metric) || of === 0 ? of : whole.length }
  const statistics: readonly Statistic[] = hasQuantiles(metric) ? ["mean", "p50", "p90", "p95", "p99"] : ["mean"]
  // Of nothing there is no share: whoever is never on shift is busy for no part of it.
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
  // The wider of both at each end: replications that are all alike do not make a share certain.
  const of = parts.reduce((sum, part) => sum + part.of, 0)
  const alone = metric === "utilisation" ? between : wilson(Math.round(value * of), of, level)
  const low = Math.max(0, Math.min(between.low, alone.low))
  const high = Math.min(1, Math.max(between.high, alone.high))
  return { status: "estimated", value, halfWidth: (high - low) / 2, low, high }
}

/**
 * A quantile lies where the share of values below it can lie: the interval of that share, by how replications differ in
 * it, is read off the values in their order.  Source: Woodruff 1952, for samples in clusters.
 */
const quantileOf = (all: Ranked, each: readonly Ranked[], share: number, { level }: Judging): Known => {
  const value = quantile(all, share)
  const below = each.map((one): RatioPart => ({ sum: countUpTo(one, value), of: one.count }))
  const { halfWidth: reach } = ratioOver(below, level)
  if (!Number.isFinite(reach)) return { status: "single", value }
  const { low, high } = quantileBetween(all, { low: share - reach, high: share + reach })
  return { status: "estimated", value, halfWidth: (high - low) / 2, low, high }
}
