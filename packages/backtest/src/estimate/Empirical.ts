/** What was seen, as a distribution: the values themselves, or where there are many their quantiles. */
import type { Distribution } from "@hearback/simulation"

/** So many quantiles tell as much as any number of values. */
const most = 200

export const empirical = (values: readonly number[]): Distribution => {
  const sorted = [...values].sort((a, b) => a - b)
  const kept =
    sorted.length <= most
      ? sorted
      : Array.from({ length: most }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / most)] ?? 0)
  return { kind: "empirical", values: kept }
}

/** Returns the value that half do not exceed. */
export const half = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
