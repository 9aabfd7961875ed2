/**
 * Values kept by their size, a bin for each half percent: quantiles to within that of millions of values in a few
 * hundred numbers. Sketches of replications add up.  Source: DDSketch, Masson, Rim and Lee 2019.
 */

import type { ConfidenceInterval } from "./Interval.ts"
import { binomialBelow } from "./Proportion.ts"

/** How far a value may lie from the middle of its bin, as a share of it. */
const accuracy = 0.0025
const base = (1 + accuracy) / (1 - accuracy)
const perBin = Math.log(base)

export interface Sketch {
  count: number
  /** How many values are 0, or less than the smallest that is told apart. */
  zeros: number
  /** How many values lie in each bin. */
  readonly bins: Map<number, number>
}

export const makeSketch = (): Sketch => ({ count: 0, zeros: 0, bins: new Map() })

const smallest = 1e-9

/** Returns the bin of a value; undefined for 0, and for what is too small to be told from it. */
export const binOf = (value: number): number | undefined =>
  value < smallest ? undefined : Math.ceil(Math.log(value) / perBin)

const middleOf = (bin: number): number => (2 * base ** bin) / (base + 1)

/** Counts one more value, by its bin. */
export const addTo = (sketch: Sketch, bin: number | undefined): void => {
  sketch.count += 1
  if (bin === undefined) sketch.zeros += 1
  else sketch.bins.set(bin, (sketch.bins.get(bin) ?? 0) + 1)
}

/** Bins with how many values each holds. */
type Bins = Iterable<readonly [number, number]>

/** Values in the order of their size. */
export interface Ranked {
  readonly count: number
  readonly zeros: number
  readonly bins: readonly number[]
  /** How many values lie in each of the bins or below it. */
  readonly upTo: readonly number[]
}

/** Orders values once, however many ranks are asked for. */
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

export const merge = (all: readonly (Omit<Sketch, "bins"> & { readonly bins: Bins })[]): Ranked => {
  const whole = makeSketch()
  for (const { count, zeros, bins } of all) {
    whole.count += count
    whole.zeros += zeros
    for (const [bin, many] of bins) whole.bins.set(bin, (whole.bins.get(bin) ?? 0) + many)
  }
  return ranked(whole)
}

/** Returns the place of the first that is large enough in what rises; the length where none is. */
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

/** Returns how many values are at most this one, as far as bins tell. */
export const countUpTo = ({ zeros, bins, upTo }: Ranked, value: number): number =>
  upTo[firstOf(bins, (bin) => middleOf(bin) > value) - 1] ?? zeros

const rankOf = (share: number, count: number): number => Math.min(count, Math.max(1, Math.ceil(share * count)))

/** Returns the value below which a share of the values lies. */
export const quantile = (sketch: Ranked, share: number): number => valueAt(sketch, rankOf(share, sketch.count))

/** The shares within which the rank of a quantile lies. */
export const quantileBetween = (sketch: Ranked, { low, high }: ConfidenceInterval): ConfidenceInterval => ({
  low: low <= 0 ? 0 : quantile(sketch, low),
  high: valueAt(sketch, Math.min(sketch.count, Math.floor(Math.min(1, high) * sketch.count) + 1))
})

/**
 * Returns between which ranks the quantile of independent values lies; ranks count from 1, and beyond the sample there is
 * no bound.  Source: order statistics, exact by the binomial distribution (David and Nagaraja 2003, §7.1).
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
