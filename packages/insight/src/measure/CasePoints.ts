/** The data points of a case for every measure. */
import { isRoutine, type Story } from "../story/CaseStory.ts"
import { measures } from "./MeasureList.ts"
import { type EachPoint, pointKind } from "./PointKind.ts"
import { isOfRoutines } from "./RoutineMeasures.ts"

/** Returns the data points of a case. Cases of a routine are no feedback and have only their own measures. */
export const pointsOf = (story: Story): EachPoint => {
  const found = measures.flatMap(({ name, points }, measure) =>
    isOfRoutines(name) === isRoutine(story)
      ? points(story).map(({ at, value, gate, apart }) => ({ kind: pointKind(measure, gate, apart), at, value }))
      : []
  )
  return (visit) => {
    for (const { kind, at, value } of found) visit(kind, at, value)
  }
}
