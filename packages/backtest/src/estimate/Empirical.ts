/** Turns observed values into a distribution: the values themselves, or their quantiles if there are many. */
import type { Distribution } from "@hearback/simulation"

/** With more values than this, only this many quantiles are kept. */
const most = 200

/** Returns the distribution of observed values. */
export const empirical = (values: readonly number[]): Distribution => {
  const sorted = [...values].sort((a, b) => a - b)
  const kept =
    sorted.length <= most
      ? sorted
      : Array.from({ length: most }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / most)] ?? 0)
  return { kind: "empirical", values: kept }
}

/** Returns the median. */
export const half = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
