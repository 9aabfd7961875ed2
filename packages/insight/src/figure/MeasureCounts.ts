/**
 * Measures counted case by case: what is kept grows with the number of figures, and with the lengths of time that medians
 * need, not with what happened in the cases.
 */
import { measures } from "../measure/MeasureList.ts"
import type * as MeasureName from "../measure/MeasureName.ts"
import type { PointKind } from "../measure/PointKind.ts"
import { emptyTally, type FigureShape, makeCounter, type Tally, type TallyCounter } from "../measure/Tally.ts"
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import type { GroupOf } from "./Grouping.ts"

/** The total of a measure in a period, before it is judged; totals of disjoint sets of cases add up. */
export interface MeasureTotal {
  readonly name: MeasureName.MeasureName
  readonly shape: FigureShape
  readonly tally: Tally
}

export interface MeasureCounts {
  /** Counts a case. */
  take(summary: CaseSummary): void
  /** Every measure, each with one gate's part beside the whole where it has such parts. */
  totals(): readonly MeasureTotal[]
  /** The same of each group, where a grouping was asked for. */
  groups(): ReadonlyMap<string, readonly MeasureTotal[]>
}

/** Begins to count the measures of a period, as a whole and by group. */
export const makeMeasureCounts = (period: Period, now: number, groupOf?: GroupOf): MeasureCounts => {
  const whole: Counts = []
  const groups = new Map<string, Counts>()
  let [lastGroup, lastCounts]: [string | undefined, Counts] = [undefined, []]
  const countsOf = (group: string): Counts => {
    // Points of one case are mostly of one group.
    if (group === lastGroup) return lastCounts
    const counts = groups.get(group) ?? []
    groups.set(group, counts)
    ;[lastGroup, lastCounts] = [group, counts]
    return counts
  }
  return {
    take: (summary) => {
      let group: Counts | undefined
      summary.eachPoint((kind, at, value) => {
        if (!isWithin(period, at) || at > now) return
        counterIn(whole, kind).add(value, kind.apart)
        if (groupOf === undefined) return
        if (group === undefined || groupOf.isOfInstant === true) group = countsOf(groupOf(summary, at))
        counterIn(group, kind).add(value, kind.apart)
      })
    },
    totals: () => totalsOf(whole),
    groups: () => new Map([...groups].map(([group, counts]) => [group, totalsOf(counts)]))
  }
}

/** By the place of the kind; a kind that is not met has none. */
type Counts = (Counted | undefined)[]

interface Counted extends TallyCounter {
  readonly kind: PointKind
}

const counterIn = (counts: Counts, kind: PointKind): Counted => {
  const known = counts[kind.place]
  if (known !== undefined) return known
  const made = { ...makeCounter(measures[kind.measure]?.shape ?? "count"), kind }
  counts[kind.place] = made
  return made
}

const totalsOf = (counts: Counts): readonly MeasureTotal[] => {
  const met = counts.filter((one) => one !== undefined)
  return measures.flatMap(({ name: measure, shape }, index) => {
    const all = met.filter(({ kind }) => kind.measure === index)
    const whole = all.find(({ kind }) => kind.gate === undefined)?.tally() ?? emptyTally
    const gates = all.flatMap(({ kind: { gate }, tally }) =>
      gate === undefined ? [] : [{ name: { measure, gate }, shape, tally: tally() }]
    )
    return [{ name: { measure }, shape, tally: whole }, ...gates.sort((a, b) => (a.name.gate < b.name.gate ? -1 : 1))]
  })
}
