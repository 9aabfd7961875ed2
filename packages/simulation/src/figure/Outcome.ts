/**
 * The result of one replication as plain data, so that it can come from another thread; it is the same wherever it
 * ran.
 */
import { merge, type Ranked, ranked } from "../statistic/Sketch.ts"
import { type Counted, type Figures, join } from "./Figures.ts"
import type { MetricName } from "./Metric.ts"

/** The result of one replication. */
export interface ReplicationOutcome {
  readonly replication: number
  readonly commands: number
  readonly figures: readonly ReplicationFigure[]
  /** The average number of open cases on each day, from the first day on. */
  readonly inHandByDay: readonly number[]
  /**
   * The busy time and the time on shift in each hour of the week, Monday 00:00 first.  Units: ms, in the policy's
   * zone.
   */
  readonly busyByHour: readonly number[]
  readonly onShiftByHour: readonly number[]
}

/** One figure of a replication. `bins`: bins with their counts, in order. */
export interface ReplicationFigure {
  readonly metric: MetricName
  readonly about: string
  readonly sum: number
  readonly of: number
  readonly zeros?: number
  readonly bins?: readonly (readonly [number, number])[]
}

const figureOf = (metric: MetricName, about: string, { sum, of, sketch }: Counted): ReplicationFigure =>
  sketch === undefined
    ? { metric, about, sum, of }
    : { metric, about, sum, of, zeros: sketch.zeros, bins: [...sketch.bins].sort(([a], [b]) => a - b) }

/** Returns the figures in an order that does not depend on the course of events. */
export const figuresIn = ({ all }: Figures): readonly ReplicationFigure[] =>
  inOrder(all).flatMap(([metric, abouts]) =>
    inOrder(
      new Map([...abouts].flatMap(([about, groups]) => [...groups].map(([group, one]) => [join(about, group), one])))
    ).map(([about, counted]) => figureOf(metric, about, counted))
  )

const inOrder = <K extends string, T>(map: ReadonlyMap<K, T>): readonly (readonly [K, T])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))

/** Returns the values of a figure, sorted by size. */
export const rankedIn = (figure: ReplicationFigure): Ranked => ranked(valuesIn(figure))

/** Returns the values of one figure of several replications together, sorted by size. */
export const rankedTogether = (figures: readonly ReplicationFigure[]): Ranked => merge(figures.map(valuesIn))

const valuesIn = ({ of, zeros = 0, bins = [] }: ReplicationFigure) => ({ count: of, zeros, bins })
