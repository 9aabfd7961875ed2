/** Data points, from which measures are computed, and their tallies, which can be added. */

/** The shape of a figure: a count, a share, a mean, a median, or a net score (points for minus points against). */
export type FigureShape = "count" | "share" | "mean" | "median" | "net"

/**
 * One observation of a case at an instant; it belongs to the period of the instant.
 * Units: `value` 0 or 1 for a share, -1, 0 or 1 for a net score, ms for a median.
 */
export interface DataPoint {
  readonly at: number
  readonly value: number
  /** The gate, if the whole is measured as well. */
  readonly gate?: string
  /** Why it is counted apart from the figure. */
  readonly apart?: Apart
}

/**
 * Why a data point is counted apart. `refuted`: a miss that a late record has corrected. `earlier-deadline`: a miss
 * of a deadline that a new grade, date or version has replaced. `overtaken`: an answer `satisfied` before a
 * reopening. `on-behalf`: an answer that the staff entered for the customer.
 */
export type Apart = (typeof aparts)[number]
const aparts = ["refuted", "earlier-deadline", "overtaken", "on-behalf"] as const

/** Returns a count for each reason to count a data point apart. */
export const eachApart = (count: (apart: Apart) => number): Readonly<Record<Apart, number>> =>
  Object.fromEntries(aparts.map((apart) => [apart, count(apart)])) as Record<Apart, number>

/** The sum of a measure's data points.  Invariant: `values` ascend; only medians keep them. */
export interface Tally {
  readonly cases: number
  readonly sum: number
  readonly values: readonly number[]
  readonly apart: Readonly<Record<Apart, number>>
}

/** A tally without data points. */
export const emptyTally: Tally = {
  cases: 0,
  sum: 0,
  values: [],
  apart: eachApart(() => 0)
}

/** Returns the tally of two sets of cases without common cases. */
export const addTallies = (one: Tally, other: Tally): Tally => ({
  cases: one.cases + other.cases,
  sum: one.sum + other.sum,
  values: inOrder(one.values, other.values),
  apart: eachApart((apart) => one.apart[apart] + other.apart[apart])
})

/** Merges two sorted lists, one of which is mostly empty. */
const inOrder = (one: readonly number[], other: readonly number[]): readonly number[] => {
  if (other.length === 0) return one
  return one.length === 0 ? other : [...one, ...other].sort((x, y) => x - y)
}

/**
 * Returns the value of a tally; undefined without cases, which is neither 0 nor 100 %. A count of none is 0.
 * Units: 0 to 1 for a share, -100 to 100 for a net score, ms for a median.
 */
export const tallyValue = (shape: FigureShape, { cases, sum, values }: Tally): number | undefined => {
  if (shape === "count") return cases
  if (cases === 0) return undefined
  switch (shape) {
    case "share":
    case "mean":
      return sum / cases
    case "net":
      return (sum / cases) * 100
    case "median": {
      const [low, high] = [values[(cases - 1) >> 1] ?? 0, values[cases >> 1] ?? 0]
      return Math.round((low + high) / 2)
    }
  }
}

/** The percentiles of durations. */
export const percentiles = [75, 90, 95] as const
/** One of these percentiles. */
export type Percentile = (typeof percentiles)[number]

/** Returns the shortest duration within which a percentage of all lie; undefined if none are kept. */
export const percentileOf = ({ values }: Tally, percent: Percentile): number | undefined =>
  values[Math.ceil((values.length * percent) / 100) - 1]
