/** Measures of what opens by itself, such as reviews: whether it was done in time, and what was decided there. */
import type { Reckoning } from "./Measure.ts"
import { actionsOnTime } from "./PreventionMeasures.ts"
import { judged, runsOf } from "./TimeMeasures.ts"

/** Every deadline of the gates of a routine, as promises to customers are judged. */
const routineOnTime: Reckoning = { shape: "share", points: (story) => runsOf(story, () => true).flatMap(judged) }

export const routineMeasures = { "routine-on-time": routineOnTime, "decisions-on-time": actionsOnTime } as const

/** Returns whether a measure is about routines and nothing else. */
export const isOfRoutines = (name: string): boolean => Object.hasOwn(routineMeasures, name)
