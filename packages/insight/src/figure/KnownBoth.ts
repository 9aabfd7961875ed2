/** What is counted of cases as known at the end of a period and as known now. Cases that are known the same count once for both. */
import type { KnownCase } from "../story/Known.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"

/** Counts case by case. */
export interface CaseCounter<Self> {
  take(summary: CaseSummary): void
  /** Adds what another one has counted, of other cases. */
  add(other: Self): void
}

export interface KnownBoth<C> {
  take(known: KnownCase<CaseSummary>): void
  /** Returns what all cases come to, as they were known then or are known now. */
  as(knowledge: keyof KnownCase<CaseSummary>): C
}

/** Begins to count; `make` begins a counter. */
export const makeKnownBoth = <C extends CaseCounter<C>>(make: () => C): KnownBoth<C> => {
  const [both, atEnd, now] = [make(), make(), make()]
  let isOneKnowledge = true
  return {
    take: (known) => {
      if (known.atEnd === known.now) return both.take(known.now)
      isOneKnowledge = false
      if (known.atEnd !== undefined) atEnd.take(known.atEnd)
      now.take(known.now)
    },
    as: (knowledge) => {
      if (isOneKnowledge) return both
      const all = make()
      all.add(both)
      all.add(knowledge === "now" ? now : atEnd)
      return all
    }
  }
}
