/** The report of a simulation: its inputs, its assumptions, and every figure with its interval. Plain JSON. */
import { canonical, Hash } from "@hearback/core"
import type { MetricGroup, MetricName } from "../figure/Metric.ts"
import type { ReplicationFigure, ReplicationOutcome } from "../figure/Outcome.ts"
import type { Assumption } from "../model/Assumption.ts"
import type { Plan } from "../model/Plan.ts"
import type { Simulation } from "../model/Simulation.ts"
import { generator } from "../random/Chance.ts"
import { average } from "../statistic/Interval.ts"
import { isSaturated } from "../statistic/Saturation.ts"
import { type Estimate, estimatesOf, type Statistic } from "./Estimate.ts"
import { spreadsOf, type WaitHistogram } from "./WaitHistogram.ts"

/** A number that is raised whenever the same inputs give other figures. */
const simulator = 1

/** What a simulation ran with. */
export interface Identity {
  /** The name and content hash of the policy, and the hash of its calendars. */
  readonly policy: string
  readonly content: string
  readonly calendars: string
  readonly simulator: number
  /** A hash of the given simulation. */
  readonly description: string
  readonly seed: number
  readonly generator: string
  readonly replications: number
  readonly horizon: "steady" | "terminating"
  /** The first day, the end of what is left out, the end of what is counted.  Units: ms since 1970. */
  readonly from: number
  readonly countedFrom: number
  readonly countedTo: number
  /** The confidence level of the intervals. */
  readonly level: number
}

/** The result of a simulation as plain JSON: estimates with intervals, and the assumptions. */
export interface Report {
  /** The policy, the seed, the period and everything else that decides the result. */
  readonly identity: Identity
  /** What nobody stated and the simulation assumed. */
  readonly assumptions: readonly Assumption[]
  /** Whether work piles up, because the staff cannot keep up with arrivals. */
  readonly isUnstable: boolean
  /** Every figure with its interval. */
  readonly estimates: readonly Estimate[]
  /** The distributions of waits and times; empty if work piles up. */
  readonly spreads: readonly WaitHistogram[]
  /** The open cases on each day, as a mean over the replications. */
  readonly inHandByDay: readonly number[]
  /**
   * The share of the time on shift that the staff is busy, for each hour of the week from Monday 00:00; null if
   * nobody works.
   */
  readonly utilisationByHour: readonly (number | null)[]
  /** The number of commands that the core decided. */
  readonly commands: number
}

/** What a report is made from. */
export interface ReportInput {
  readonly plan: Plan
  readonly simulation: Simulation
  readonly countedFrom: number
}

const levelOfIntervals = 0.95

const DAY = 86_400_000

/** Returns the report of outcomes, sorted by their replications. */
export const reportOf = (
  { plan, simulation, countedFrom }: ReportInput,
  unordered: readonly ReplicationOutcome[]
): Report => {
  const outcomes = [...unordered].sort((a, b) => a.replication - b.replication)
  const { bundle } = plan.policy
  const series = inHandOf(plan, outcomes)
  const isUnstable = isPilingUp(plan, outcomes)
  return {
    identity: {
      policy: bundle.id,
      content: bundle.content,
      calendars: bundle.calendarsHash,
      simulator,
      description: Hash.hash(canonical(simulation)),
      seed: plan.seed,
      generator,
      replications: outcomes.length,
      horizon: plan.horizon,
      from: plan.from,
      countedFrom,
      countedTo: plan.until,
      level: levelOfIntervals
    },
    assumptions: plan.assumptions,
    isUnstable,
    estimates: together(outcomes).flatMap((seen) => estimatesOf(seen, { level: levelOfIntervals, isUnstable })),
    spreads: isUnstable ? [] : spreadsOf(outcomes),
    inHandByDay: (series[0] ?? []).map((_, day) => average(series.map((one) => one[day] ?? 0))),
    utilisationByHour: Array.from({ length: 168 }, (_, hour) => {
      const [busy, onShift] = [
        outcomes.reduce((sum, one) => sum + (one.busyByHour[hour] ?? 0), 0),
        outcomes.reduce((sum, one) => sum + (one.onShiftByHour[hour] ?? 0), 0)
      ]
      return onShift === 0 ? null : busy / onShift
    }),
    commands: outcomes.reduce((sum, { commands }) => sum + commands, 0)
  }
}

/** Returns the open cases on each day, of each replication. */
const inHandOf = ({ from, until }: Plan, outcomes: readonly ReplicationOutcome[]): readonly (readonly number[])[] => {
  const days = Math.round((until - from) / DAY)
  return outcomes.map(({ inHandByDay }) => Array.from({ length: days }, (_, day) => inHandByDay[day] ?? 0))
}

/** Returns whether work piles up. A run to the last case always ends. */
export const isPilingUp = (plan: Plan, outcomes: readonly ReplicationOutcome[]): boolean =>
  plan.horizon === "steady" && isSaturated({ series: inHandOf(plan, outcomes), busiest: busiestIn(outcomes) })

/** Returns how busy the busiest role or person is, in all replications together. */
const busiestIn = (outcomes: readonly ReplicationOutcome[]): number => {
  const busy = together(outcomes).filter(({ metric, about }) => metric === "utilisation" && about !== "")
  const shares = busy.map(({ parts }) => {
    const worked = parts.reduce((total, part) => total + (part?.sum ?? 0), 0)
    const onShift = parts.reduce((total, part) => total + (part?.of ?? 0), 0)
    return onShift === 0 ? 0 : worked / onShift
  })
  return Math.max(0, ...shares)
}

interface OfAll {
  readonly metric: MetricName
  readonly about: string
  readonly parts: readonly (ReplicationFigure | undefined)[]
}

/** Returns each figure with its part of every replication, by metric and what it is about. */
const together = (outcomes: readonly ReplicationOutcome[]): readonly OfAll[] => {
  const found = new Map<string, { metric: MetricName; about: string; parts: (ReplicationFigure | undefined)[] }>()
  for (const [i, { figures }] of outcomes.entries())
    for (const figure of figures) {
      const key = `${figure.metric}\n${figure.about}`
      let one = found.get(key)
      if (one === undefined) {
        one = { metric: figure.metric, about: figure.about, parts: outcomes.map(() => undefined) }
        found.set(key, one)
      }
      one.parts[i] = figure
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/**
 * Returns one estimate of a report, such as the attainment of a clock at a grade; undefined if there are no values.
 */
export const estimateIn = (
  { estimates }: Pick<Report, "estimates">,
  metric: MetricName,
  about: MetricGroup = {},
  statistic: Statistic = "mean"
): Estimate | undefined =>
  estimates.find((one) => one.metric === metric && one.statistic === statistic && isSame(one.about, about))

/** Returns the half-width of the mean time to an answer, as a share of it; undefined if it is not reported. */
export const precisionOf = (report: Pick<Report, "estimates">): number | undefined => {
  const { value, halfWidth } = estimateIn(report, "time-to-answer") ?? {}
  return value === undefined || value === 0 || halfWidth === undefined ? undefined : halfWidth / value
}

const isSame = (a: MetricGroup, b: MetricGroup): boolean => {
  const [names, others] = [Object.keys(a), Object.keys(b)]
  return names.length === others.length && names.every((name) => a[name as "gate"] === b[name as "gate"])
}
