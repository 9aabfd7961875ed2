/**
 * Measures counted case by case: what is kept grows with the number of figures, and with the lengths of time that medians
 * need, not with what happened in the cases.
 */
import { defined } from "@hearback/core"
import type { CasePoint } from "../measure/CasePoints.ts"
import { measures } from "../measure/MeasureList.ts"
import type * as MeasureName from "../measure/MeasureName.ts"
import { type FigureShape, makeCounter, type Tally, type TallyCounter } from "../measure/Tally.ts"
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
  const whole = emptyCounts()
  const groups = new Map<string, Counts>()
  const countsOf = (group: string): Counts => {
    const known = groups.get(group)
    if (known !== undefined) return known
    const counts = emptyCounts()
    groups.set(group, counts)
    return counts
  }
  return {
    take: (summary) => {
      for (const point of summary.points) {
        if (!isWithin(period, point.at) || point.at > now) continue
        counterIn(whole, point).add(point)
        if (groupOf !== undefined) counterIn(countsOf(groupOf(summary, point.at)), point).add(point)
      }
    },
    totals: () => totalsOf(whole),
    groups: () => new Map([...groups].map(([group, counts]) => [group, totalsOf(counts)]))
  }
}

/** By measure, in the order of their list: the whole, and the parts of gates. */
type Counts = readonly Map<string | undefined, TallyCounter>[]

const emptyCounts = (): Counts => measures.map(({ shape }) => new Map([[undefined, makeCounter(shape)]]))

const counterIn = (counts: Counts, { measure, gate }: CasePoint): TallyCounter => {
  const known = counts[measure]?.get(gate)
  if (known !== undefined) return known
  const counter = makeCounter(measures[measure]?.shape ?? "count")
  counts[measure]?.set(gate, counter)
  return counter
}

const totalsOf = (counts: Counts): readonly MeasureTotal[] =>
  measures.flatMap(({ name: measure, shape }, index) =>
    [...(counts[index] ?? [])]
      .sort(([a = ""], [b = ""]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([gate, counter]) => ({ name: defined({ measure, gate }), shape, tally: counter.tally() }))
  )
