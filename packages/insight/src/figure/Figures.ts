/** The figures of a period: the value of each measure, and whether it meets the policy's target. */
import type { Bundle } from "@hearback/core"
import { defined, type Fact, Ranges } from "@hearback/core"
import { measures } from "../measure/MeasureList.ts"
import * as MeasureName from "../measure/MeasureName.ts"
import { addTallies, emptyTally, type FigureShape, type Tally, tallyValue } from "../measure/Tally.ts"
import type { Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import { type MeasureTotal, makeMeasureCounts } from "./MeasureCounts.ts"

/** Whether a figure meets its target. `nothing`: there are no cases to judge. */
export type MeasureVerdict = "met" | "missed" | "nothing"

/** A measure of a period with its target. */
export interface MeasureFigure {
  /** The name in the policy language; `cycle-time.told` for one gate. */
  readonly measure: string
  readonly shape: FigureShape
  /** Undefined without cases.  Units: 0 to 1 for a share, -100 to 100 for `nps`, ms for a duration. */
  readonly value: number | undefined
  readonly tally: Tally
  readonly target?: MeasureTarget
  readonly verdict?: MeasureVerdict
}

/** The target of a measure. */
export type MeasureTarget = Bundle.LearningRule["targets"][string]

/** Returns every measure over some cases; a measure of gates also has a part for each gate. */
export const measureTotals = (cases: readonly CaseSummary[], period: Period, now: number): readonly MeasureTotal[] => {
  const counts = makeMeasureCounts(period, now)
  for (const each of cases) counts.take(each)
  return counts.totals()
}

/** Returns the totals of two sets of cases without common cases. */
export const addTotals = (one: readonly MeasureTotal[], other: readonly MeasureTotal[]): readonly MeasureTotal[] => {
  const [left, right] = [byName(one), byName(other)]
  return [...new Map([...left, ...right])]
    .map(([text, { name, shape }]) => ({
      name,
      shape,
      tally: addTallies(left.get(text)?.tally ?? emptyTally, right.get(text)?.tally ?? emptyTally)
    }))
    .sort((x, y) => placeOf(x.name) - placeOf(y.name) || ((x.name.gate ?? "") < (y.name.gate ?? "") ? -1 : 1))
}

const byName = (totals: readonly MeasureTotal[]): ReadonlyMap<string, MeasureTotal> =>
  new Map(totals.map((total) => [MeasureName.render(total.name), total]))

const placeOf = ({ measure }: MeasureName.MeasureName): number => measures.findIndex(({ name }) => name === measure)

/** Returns the figures, judged by the targets of a policy. A target of a gate that nothing passed is included. */
export const figuresOf = (
  totals: readonly MeasureTotal[],
  targets: Bundle.LearningRule["targets"] = {}
): readonly MeasureFigure[] => {
  const missing = Object.keys(targets)
    .map(MeasureName.parse)
    .flatMap((name): readonly MeasureTotal[] => {
      const shape = measures[placeOf(name)]?.shape
      return name.gate === undefined || shape === undefined ? [] : [{ name, shape, tally: emptyTally }]
    })
  return addTotals(totals, missing).map(({ name, shape, tally }) => {
    const measure = MeasureName.render(name)
    const value = tallyValue(shape, tally)
    const target = Object.hasOwn(targets, measure) ? targets[measure] : undefined
    const verdict = target === undefined ? undefined : verdictOf(shape, value, target)
    return { measure, shape, value, tally, ...defined({ target, verdict }) }
  })
}

/** Returns whether a value is one of the good values. Shares are compared to a hundredth of a percent. */
export const verdictOf = (
  shape: FigureShape,
  value: number | undefined,
  { type, good }: MeasureTarget
): MeasureVerdict => {
  if (value === undefined) return "nothing"
  return Ranges.has(good, codeOf(type, shape === "share" ? value * 100 : value)) ? "met" : "missed"
}

const codeOf = (type: Fact.FactType, value: number): number =>
  Math.round(type._tag === "Amount" ? value * 10 ** type.scale : value)
