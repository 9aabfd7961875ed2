/**
 * Counts measures as known at the end of a period and as known now. Cases without a difference are counted once for
 * both.
 */
import type { KnownCase } from "../story/Known.ts"
import type { Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import { addTotals } from "./Figures.ts"
import type { GroupOf } from "./Grouping.ts"
import { type GroupName, type MeasureCounts, makeMeasureCounts } from "./MeasureCounts.ts"

type Counted = Pick<MeasureCounts, "totals" | "groups">

/** Counts of both kinds. */
export interface KnownCounts {
  take(known: KnownCase<CaseSummary>): void
  readonly atEnd: Counted
  readonly now: Counted
}

/** Begins to count the measures of a period, in total and by group. */
export const makeKnownCounts = (period: Period, now: number, groupOf?: GroupOf): KnownCounts => {
  const [both, then, later] = [0, 1, 2].map(() => makeMeasureCounts(period, now, groupOf)) as [
    MeasureCounts,
    MeasureCounts,
    MeasureCounts
  ]
  // The result is cached, because it is requested twice without further counting.
  let wholes: ReturnType<MeasureCounts["totals"]> | undefined
  let parts: ReturnType<MeasureCounts["groups"]> | undefined
  let named: GroupName | undefined
  const withBoth = (other: MeasureCounts): Counted => ({
    totals: () => {
      wholes ??= both.totals()
      return addTotals(wholes, other.totals())
    },
    groups: (nameOf) => {
      if (nameOf !== named) parts = undefined
      named = nameOf
      parts ??= both.groups(nameOf)
      const groups = new Map(parts)
      for (const [name, totals] of other.groups(nameOf)) groups.set(name, addTotals(groups.get(name) ?? [], totals))
      return groups
    }
  })
  return {
    take: ({ atEnd, now: summary }) => {
      wholes = parts = undefined
      if (atEnd === summary) return both.take(summary)
      if (atEnd !== undefined) then.take(atEnd)
      later.take(summary)
    },
    atEnd: withBoth(then),
    now: withBoth(later)
  }
}
