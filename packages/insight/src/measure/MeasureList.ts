/** Every measure of the policy language, in the order in which figures are read. */
import { firstContactResolution, recurred, reopened, resolution, satisfaction, unconfirmed } from "./AnswerMeasures.ts"
import { explained, spotCheckFailed, waived } from "./ExceptionMeasures.ts"
import type { Measure } from "./Measure.ts"
import { authorityUsed, classified, handovers, nps, response, volume } from "./OpeningMeasures.ts"
import { preventionEffective, preventionOnTime } from "./PreventionMeasures.ts"
import { cycleTime, kept, timelyResponse } from "./TimeMeasures.ts"

export const measures: readonly Measure[] = [
  volume,
  classified,
  timelyResponse,
  response,
  kept,
  cycleTime,
  resolution,
  unconfirmed,
  satisfaction,
  nps,
  firstContactResolution,
  reopened,
  recurred,
  handovers,
  authorityUsed,
  spotCheckFailed,
  waived,
  explained,
  preventionOnTime,
  preventionEffective
]
