/**
 * Whether work piles up, so that a mean would be one of a growing heap. Two signs tell, with one replication as with
 * many: somebody is never free while the heap grows; or the heap grows day by day from the beginning, whoever is free.
 */
import { average, variance } from "./Interval.ts"
import { studentQuantile } from "./StudentT.ts"

export interface Piling {
  /** How many there were on each day from empty desks on, for each replication. */
  readonly series: readonly (readonly number[])[]
  /** How busy the busiest are, of their time on shift. */
  readonly busiest: number
}

/** Whoever is busier has no time left in which a heap could be worked off. */
const neverFree = 0.97

/** In less time an empty desk that fills is not told from a heap that grows. */
const fewestDays = 28

export const isSaturated = ({ series, busiest }: Piling): boolean => {
  const days = Math.min(...series.map(({ length }) => length))
  if (series.length === 0 || days < 4) return false
  const whole = Array.from({ length: days }, (_, day) => average(series.map((one) => one[day] ?? 0)))
  const [second, last] = [quarter(whole, 1), quarter(whole, 3)]
  const [before, now] = [average(second), average(last)]
  if (now <= 1) return false
  if (busiest >= neverFree) return now > 1.1 * before
  // A heap that grows evenly is 7/3 times as high in the last quarter as in the second, and never falls back.
  return days >= fewestDays && now > 1.7 * before && Math.min(...last) > Math.max(...second) && isSure(series)
}

const quarter = (days: readonly number[], i: number): readonly number[] =>
  days.slice(Math.floor((i * days.length) / 4), Math.floor(((i + 1) * days.length) / 4))

/** It grows in replication after replication; where they are few, in each of them by half at least. */
const isSure = (series: readonly (readonly number[])[]): boolean => {
  const befores = series.map((one) => average(quarter(one, 1)))
  const rises = series.map((one, i) => average(quarter(one, 3)) - (befores[i] ?? 0))
  if (rises.length < 4) return rises.every((rise, i) => rise > (befores[i] ?? 0) / 2)
  const spread = Math.sqrt(variance(rises) / rises.length)
  return average(rises) > studentQuantile(0.999, rises.length - 1) * spread
}
