/** Data points, of which measures are made, and tallies of them, which can be added to each other. */

/** The shape of a figure: a count, a share, a mean, a median, or a net score (points for less points against). */
export type FigureShape = "count" | "share" | "mean" | "median" | "net"

/**
 * Something that a case shows at one instant; it belongs to the period in which the instant lies.
 * Units: `value` 0 or 1 for a share, -1, 0 or 1 for a net score, ms for a median.
 */
export interface DataPoint {
  readonly at: number
  readonly value: number
  /** Of one gate, where the whole is measured as well. */
  readonly gate?: string
  /** Counted beside the figure, never in it. */
  readonly apart?: Apart
}

/**
 * `refuted`: a miss that a late record has shown to be none. `earlier-deadline`: a miss of a deadline that a new
 * grade, date or version has since replaced. `overtaken`: an answer `satisfied` that a reopening has made void.
 * `on-behalf`: an answer that the staff entered for the customer.
 */
export type Apart = (typeof aparts)[number]
const aparts = ["refuted", "earlier-deadline", "overtaken", "on-behalf"] as const

export const eachApart = (count: (apart: Apart) => number): Readonly<Record<Apart, number>> =>
  Object.fromEntries(aparts.map((apart) => [apart, count(apart)])) as Record<Apart, number>

/** The data points of a measure, added up.  Invariant: `values` ascend; only medians keep them. */
export interface Tally {
  readonly cases: number
  readonly sum: number
  readonly values: readonly number[]
  readonly apart: Readonly<Record<Apart, number>>
}

export const emptyTally: Tally = {
  cases: 0,
  sum: 0,
  values: [],
  apart: eachApart(() => 0)
}

/** Returns the tally of two sets of cases that share none. */
export const addTallies = (one: Tally, other: Tally): Tally => ({
  cases: one.cases + other.cases,
  sum: one.sum + other.sum,
  values: inOrder(one.values, other.values),
  apart: eachApart((apart) => one.apart[apart] + other.apart[apart])
})

/** Of two lists one is mostly empty. */
const inOrder = (one: readonly number[], other: readonly number[]): readonly number[] => {
  if (other.length === 0) return one
  return one.length === 0 ? other : [...one, ...other].sort((x, y) => x - y)
}

/**
 * Returns what a tally comes to; undefined where no case belongs, which is neither 0 nor 100%. A count of none is 0.
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

/** The shares of all lengths that percentiles tell of. */
export const percentiles = [75, 90, 95] as const
export type Percentile = (typeof percentiles)[number]

/** Returns the shortest length within which so many percent of all lie; undefined where none are kept. */
export const percentileOf = ({ values }: Tally, percent: Percentile): number | undefined =>
  values[Math.ceil((values.length * percent) / 100) - 1]
