/** Adds up what was granted in a period, by the role whose limit allowed it. */
import { defined } from "@hearback/core"
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import type { Grant } from "../summary/Grants.ts"

/**
 * The total of grants.  Units: `sum` in minor units of the currency (`compensate`), basis points (`discount`), units
 * (`grant`).
 */
export interface GrantTotal extends Pick<Grant, "role" | "power" | "currency"> {
  readonly times: number
  readonly sum: number
}

/** Adds up grants. */
export interface GrantTotals {
  take(summary: CaseSummary): void
  /** Returns the totals, sorted by role and power. */
  totals(): readonly GrantTotal[]
  add(other: GrantTotals): void
}

/** Begins to add up the grants of a period, case by case. Each grant counts when it was given. */
export const makeGrantTotals = (period: Period): GrantTotals => {
  const sums = new Map<string, GrantTotal>()
  const add = (of: Pick<GrantTotal, "role" | "power" | "currency">, times: number, sum: number): void => {
    const { role, power, currency } = of
    const key = JSON.stringify([role, power, currency])
    const known = sums.get(key) ?? { times: 0, sum: 0 }
    sums.set(key, defined({ role, power, currency, times: known.times + times, sum: known.sum + sum }))
  }
  return {
    take: ({ grants }) => {
      for (const grant of grants) if (isWithin(period, grant.at)) add(grant, 1, grant.amount)
    },
    add: (other) => {
      for (const total of other.totals()) add(total, total.times, total.sum)
    },
    totals: () => [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  }
}
