/** The figures of a period: what each measure comes to, and whether that is what the policy aims at. */
import type { Bundle } from "@hearback/core"
import { defined, type Fact, Ranges } from "@hearback/core"
import type { Story } from "../story/CaseStory.ts"
import { type Period, within } from "../story/Period.ts"
import { measures } from "./MeasureList.ts"
import { add, comesTo, type DataPoint, nothing, type Shape, type Tally, tally } from "./Tally.ts"

/** `nothing`: no case belongs, so there is nothing to judge. */
export type Verdict = "met" | "missed" | "nothing"

export interface Figure {
  /** As the policy language names it, `cycle-time.told` for one gate. */
  readonly measure: string
  readonly shape: Shape
  /** Undefined where no case belongs.  Units: 0 to 1 for a share, -100 to 100 for `nps`, ms for a length. */
  readonly value: number | undefined
  readonly tally: Tally
  readonly target?: Target
  readonly verdict?: Verdict
}

export type Target = Bundle.LearningRule["targets"][string]

/** A measure in some period, before it is judged; figures of disjoint sets of cases add up. */
export interface Reckoned {
  readonly measure: string
  readonly shape: Shape
  readonly tally: Tally
}

/** Returns every measure over some cases, each with one gate's part beside the whole where it has such parts. */
export const reckon = (stories: readonly Story[], period: Period, now: number): readonly Reckoned[] =>
  measures.flatMap(({ name, shape, points }) => {
    const seen = stories.flatMap(points).filter(({ at }) => within(period, at) && at <= now)
    const parts = [...new Set(seen.flatMap(({ of }) => of ?? []))].sort()
    const one = (measure: string, points: readonly DataPoint[]): Reckoned => ({
      measure,
      shape,
      tally: tally(shape, points)
    })
    return [
      one(
        name,
        seen.filter(({ of }) => of === undefined)
      ),
      ...parts.map((part) =>
        one(
          `${name}.${part}`,
          seen.filter(({ of }) => of === part)
        )
      )
    ]
  })

/** Returns the measures of two sets of cases that share none. */
export const together = (a: readonly Reckoned[], b: readonly Reckoned[]): readonly Reckoned[] => {
  const names = [...new Set([...a, ...b].map(({ measure }) => measure))]
  const order = (name: string): number => measures.findIndex((each) => name === each.name || isPart(name, each.name))
  const found = (all: readonly Reckoned[], name: string) => all.find(({ measure }) => measure === name)
  return names
    .sort((x, y) => order(x) - order(y) || (x < y ? -1 : 1))
    .map((measure) => {
      const [left, right] = [found(a, measure), found(b, measure)]
      const shape = left?.shape ?? right?.shape ?? "share"
      return { measure, shape, tally: add(left?.tally ?? nothing, right?.tally ?? nothing) }
    })
}

const isPart = (name: string, whole: string): boolean => name.startsWith(`${whole}.`)

/** Returns the figures, judged by the targets of a policy. A target of a gate that nothing passed is there as well. */
export const figures = (
  reckoned: readonly Reckoned[],
  targets: Bundle.LearningRule["targets"] = {}
): readonly Figure[] => {
  const missing = Object.keys(targets).flatMap((measure): readonly Reckoned[] => {
    const shape = measures.find(({ name }) => isPart(measure, name))?.shape
    return shape === undefined || reckoned.some((one) => one.measure === measure)
      ? []
      : [{ measure, shape, tally: nothing }]
  })
  return together(reckoned, missing).map(({ measure, shape, tally: of }) => {
    const value = comesTo(shape, of)
    const target = Object.hasOwn(targets, measure) ? targets[measure] : undefined
    return {
      measure,
      shape,
      value,
      tally: of,
      ...defined({ target, verdict: target === undefined ? undefined : verdictOf(shape, value, target) })
    }
  })
}

/** Returns whether a value is among those that are good enough. Shares are compared to the hundredth of a percent. */
export const verdictOf = (shape: Shape, value: number | undefined, { type, good }: Target): Verdict => {
  if (value === undefined) return "nothing"
  return Ranges.has(good, codeOf(type, shape === "share" ? value * 100 : value)) ? "met" : "missed"
}

const codeOf = (type: Fact.FactType, value: number): number =>
  Math.round(type._tag === "Amount" ? value * 10 ** type.scale : value)
