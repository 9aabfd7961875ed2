/**
 * Detects whether work piles up, so that a mean would only grow with the length of the run. There are two signs, for
 * one replication as for many: a person is never free while the open cases increase; or the open cases increase day
 * by day from the beginning, even if people are free.
 */
import { average, variance } from "./Interval.ts"
import { studentQuantile } from "./StudentT.ts"

/** What shows whether work piles up. */
export interface Piling {
  /** The number of open cases on each day from the beginning, for each replication. */
  readonly series: readonly (readonly number[])[]
  /** How busy the busiest people are, as a share of their time on shift. */
  readonly busiest: number
}

/** Above this share, no time is left to reduce the open cases. */
const neverFree = 0.97

/** The fewest days, because in less time a desk that fills cannot be distinguished from work that piles up. */
const fewestDays = 28

/** Returns whether work piles up. */
export const isSaturated = ({ series, busiest }: Piling): boolean => {
  const days = Math.min(...series.map(({ length }) => length))
  if (series.length === 0 || days < 4) return false
  const whole = Array.from({ length: days }, (_, day) => average(series.map((one) => one[day] ?? 0)))
  const [second, last] = [quarter(whole, 1), quarter(whole, 3)]
  const [before, now] = [average(second), average(last)]
  if (now <= 1) return false
  if (busiest >= neverFree) return now > 1.1 * before
  // If the number grows evenly, it is 7/3 times as high in the last quarter as in the second, and never falls back.
  return days >= fewestDays && now > 1.7 * before && Math.min(...last) > Math.max(...second) && isSure(series)
}

const quarter = (days: readonly number[], i: number): readonly number[] =>
  days.slice(Math.floor((i * days.length) / 4), Math.floor(((i + 1) * days.length) / 4))

/** Returns whether it grows in most replications; with few of them, by half at least in each. */
const isSure = (series: readonly (readonly number[])[]): boolean => {
  const befores = series.map((one) => average(quarter(one, 1)))
  const rises = series.map((one, i) => average(quarter(one, 3)) - (befores[i] ?? 0))
  if (rises.length < 4) return rises.every((rise, i) => rise > (befores[i] ?? 0) / 2)
  const spread = Math.sqrt(variance(rises) / rises.length)
  return average(rises) > studentQuantile(0.999, rises.length - 1) * spread
}
