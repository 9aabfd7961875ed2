/**
 * Counts measures case by case. Memory grows with the number of figures, and with the durations that medians need,
 * not with the number of events.
 */
import { measures } from "../measure/MeasureList.ts"
import type * as MeasureName from "../measure/MeasureName.ts"
import { emptyTally, type FigureShape, type Tally } from "../measure/Tally.ts"
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import type { GroupOf } from "./Grouping.ts"
import { PointCounts } from "./PointCounts.ts"

/** The total of a measure in a period, before it is judged. Totals of disjoint sets of cases can be added. */
export interface MeasureTotal {
  readonly name: MeasureName.MeasureName
  readonly shape: FigureShape
  readonly tally: Tally
}

/** Counts measures. */
export interface MeasureCounts {
  /** Counts a case. */
  take(summary: CaseSummary): void
  /** Returns every measure; a measure of gates also has a part for each gate. */
  totals(): readonly MeasureTotal[]
  /** The same of each group, where a grouping was asked for. Groups that `nameOf` gives the same name are one. */
  groups(nameOf?: GroupName): ReadonlyMap<string, readonly MeasureTotal[]>
}

/** Returns the name of a group. */
export type GroupName = (group: string) => string

/** Begins to count the measures of a period, in total and by group. */
export const makeMeasureCounts = (period: Period, now: number, groupOf?: GroupOf): MeasureCounts => {
  const whole = new PointCounts()
  const groups = new Map<string, PointCounts>()
  let [lastGroup, lastCounts]: [string | undefined, PointCounts] = [undefined, whole]
  const countsOf = (group: string): PointCounts => {
    // Points of one case mostly have one group.
    if (group === lastGroup) return lastCounts
    const counts = groups.get(group) ?? new PointCounts()
    groups.set(group, counts)
    ;[lastGroup, lastCounts] = [group, counts]
    return counts
  }
  return {
    take: (summary) => {
      let group: PointCounts | undefined
      summary.eachPoint((kind, at, value) => {
        if (!isWithin(period, at) || at > now) return
        whole.add(kind, value)
        if (groupOf === undefined) return
        if (group === undefined || groupOf.isOfInstant === true) group = countsOf(groupOf(summary, at))
        group.add(kind, value)
      })
    },
    totals: () => totalsOf(whole),
    groups: (nameOf) => {
      const named = nameOf === undefined ? groups : joined(groups, nameOf)
      return new Map([...named].map(([group, counts]) => [group, totalsOf(counts)]))
    }
  }
}

const joined = (groups: ReadonlyMap<string, PointCounts>, nameOf: GroupName): ReadonlyMap<string, PointCounts> => {
  const named = new Map<string, PointCounts>()
  for (const [group, counts] of groups) {
    const name = nameOf(group)
    const all = named.get(name) ?? new PointCounts()
    named.set(name, all)
    all.join(counts)
  }
  return named
}

/** Returns every measure, each with one gate's part beside the whole where it has such parts. */
export const totalsOf = (counts: PointCounts): readonly MeasureTotal[] => {
  const met = counts.kinds()
  return measures.flatMap(({ name: measure, shape }, index) => {
    const all = met.filter((kind) => kind.measure === index)
    const whole = all.find(({ gate }) => gate === undefined)
    const gates = all.flatMap((kind) =>
      kind.gate === undefined ? [] : [{ name: { measure, gate: kind.gate }, shape, tally: counts.tally(kind) }]
    )
    const tally = whole === undefined ? emptyTally : counts.tally(whole)
    return [{ name: { measure }, shape, tally }, ...gates.sort((a, b) => (a.name.gate < b.name.gate ? -1 : 1))]
  })
}
