/** Measures of what opens by itself, such as reviews: whether it was done in time, and what was decided there. */
import { type Reckoning, sharePoint } from "./Measure.ts"
import { actionsOnTime } from "./PreventionMeasures.ts"
import { judged, missOf, runsOf } from "./TimeMeasures.ts"

/** Every deadline of the gates of a routine, as promises to customers are judged. */
const routineOnTime: Reckoning = { shape: "share", points: (story) => runsOf(story, () => true).flatMap(judged) }

/** Deadlines that passed, of all that were met or passed: `isDone` tells those that were met later. */
const broken = (isDone: boolean): Reckoning => ({
  shape: "share",
  points: (story) =>
    runsOf(story, () => true).flatMap((run) => {
      const missed = missOf(run)
      const isMet = run.clock.status === "met"
      if (missed !== undefined) return [sharePoint(missed.dueAt, isMet === isDone)]
      return isMet && run.clock.endedAt !== undefined ? [sharePoint(run.clock.endedAt, false)] : []
    })
})

export const routineMeasures = {
  "routine-on-time": routineOnTime,
  "routine-late": broken(true),
  "routine-missed": broken(false),
  "decisions-on-time": actionsOnTime
} as const

/** Returns whether a measure is about routines and nothing else. */
export const isOfRoutines = (name: string): boolean => Object.hasOwn(routineMeasures, name)
