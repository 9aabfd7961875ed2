/** Measures as known at the end of a period and as known now. Cases that are known the same count once for both. */
import type { KnownCase } from "../story/Known.ts"
import type { Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import { addTotals } from "./Figures.ts"
import type { GroupOf } from "./Grouping.ts"
import { type MeasureCounts, makeMeasureCounts } from "./MeasureCounts.ts"

type Counted = Pick<MeasureCounts, "totals" | "groups">

export interface KnownCounts {
  take(known: KnownCase<CaseSummary>): void
  readonly atEnd: Counted
  readonly now: Counted
}

/** Begins to count the measures of a period, as a whole and by group. */
export const makeKnownCounts = (period: Period, now: number, groupOf?: GroupOf): KnownCounts => {
  const [both, then, later] = [0, 1, 2].map(() => makeMeasureCounts(period, now, groupOf)) as [
    MeasureCounts,
    MeasureCounts,
    MeasureCounts
  ]
  const withBoth = (other: MeasureCounts): Counted => ({
    totals: () => addTotals(both.totals(), other.totals()),
    groups: () => {
      const groups = new Map(both.groups())
      for (const [name, totals] of other.groups()) groups.set(name, addTotals(groups.get(name) ?? [], totals))
      return groups
    }
  })
  return {
    take: ({ atEnd, now: summary }) => {
      if (atEnd === summary) return both.take(summary)
      if (atEnd !== undefined) then.take(atEnd)
      later.take(summary)
    },
    atEnd: withBoth(then),
    now: withBoth(later)
  }
}
