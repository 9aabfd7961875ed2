/** What one replication shows: plain data, so that it can come from anywhere, and the same wherever it was run. */
import { merge, type Ranked, ranked } from "../statistic/Sketch.ts"
import { type Counted, type Figures, join } from "./Figures.ts"
import type { MetricName } from "./Metric.ts"

export interface ReplicationOutcome {
  readonly replication: number
  readonly commands: number
  readonly figures: readonly ReplicationFigure[]
  /** How many cases were in hand on average on each day, from the first day on. */
  readonly inHandByDay: readonly number[]
  /** Busy and on-shift time in each hour of the week, Monday 00:00 first.  Units: ms of the policy's zone. */
  readonly busyByHour: readonly number[]
  readonly onShiftByHour: readonly number[]
}

/** `bins`: bin and count, in order. */
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

/** Returns the figures in an order that does not depend on what happened first. */
export const figuresIn = ({ all }: Figures): readonly ReplicationFigure[] =>
  inOrder(all).flatMap(([metric, abouts]) =>
    inOrder(
      new Map([...abouts].flatMap(([about, groups]) => [...groups].map(([group, one]) => [join(about, group), one])))
    ).map(([about, counted]) => figureOf(metric, about, counted))
  )

const inOrder = <K extends string, T>(map: ReadonlyMap<K, T>): readonly (readonly [K, T])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))

/** Returns the values of a figure in the order of their size. */
export const rankedIn = (figure: ReplicationFigure): Ranked => ranked(valuesIn(figure))

/** Returns the values of figures of several replications together. */
export const rankedTogether = (figures: readonly ReplicationFigure[]): Ranked => merge(figures.map(valuesIn))

const valuesIn = ({ of, zeros = 0, bins = [] }: ReplicationFigure) => ({ count: of, zeros, bins })
