/** Series of numbers over time: where the beginning ends, and whether numbers depend on their predecessors. */
import { average, type EstimatedValue, meanOver } from "./Interval.ts"

/**
 * Returns how many numbers of the beginning to leave out, so that the mean of the rest is known best. The last half
 * is never left out: if the minimum is there, the series is too short, and half is returned.
 * Source: MSER-5, White, Cobb and Spratt 2000.
 */
export const warmUpLength = (series: readonly number[], batch = 5): number => {
  const means = batchesOf(series, Math.floor(series.length / batch))
  let [best, at] = [Number.POSITIVE_INFINITY, 0]
  let [sum, squares] = [0, 0]
  for (let from = means.length - 1; from >= 0; from--) {
    const value = means[from] ?? 0
    sum += value
    squares += value ** 2
    const left = means.length - from
    const error = (squares - sum ** 2 / left) / left ** 2
    // Rounding can leave values below 0; with equal errors the earliest position leaves most numbers.
    if (from <= means.length / 2 && Math.max(0, error) <= best) [best, at] = [Math.max(0, error), from]
  }
  return at * batch
}

/** Returns the means of `count` batches of equal length; the rest at the end is in none. */
const batchesOf = (series: readonly number[], count: number): readonly number[] => {
  const length = count === 0 ? 0 : Math.floor(series.length / count)
  return Array.from({ length: count }, (_, i) => average(series.slice(i * length, (i + 1) * length)))
}

/** The mean of batches. */
export interface BatchMeans extends EstimatedValue {
  /** The correlation of a batch with the next, −1 to 1; the interval is valid if it is near 0. */
  readonly lag1: number
}

/** Returns the mean of one long run from the means of its batches. */
export const batchMeans = (series: readonly number[], count = 20, level = 0.95): BatchMeans => {
  const means = batchesOf(series, count)
  return { ...meanOver(means, level), lag1: lag1(means) }
}

/** Returns the correlation of each number with the next. */
export const lag1 = (series: readonly number[]): number => {
  const middle = average(series)
  const whole = series.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  if (whole === 0) return 0
  return series.slice(1).reduce((sum, value, i) => sum + (value - middle) * ((series[i] ?? 0) - middle), 0) / whole
}
