/**
 * Measures counted case by case: what is kept grows with the number of figures, and with the lengths of time that medians
 * need, not with what happened in the cases.
 */
import { defined } from "@hearback/core"
import { isRoutine, type Story } from "../story/CaseStory.ts"
import { isWithin, type Period } from "../story/Period.ts"
import type { GroupOf } from "./Grouping.ts"
import { measures } from "./MeasureList.ts"
import type * as MeasureName from "./MeasureName.ts"
import { isOfRoutines } from "./RoutineMeasures.ts"
import { type Counter, type DataPoint, makeCounter, type Shape, type Tally } from "./Tally.ts"

/** The total of a measure in a period, before it is judged; totals of disjoint sets of cases add up. */
export interface MeasureTotal {
  readonly name: MeasureName.MeasureName
  readonly shape: Shape
  readonly tally: Tally
}

/** The data points of a case, by measure in the order of their list. */
export type StoryPoints = readonly (readonly DataPoint[])[]

/** What opens by itself is nobody's feedback: it has measures of its own and belongs to no other. */
export const pointsOf = (story: Story): StoryPoints =>
  measures.map(({ name, points }) => (isOfRoutines(name) === isRoutine(story) ? points(story) : []))

export interface MeasureCounts {
  /** Counts a case; its points can be given by whoever counts them in several periods. */
  take(story: Story, points?: StoryPoints): void
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
    const counts = groups.get(group) ?? emptyCounts()
    groups.set(group, counts)
    return counts
  }
  return {
    take: (story, points = pointsOf(story)) => {
      for (const [n, { shape }] of measures.entries())
        for (const point of points[n] ?? []) {
          if (!isWithin(period, point.at) || point.at > now) continue
          counterIn(whole, n, shape, point.gate).add(point)
          if (groupOf !== undefined) counterIn(countsOf(groupOf(story, point.at)), n, shape, point.gate).add(point)
        }
    },
    totals: () => totalsOf(whole),
    groups: () => new Map([...groups].map(([group, counts]) => [group, totalsOf(counts)]))
  }
}

/** By measure, in the order of their list: the whole, and the parts of gates. */
type Counts = readonly Map<string | undefined, Counter>[]

const emptyCounts = (): Counts => measures.map(({ shape }) => new Map([[undefined, makeCounter(shape)]]))

const counterIn = (counts: Counts, number: number, shape: Shape, gate: string | undefined): Counter => {
  const found = counts[number]?.get(gate) ?? makeCounter(shape)
  counts[number]?.set(gate, found)
  return found
}

const totalsOf = (counts: Counts): readonly MeasureTotal[] =>
  measures.flatMap(({ name: measure, shape }, n) =>
    [...(counts[n] ?? [])]
      .sort(([a = ""], [b = ""]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([gate, counter]) => ({ name: defined({ measure, gate }), shape, tally: counter.tally() }))
  )
