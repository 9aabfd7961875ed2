/** Every measure of the policy language, in the order in which figures are read. */
import { type MeasureKey, measureKeys } from "@hearback/core"
import { answerMeasures } from "./AnswerMeasures.ts"
import { exceptionMeasures } from "./ExceptionMeasures.ts"
import type { Measure, Reckoning } from "./Measure.ts"
import { openingMeasures } from "./OpeningMeasures.ts"
import { preventionMeasures } from "./PreventionMeasures.ts"
import { routineMeasures } from "./RoutineMeasures.ts"
import { timeMeasures } from "./TimeMeasures.ts"

/** A measure of the language that nothing reckons does not compile. */
const reckoned: Readonly<Record<MeasureKey, Reckoning>> = {
  ...openingMeasures,
  ...timeMeasures,
  ...answerMeasures,
  ...exceptionMeasures,
  ...preventionMeasures,
  ...routineMeasures
}

export const measures: readonly Measure[] = (Object.keys(measureKeys) as MeasureKey[]).map((name) => ({
  name,
  ...reckoned[name]
}))
