/** Computes which parts of a policy its scenarios exercise. */
import type { Bundle } from "@hearback/core"
import { type Place, placeOf } from "../../answer/Place.ts"
import type { Observed } from "../scenario/Observations.ts"
import { coveredBy } from "./CoveredItems.ts"
import { type CoverageKind, type CoveredPart, type Item, kinds } from "./Item.ts"
import { subjectOf } from "./Items.ts"

export { type CoverageKind, type CoveredPart, kinds }

/** A share of what can be covered. */
export interface Share {
  readonly covered: number
  readonly all: number
  /** Whole percent, rounded down: 100 means everything. If there is nothing to cover, it is 100. */
  readonly percent: number
}

interface Uncovered extends Pick<Item, "key" | "kind" | "part" | "rule" | "about"> {
  readonly place?: Place
}

/** The coverage of a policy. */
export interface Coverage extends Share {
  readonly kinds: Readonly<Record<CoverageKind, Share>>
  /** Uncovered items in the order of the kinds, then of the policy. */
  readonly uncovered: readonly (Uncovered & { readonly item: Item })[]
}

/** Returns the coverage of a policy by what was observed in scenarios. */
export const coverageOf = (bundle: Bundle.Bundle, observed: readonly Observed[]): Coverage => {
  const subject = subjectOf(bundle)
  const covered = new Set(observed.flatMap((one) => [...coveredBy(subject, one)]))
  const shareOf = (items: readonly Item[]): Share => {
    const count = items.filter(({ key }) => covered.has(key)).length
    const percent = items.length === 0 ? 100 : Math.floor((100 * count) / items.length)
    return { covered: count, all: items.length, percent }
  }
  const byKind = (kind: CoverageKind): readonly Item[] => subject.items.filter((item) => item.kind === kind)
  const uncovered = kinds.flatMap((kind) =>
    byKind(kind).flatMap((item) => {
      const { key, part, rule, about } = item
      if (covered.has(key)) return []
      const place = placeOf(subject.policy, rule)
      return [{ key, kind, part, rule, item, ...(about !== undefined && { about }), ...(place && { place }) }]
    })
  )
  const shares = Object.fromEntries(kinds.map((kind) => [kind, shareOf(byKind(kind))])) as Record<CoverageKind, Share>
  return { ...shareOf(subject.items), kinds: shares, uncovered }
}
