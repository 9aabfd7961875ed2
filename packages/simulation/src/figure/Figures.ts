/** What one replication counts, by metric and by what it is about: sums that add up, and sketches of durations. */
import { add, makeSketch, type Sketch } from "../statistic/Sketch.ts"
import { type About, type Dimension, hasQuantiles, type MetricName } from "./Metric.ts"

/** A sum, over how much it is, and the values that it is of where their quantiles are told. */
export interface Counted {
  sum: number
  of: number
  readonly sketch?: Sketch
}

export interface Figures {
  /** Adds a value of something that happened. */
  readonly value: (metric: MetricName, about: string, value: number) => void
  /** Adds to a sum, and to what it is of. */
  readonly sum: (metric: MetricName, about: string, sum: number, of: number) => void
  readonly all: ReadonlyMap<MetricName, ReadonlyMap<string, Counted>>
}

const between = "\t"

/** Returns what a figure is about as its key: `clock⇥agreed⇥grade⇥P1`. */
export const keyOf = (...about: readonly (Dimension | string)[]): string => about.join(between)

export const join = (a: string, b: string): string => (a === "" ? b : b === "" ? a : `${a}${between}${b}`)

export const aboutOf = (key: string): About => {
  if (key === "") return {}
  const parts = key.split(between)
  return Object.fromEntries(
    Array.from({ length: parts.length / 2 }, (_, i) => [parts[2 * i] as Dimension, parts[2 * i + 1] ?? ""])
  )
}

export const makeFigures = (): Figures => {
  const all = new Map<MetricName, Map<string, Counted>>()
  const at = (metric: MetricName, about: string): Counted => {
    let keys = all.get(metric)
    if (keys === undefined) {
      keys = new Map()
      all.set(metric, keys)
    }
    let counted = keys.get(about)
    if (counted === undefined) {
      counted = hasQuantiles(metric) ? { sum: 0, of: 0, sketch: makeSketch() } : { sum: 0, of: 0 }
      keys.set(about, counted)
    }
    return counted
  }
  return {
    all,
    value: (metric, about, value) => {
      const counted = at(metric, about)
      counted.sum += value
      counted.of += 1
      if (counted.sketch !== undefined) add(counted.sketch, value)
    },
    sum: (metric, about, sum, of) => {
      const counted = at(metric, about)
      counted.sum += sum
      counted.of += of
    }
  }
}
