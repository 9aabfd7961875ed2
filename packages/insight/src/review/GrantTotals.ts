/** Totals of what was granted in a period, by the role whose limit allowed it. */
import { defined, Text } from "@hearback/core"
import { momentsOf, type Story } from "../story/CaseStory.ts"
import { isWithin, type Period } from "../story/Period.ts"

/** Units: `sum` in minor units of the currency (`compensate`), basis points (`discount`), units (`grant`). */
export interface GrantTotal {
  readonly role: string
  readonly power: "compensate" | "discount" | "grant"
  /** For money alone. */
  readonly currency?: string
  readonly times: number
  readonly sum: number
}

const powers = { compensated: "compensate", discounted: "discount", "resources-granted": "grant" } as const

export interface GrantTotals {
  take(story: Story): void
  /** In order of role and power. */
  totals(): readonly GrantTotal[]
}

/** Begins to sum up the grants of a period, case by case. Each grant counts when it was given. */
export const makeGrantTotals = (period: Period): GrantTotals => {
  const sums = new Map<string, GrantTotal>()
  return {
    take: (story) => {
      for (const { event } of momentsOf(story, "compensated", "discounted", "resources-granted")) {
        if (!isWithin(period, event.at)) continue
        const { bundle } = story.policy
        const power = powers[event.event]
        const role = Text.limitAt(bundle, event.why ?? "")?.role ?? ""
        const currency = power === "compensate" ? bundle.currency?.code : undefined
        const key = JSON.stringify([role, power, currency])
        const { times, sum } = sums.get(key) ?? { times: 0, sum: 0 }
        sums.set(key, defined({ role, power, currency, times: times + 1, sum: sum + event.amount }))
      }
    },
    totals: () => [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  }
}
