/**
 * Values kept by their size, a bin for each half percent: quantiles to within that of millions of values in a few
 * hundred numbers. Sketches of replications add up.  Source: DDSketch, Masson, Rim and Lee 2019.
 */

import type { Interval } from "./Interval.ts"
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

export const merge = (sketches: readonly Sketch[]): Sketch => {
  const all = makeSketch()
  for (const { count, zeros, bins } of sketches) {
    all.count += count
    all.zeros += zeros
    for (const [bin, many] of bins) all.bins.set(bin, (all.bins.get(bin) ?? 0) + many)
  }
  return all
}

const inOrder = ({ bins }: Sketch): readonly (readonly [number, number])[] => [...bins].sort(([a], [b]) => a - b)

/** Returns the value of a rank, counted from 1. */
const valueAt = (sketch: Sketch, rank: number): number => {
  let below = sketch.zeros
  if (rank <= below) return 0
  let last = 0
  for (const [bin, many] of inOrder(sketch)) {
    last = middleOf(bin)
    below += many
    if (rank <= below) return last
  }
  return last
}

/** Returns how many values are at most this one, as far as bins tell. */
export const countUpTo = (sketch: Sketch, value: number): number => {
  let below = sketch.zeros
  for (const [bin, many] of sketch.bins) if (middleOf(bin) <= value) below += many
  return below
}

const rankOf = (share: number, count: number): number => Math.min(count, Math.max(1, Math.ceil(share * count)))

/** Returns the value below which a share of the values lies. */
export const quantile = (sketch: Sketch, share: number): number => valueAt(sketch, rankOf(share, sketch.count))

/** The shares within which the rank of a quantile lies. */
export const quantileBetween = (sketch: Sketch, { low, high }: Interval): Interval => ({
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
