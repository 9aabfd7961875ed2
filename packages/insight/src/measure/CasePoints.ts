/** The data points of a case, of every measure that it belongs to. */
import { isRoutine, type Story } from "../story/CaseStory.ts"
import { measures } from "./MeasureList.ts"
import { type EachPoint, pointKind } from "./PointKind.ts"
import { isOfRoutines } from "./RoutineMeasures.ts"

/** What opens by itself is nobody's feedback: it has measures of its own and belongs to no other. */
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
