/**
 * The counts of one replication, by metric, by what each is about, and by group: sums that can be added, and sketches
 * of durations.
 */
import { addTo, binOf, makeSketch, type Sketch } from "../statistic/Sketch.ts"
import { hasQuantiles, type MetricDimension, type MetricGroup, type MetricName } from "./Metric.ts"

/** A sum with its denominator, and the distribution of the values if quantiles are reported. */
export interface Counted {
  sum: number
  of: number
  readonly sketch: Sketch | undefined
}

/** The counts of one thing: those of all cases under "", and those of each group. */
type ByGroup = Map<string, Counted>

/** The counts of one replication. */
export interface Figures {
  /** Adds a value, for all cases and for each group. */
  readonly value: (metric: MetricName, about: string, groups: readonly string[], value: number) => void
  /** Adds to a sum and to its denominator. */
  readonly sum: (metric: MetricName, about: string, sum: number, of: number) => void
  readonly groupsOf: (metric: MetricName, about: string) => ReadonlyMap<string, Counted>
  readonly all: ReadonlyMap<MetricName, ReadonlyMap<string, ReadonlyMap<string, Counted>>>
}

const between = "\t"

const keys = new Map<MetricDimension, Map<string, string>>()

/**
 * Returns the key of what a figure is about: `clock⇥agreed`. It always returns the same string object, so that
 * lookups are fast.
 */
export const keyOf = (dimension: MetricDimension, name: string): string => {
  let named = keys.get(dimension)
  if (named === undefined) {
    named = new Map()
    keys.set(dimension, named)
  }
  let key = named.get(name)
  if (key === undefined) {
    key = `${dimension}${between}${name}`
    named.set(name, key)
  }
  return key
}

/** Returns the key of two keys together. */
export const join = (a: string, b: string): string => (a === "" ? b : b === "" ? a : `${a}${between}${b}`)

/** Returns what a key is about. */
export const aboutOf = (key: string): MetricGroup => {
  if (key === "") return {}
  const parts = key.split(between)
  return Object.fromEntries(
    Array.from({ length: parts.length / 2 }, (_, i) => [parts[2 * i] as MetricDimension, parts[2 * i + 1] ?? ""])
  )
}

/** Makes empty counts. */
export const makeFigures = (): Figures => {
  const all = new Map<MetricName, Map<string, ByGroup>>()

  const groupsOf = (metric: MetricName, about: string): ByGroup => {
    let abouts = all.get(metric)
    if (abouts === undefined) {
      abouts = new Map()
      all.set(metric, abouts)
    }
    let groups = abouts.get(about)
    if (groups === undefined) {
      groups = new Map()
      abouts.set(about, groups)
    }
    return groups
  }

  const at = (groups: ByGroup, group: string, isLength: boolean): Counted => {
    let counted = groups.get(group)
    if (counted === undefined) {
      counted = { sum: 0, of: 0, sketch: isLength ? makeSketch() : undefined }
      groups.set(group, counted)
    }
    return counted
  }

  const add = (counted: Counted, value: number, bin: number | undefined): void => {
    counted.sum += value
    counted.of += 1
    if (counted.sketch !== undefined) addTo(counted.sketch, bin)
  }

  return {
    all,
    groupsOf,
    value: (metric, about, groups, value) => {
      const byGroup = groupsOf(metric, about)
      const isLength = hasQuantiles(metric)
      const bin = isLength ? binOf(value) : undefined
      add(at(byGroup, "", isLength), value, bin)
      for (const group of groups) add(at(byGroup, group, isLength), value, bin)
    },
    sum: (metric, about, sum, of) => {
      const counted = at(groupsOf(metric, about), "", hasQuantiles(metric))
      counted.sum += sum
      counted.of += of
    }
  }
}
