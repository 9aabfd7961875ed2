/** The data points of a case, of every measure that it belongs to. */
import { isRoutine, type Story } from "../story/CaseStory.ts"
import { measures } from "./MeasureList.ts"
import { isOfRoutines } from "./RoutineMeasures.ts"
import type { DataPoint } from "./Tally.ts"

/** A data point, and the place of its measure in the list of all. */
export interface CasePoint extends DataPoint {
  readonly measure: number
}

/** What opens by itself is nobody's feedback: it has measures of its own and belongs to no other. */
export const pointsOf = (story: Story): readonly CasePoint[] =>
  measures.flatMap(({ name, points }, measure) =>
    isOfRoutines(name) === isRoutine(story) ? points(story).map((point) => ({ ...point, measure })) : []
  )
