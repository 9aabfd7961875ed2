/**
 * Compares two policies, or two staffs, with the same random numbers: the same customers arrive at the same instants
 * with the same words and the same patience. So only the effect of the change differs, and far fewer replications
 * show it.
 */
import { Instant } from "@hearback/core"
import { aboutOf } from "../figure/Figures.ts"
import { betterOf, hasQuantiles, type MetricGroup, type MetricName } from "../figure/Metric.ts"
import { type ReplicationFigure, type ReplicationOutcome, rankedIn } from "../figure/Outcome.ts"
import type { SimulationSubject } from "../model/Subject.ts"
import { grows, type Statistic } from "../report/Estimate.ts"
import type { Report } from "../report/Report.ts"
import { average, meanOver, pairedProbability, variance } from "../statistic/Interval.ts"
import { holm } from "../statistic/Proportion.ts"
import { quantile } from "../statistic/Sketch.ts"
import { studentBelow } from "../statistic/StudentT.ts"
import { type FirstDifference, firstChange } from "./Attribution.ts"
import { prepare } from "./PreparedSimulation.ts"
import { answer, type ReplicationRounds } from "./ReplicationRounds.ts"
import { askEnough, askWarmUp, type Replicated, reportOn } from "./SimulationRun.ts"
import { settledLike } from "./UsualArrivals.ts"

/** A figure of both, and its difference in pairs of replications. */
export interface FigureDifference {
  readonly metric: MetricName
  readonly about: MetricGroup
  readonly statistic: Statistic
  /**
   * `insufficient`: fewer than ten values, or fewer than two pairs. `unstable`: work piles up on one side, so that
   * its mean has no meaning.
   */
  readonly status: "estimated" | "insufficient" | "unstable"
  readonly before?: number
  readonly after?: number
  readonly difference?: number
  readonly halfWidth?: number
  readonly low?: number
  readonly high?: number
  /** The probability that the second is really better; absent if neither direction is better, or nothing differs. */
  readonly probabilityBetter?: number
  /** The probability of so large a difference by chance alone, valid for all figures together. */
  readonly byChance?: number
  /** How many times larger the variance would be without common random numbers; absent if the pairs do not vary. */
  readonly varianceReduction?: number
}

/** Two reports with their differences. */
export interface ComparedReports {
  readonly before: Report
  readonly after: Report
  readonly differences: readonly FigureDifference[]
  /** Absent if all events of both are equal in every replication. */
  readonly firstChange?: FirstDifference
}

const fewest = 10
const shares: Readonly<Partial<Record<Statistic, number>>> = { p50: 0.5, p90: 0.9 }

/**
 * Requests as many replications of both as are needed to know each as precisely as `before` requires. The simulated
 * time and the seed of the first count for both, because otherwise they would have different customers.
 */
export function* askComparison(
  before: SimulationSubject,
  other: SimulationSubject
): ReplicationRounds<ComparedReports> {
  const after = inTimeOf(before, settledLike(other, before))
  const countedFrom = Math.max(yield* askWarmUp(before), yield* askWarmUp(after))
  const [was, is] = yield* askEnough([before, after], countedFrom)
  return yield* compared(was, is)
}

const WEEK = 7 * Instant.DAY

/** The settings of the simulated time and the seed. */
const timeOf = (subject: SimulationSubject) => {
  const { from, until, horizon, seed, policy } = prepare(subject).plan
  const { warmUp = "automatic", replications = {} } = subject.simulation
  const day = Instant.renderInstant(from, policy.zone).slice(0, 10)
  return { from: day, weeks: (until - from) / WEEK, horizon, warmUp, seed, replications }
}

/** Returns a subject with the time and the seed of another, and with its own settings that do not count then. */
const inTimeOf = (first: SimulationSubject, second: SimulationSubject): SimulationSubject => {
  const [one, other] = [timeOf(first), timeOf(second)]
  const differing = keysOf(one).filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]))
  if (differing.length === 0) return second
  const { simulation } = second
  const settings = differing.filter((key) => simulation[key] !== undefined)
  const ofFirst = Object.fromEntries(differing.map((key) => [key, one[key]]))
  const { overruled = { by: "first", settings } } = simulation
  return { policy: second.policy, simulation: { ...simulation, ...ofFirst, overruled } }
}

const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T)[]

