/** Totals of what was granted in a period, by the role whose limit allowed it. */
import { defined } from "@hearback/core"
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import type { Grant } from "../summary/Grants.ts"

/** Units: `sum` in minor units of the currency (`compensate`), basis points (`discount`), units (`grant`). */
export interface GrantTotal extends Pick<Grant, "role" | "power" | "currency"> {
  readonly times: number
  readonly sum: number
}

export interface GrantTotals {
  take(summary: CaseSummary): void
  /** In order of role and power. */
  totals(): readonly GrantTotal[]
}

/** Begins to sum up the grants of a period, case by case. Each grant counts when it was given. */
export const makeGrantTotals = (period: Period): GrantTotals => {
  const sums = new Map<string, GrantTotal>()
  return {
    take: ({ grants }) => {
      for (const { at, role, power, currency, amount } of grants) {
        if (!isWithin(period, at)) continue
        const key = JSON.stringify([role, power, currency])
        const { times, sum } = sums.get(key) ?? { times: 0, sum: 0 }
        sums.set(key, defined({ role, power, currency, times: times + 1, sum: sum + amount }))
      }
    },
    totals: () => [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  }
}
