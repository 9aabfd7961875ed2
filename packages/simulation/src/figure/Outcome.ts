/** What one replication shows: plain data, so that it can come from anywhere, and the same wherever it was run. */
import type { Sketch } from "../statistic/Sketch.ts"
import { type Counted, type Figures, join } from "./Figures.ts"
import type { MetricName } from "./Metric.ts"

export interface Outcome {
  readonly replication: number
  readonly commands: number
  readonly figures: readonly Figure[]
  /** How many cases were in hand on average on each day, from the first day on. */
  readonly inHandByDay: readonly number[]
  /** Busy and on-shift time in each hour of the week, Monday 00:00 first.  Units: ms of the policy's zone. */
  readonly busyByHour: readonly number[]
  readonly onShiftByHour: readonly number[]
}

/** `bins`: bin and count, in order. */
export interface Figure {
  readonly metric: MetricName
  readonly about: string
  readonly sum: number
  readonly of: number
  readonly zeros?: number
  readonly bins?: readonly (readonly [number, number])[]
}

const figureOf = (metric: MetricName, about: string, { sum, of, sketch }: Counted): Figure =>
  sketch === undefined
    ? { metric, about, sum, of }
    : { metric, about, sum, of, zeros: sketch.zeros, bins: [...sketch.bins].sort(([a], [b]) => a - b) }

/** Returns the figures in an order that does not depend on what happened first. */
export const figuresIn = ({ all }: Figures): readonly Figure[] =>
  inOrder(all).flatMap(([metric, abouts]) =>
    inOrder(
      new Map([...abouts].flatMap(([about, groups]) => [...groups].map(([group, one]) => [join(about, group), one])))
    ).map(([about, counted]) => figureOf(metric, about, counted))
  )

const inOrder = <K extends string, T>(map: ReadonlyMap<K, T>): readonly (readonly [K, T])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))

export const sketchOf = ({ of, zeros = 0, bins = [] }: Figure): Sketch => ({ count: of, zeros, bins: new Map(bins) })
