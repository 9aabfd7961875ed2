/** Measures of routines, such as reviews: whether they were done in time, and what was decided. */
import { type Reckoning, sharePoint } from "./Measure.ts"
import { actionsOnTime } from "./PreventionMeasures.ts"
import { judged, missOf, runsOf } from "./TimeMeasures.ts"

/** Every deadline of the gates of a routine, judged like promises to customers. */
const routineOnTime: Reckoning = { shape: "share", points: (story) => runsOf(story, () => true).flatMap(judged) }

/** Returns passed deadlines, of all that were met or passed; `isDone` selects those that were met later. */
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

/** The measures of this file. */
export const routineMeasures = {
  "routine-on-time": routineOnTime,
  "routine-late": broken(true),
  "routine-missed": broken(false),
  "decisions-on-time": actionsOnTime
} as const

/** Returns whether a measure is only about routines. */
export const isOfRoutines = (name: string): boolean => Object.hasOwn(routineMeasures, name)
