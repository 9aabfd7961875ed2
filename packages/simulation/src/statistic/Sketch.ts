/**
 * A sketch of values by size, with a bin for each half percent: quantiles of millions of values to this precision in
 * a few hundred numbers. Sketches of replications can be added.  Source: DDSketch, Masson, Rim and Lee 2019.
 */

import type { ConfidenceInterval } from "./Interval.ts"
import { binomialBelow } from "./Proportion.ts"

/** The relative distance of a value from the middle of its bin. */
const accuracy = 0.0025
const base = (1 + accuracy) / (1 - accuracy)
const perBin = Math.log(base)

/** A sketch of values. */
export interface Sketch {
  count: number
  /** The number of values that are 0, or too small to be distinguished from it. */
  zeros: number
  /** The number of values in each bin. */
  readonly bins: Map<number, number>
}

/** Makes an empty sketch. */
export const makeSketch = (): Sketch => ({ count: 0, zeros: 0, bins: new Map() })

const smallest = 1e-9

/** Returns the bin of a value; undefined for 0, and for values too small to be distinguished from it. */
export const binOf = (value: number): number | undefined =>
  value < smallest ? undefined : Math.ceil(Math.log(value) / perBin)

const middleOf = (bin: number): number => (2 * base ** bin) / (base + 1)

/** Counts one more value, by its bin. */
export const addTo = (sketch: Sketch, bin: number | undefined): void => {
  sketch.count += 1
  if (bin === undefined) sketch.zeros += 1
  else sketch.bins.set(bin, (sketch.bins.get(bin) ?? 0) + 1)
}

/** Bins with the number of values in each. */
type Bins = Iterable<readonly [number, number]>

/** Values sorted by size. */
export interface Ranked {
  readonly count: number
  readonly zeros: number
  readonly bins: readonly number[]
  /** The number of values in each of the bins or below it. */
  readonly upTo: readonly number[]
}

/** Sorts values once, for any number of ranks. */
export const ranked = ({ count, zeros, bins }: Omit<Sketch, "bins"> & { readonly bins: Bins }): Ranked => {
  const inOrder = [...bins].sort(([a], [b]) => a - b)
  let below = zeros
  return {
    count,
    zeros,
    bins: inOrder.map(([bin]) => bin),
    upTo: inOrder.map(([, many]) => {
      below += many
      return below
    })
  }
}

/** Returns the values of several sketches together, sorted by size. */
export const merge = (all: readonly (Omit<Sketch, "bins"> & { readonly bins: Bins })[]): Ranked => {
  const whole = makeSketch()
  for (const { count, zeros, bins } of all) {
    whole.count += count
    whole.zeros += zeros
    for (const [bin, many] of bins) whole.bins.set(bin, (whole.bins.get(bin) ?? 0) + many)
  }
  return ranked(whole)
}

/** Returns the index of the first number of a rising list that is large enough; the length if there is none. */
const firstOf = (rising: readonly number[], isEnough: (one: number) => boolean): number => {
  let [from, to] = [0, rising.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (isEnough(rising[middle] as number)) to = middle
    else from = middle + 1
  }
  return from
}

/** Returns the value of a rank, counted from 1. */
const valueAt = ({ zeros, bins, upTo }: Ranked, rank: number): number => {
  if (rank <= zeros) return 0
  const bin = bins[firstOf(upTo, (below) => rank <= below)] ?? bins.at(-1)
  return bin === undefined ? 0 : middleOf(bin)
}

/** Returns how many values are at most this one, to the precision of bins. */
export const countUpTo = ({ zeros, bins, upTo }: Ranked, value: number): number =>
  upTo[firstOf(bins, (bin) => middleOf(bin) > value) - 1] ?? zeros

const rankOf = (share: number, count: number): number => Math.min(count, Math.max(1, Math.ceil(share * count)))

/** Returns the value below which a share of the values is. */
export const quantile = (sketch: Ranked, share: number): number => valueAt(sketch, rankOf(share, sketch.count))

/** Returns the interval of a quantile from the interval of its share. */
export const quantileBetween = (sketch: Ranked, { low, high }: ConfidenceInterval): ConfidenceInterval => ({
  low: low <= 0 ? 0 : quantile(sketch, low),
  high: valueAt(sketch, Math.min(sketch.count, Math.floor(Math.min(1, high) * sketch.count) + 1))
})

/**
 * Returns the ranks between which the quantile of independent values is; ranks count from 1, and beyond the sample
 * there is no bound.  Source: order statistics, exact by the binomial distribution (David and Nagaraja 2003, §7.1).
 */
export const quantileRanks = (
  count: number,
  share: number,
  level = 0.95
): { readonly low: number | undefined; readonly high: number | undefined } => {
  const beyond = (1 - level) / 2
  let low = 0
  while (low < count && binomialBelow(low, count, share) <= beyond) low += 1
  let high = low
  while (high < count && binomialBelow(high, count, share) < 1 - beyond) high += 1
  return { low: low === 0 ? undefined : low, high: high >= count ? undefined : high + 1 }
}
