/** Shares of counts, and tests on counts. */
import { betaBelow } from "../numeric/Beta.ts"
import { normalQuantile } from "../numeric/Normal.ts"
import type { ConfidenceInterval } from "./Interval.ts"

/** Returns the interval of a share with `hits` of `of`.  Source: Wilson 1927. */
export const wilson = (hits: number, of: number, level = 0.95): ConfidenceInterval => {
  if (of === 0) return { low: 0, high: 1 }
  const z = normalQuantile(0.5 + level / 2)
  const share = hits / of
  const middle = share + z ** 2 / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  const whole = 1 + z ** 2 / of
  // With all or no hits, the bound is 1 or 0, which the sum misses by rounding.
  return {
    low: hits === 0 ? 0 : Math.max(0, (middle - reach) / whole),
    high: hits === of ? 1 : Math.min(1, (middle + reach) / whole)
  }
}

/** Returns the probability that at most `hits` of `of` trials succeed, each with probability `share`. */
export const binomialBelow = (hits: number, of: number, share: number): number => {
  if (hits < 0) return 0
  return hits >= of ? 1 : betaBelow(of - hits, hits + 1, 1 - share, share)
}

/**
 * Returns the probability of so uneven a split by chance alone: of pairs that changed, `won` in one direction and
 * `lost` in the other.
 * Source: McNemar's test, exact and two-sided.
 */
export const mcNemar = (won: number, lost: number): number => {
  const pairs = won + lost
  return pairs === 0 ? 1 : Math.min(1, 2 * binomialBelow(Math.min(won, lost), pairs, 0.5))
}

/** Returns probabilities that are valid for several tests together, in the same order.  Source: Holm 1979. */
export const holm = (probabilities: readonly number[]): readonly number[] => {
  const order = probabilities.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p || a.i - b.i)
  const adjusted = new Array<number>(probabilities.length).fill(1)
  let least = 0
  for (const [rank, { p, i }] of order.entries()) {
    least = Math.max(least, Math.min(1, p * (order.length - rank)))
    adjusted[i] = least
  }
  return adjusted
}
