/**
 * Counts cases as known at the end of a period and as known now. Cases without a difference are counted once for
 * both.
 */
import type { KnownCase } from "../story/Known.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"

/** A counter of cases, to which the counts of another counter can be added. */
export interface CaseCounter<Self> {
  take(summary: CaseSummary): void
  /** Adds the counts of another counter, which has counted other cases. */
  add(other: Self): void
}

/** Counts of both kinds of knowledge. */
export interface KnownBoth<C> {
  take(known: KnownCase<CaseSummary>): void
  /** Returns the counts of all cases, as known at the end of the period or as known now. */
  as(knowledge: keyof KnownCase<CaseSummary>): C
}

/** Begins to count both kinds of knowledge; `make` creates an empty counter. */
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