/** Compares two subjects on this thread. */
export const compare = (before: SimulationSubject, after: SimulationSubject): ComparedReports =>
  answer(askComparison(before, after))

function* compared(before: Replicated, after: Replicated): ReplicationRounds<ComparedReports> {
  const [was, is] = [before.outcomes, after.outcomes]
  const at = was.findIndex((outcome, k) => JSON.stringify(outcome) !== JSON.stringify(is[k]))
  const plans = [prepare(before.subject).plan, prepare(after.subject).plan] as const
  const change = at < 0 ? undefined : yield* firstChange(...plans, at)
  const [earlier, later] = [reportOn(before), reportOn(after)]
  return {
    before: earlier,
    after: later,
    differences: differencesOf(was, is, earlier.isUnstable || later.isUnstable),
    ...(change !== undefined && { firstChange: change })
  }
}

/** Returns the differences of figures that both have, from paired replications. */
export const differencesOf = (
  before: readonly ReplicationOutcome[],
  after: readonly ReplicationOutcome[],
  isUnstable: boolean
): readonly FigureDifference[] => {
  const [one, other] = [before.map(figuresByKey), after.map(figuresByKey)]
  const keys = [...new Set([...one, ...other].flatMap((figures) => [...figures.keys()]))].sort()
  const found = keys.flatMap((key) => {
    const pairs = one.map((figures, k): Pair => [figures.get(key), other[k]?.get(key)])
    const any = pairs.flat().find((figure) => figure !== undefined)
    if (any === undefined) return []
    const statistics: readonly Statistic[] = hasQuantiles(any.metric) ? ["mean", "p50", "p90"] : ["mean"]
    if (isUnstable && grows(any.metric))
      return statistics.map((statistic): FigureDifference => {
        const { metric, about } = any
        return { metric, about: aboutOf(about), statistic, status: "unstable" }
      })
    return statistics.map((statistic) => differenceOf(any, statistic, pairs))
  })
  const tested = found.filter(({ byChance }) => byChance !== undefined)
  const adjusted = holm(tested.map(({ byChance = 1 }) => byChance))
  return found.map((one) => {
    const at = tested.indexOf(one)
    return at < 0 ? one : { ...one, byChance: adjusted[at] ?? 1 }
  })
}

type Pair = readonly [ReplicationFigure | undefined, ReplicationFigure | undefined]

const figuresByKey = ({ figures }: ReplicationOutcome): ReadonlyMap<string, ReplicationFigure> =>
  new Map(figures.map((figure) => [`${figure.metric}\n${figure.about}`, figure]))

const valueIn = (figure: ReplicationFigure, statistic: Statistic): number => {
  const share = shares[statistic]
  return share === undefined ? figure.sum / figure.of : quantile(rankedIn(figure), share)
}

const isSeen = (figure: ReplicationFigure | undefined): figure is ReplicationFigure =>
  figure !== undefined && figure.of > 0

const differenceOf = (
  { metric, about }: ReplicationFigure,
  statistic: Statistic,
  pairs: readonly Pair[]
): FigureDifference => {
  const base = { metric, about: aboutOf(about), statistic }
  const both = pairs.filter((pair): pair is readonly [ReplicationFigure, ReplicationFigure] => pair.every(isSeen))
  const seen = both.reduce((sum, [a, b]) => sum + Math.min(a.of, b.of), 0)
  if (both.length < 2 || seen < fewest) return { ...base, status: "insufficient" }
  const [was, is] = [both.map(([a]) => valueIn(a, statistic)), both.map(([, b]) => valueIn(b, statistic))]
  const differences = is.map((value, k) => value - (was[k] ?? 0))
  const { value: difference, halfWidth } = meanOver(differences)
  const spread = variance(differences)
  const better = betterOf(metric)
  const t = difference / Math.sqrt(spread / differences.length)
  const isBetter = better !== undefined && spread > 0
  return {
    ...base,
    status: "estimated",
    before: average(was),
    after: average(is),
    difference,
    halfWidth,
    low: difference - halfWidth,
    high: difference + halfWidth,
    byChance: pairedProbability(differences),
    ...(isBetter && { probabilityBetter: studentBelow(better === "more" ? t : -t, differences.length - 1) }),
    ...(spread > 0 && { varianceReduction: (variance(was) + variance(is)) / spread })
  }
}
