/** Every measure of the policy language, in reading order. */
import { type MeasureKey, measureKeys } from "@hearback/core"
import { answerMeasures } from "./AnswerMeasures.ts"
import { exceptionMeasures } from "./ExceptionMeasures.ts"
import type { Measure, Reckoning } from "./Measure.ts"
import { openingMeasures } from "./OpeningMeasures.ts"
import { preventionMeasures } from "./PreventionMeasures.ts"
import { routineMeasures } from "./RoutineMeasures.ts"
import { timeMeasures } from "./TimeMeasures.ts"

/** The computation of each measure; a measure without one does not compile. */
const reckoned: Readonly<Record<MeasureKey, Reckoning>> = {
  ...openingMeasures,
  ...timeMeasures,
  ...answerMeasures,
  ...exceptionMeasures,
  ...preventionMeasures,
  ...routineMeasures
}

/** All measures. */
export const measures: readonly Measure[] = (Object.keys(measureKeys) as MeasureKey[]).map((name) => ({
  name,
  ...reckoned[name]
}))
