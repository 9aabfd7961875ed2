/** Every measure of the policy language, in the order in which figures are read. */
import { firstContactResolution, recurred, reopened, resolution, satisfaction, unconfirmed } from "./Answer.ts"
import { explained, spotCheckFailed, waived } from "./Discipline.ts"
import type { Measure } from "./Measure.ts"
import { authorityUsed, classified, handovers, nps, response, volume } from "./Opened.ts"
import { preventionEffective, preventionOnTime } from "./Prevention.ts"
import { cycleTime, kept, timelyResponse } from "./Promise.ts"

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
