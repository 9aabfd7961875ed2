/** Estimates a number from independent replications: a value with an interval. */
import { studentBelow, studentQuantile } from "./StudentT.ts"

/** A confidence interval. */
export interface ConfidenceInterval {
  readonly low: number
  readonly high: number
}

/** A value with half the width of its interval; infinite for a single replication, which shows no variation. */
export interface EstimatedValue {
  readonly value: number
  readonly halfWidth: number
}

/** Returns the mean of values. */
export const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Returns the variance of a sample of at least two. */
export const variance = (values: readonly number[]): number => {
  const middle = average(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
}

/** Returns the mean of values from independent replications. */
export const meanOver = (values: readonly number[], level = 0.95): EstimatedValue => {
  const { length } = values
  const value = average(values)
  if (length < 2) return { value, halfWidth: Number.POSITIVE_INFINITY }
  const spread = Math.sqrt(variance(values) / length)
  return { value, halfWidth: spread === 0 ? 0 : studentQuantile(0.5 + level / 2, length - 1) * spread }
}

/** The part of one replication: a sum and its denominator. */
export interface RatioPart {
  readonly sum: number
  readonly of: number
}

/**
 * Returns the mean of everything that was counted, in all replications together. Replications with more values count
 * for more; the interval depends on how much each differs from the whole.  Source: the ratio estimator, Cochran 1977,
 * §6.
 */
export const ratioOver = (parts: readonly RatioPart[], level = 0.95): EstimatedValue => {
  const { length } = parts
  const of = parts.reduce((total, part) => total + part.of, 0)
  const value = parts.reduce((total, part) => total + part.sum, 0) / of
  if (length < 2) return { value, halfWidth: Number.POSITIVE_INFINITY }
  const squares = parts.reduce((total, part) => total + (part.sum - value * part.of) ** 2, 0)
  const spread = Math.sqrt(squares / (length - 1) / length) / (of / length)
  return { value, halfWidth: spread === 0 ? 0 : studentQuantile(0.5 + level / 2, length - 1) * spread }
}

/** Returns the two-sided probability of so large a difference if there is none. */
export const pairedProbability = (differences: readonly number[]): number => {
  const { length } = differences
  if (length < 2) return 1
  const spread = Math.sqrt(variance(differences) / length)
  const middle = average(differences)
  if (spread === 0) return middle === 0 ? 1 : 0
  return 2 * studentBelow(-Math.abs(middle / spread), length - 1)
}
