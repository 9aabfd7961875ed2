/** What a deadline computation answers: when the clock is due, and the instants on the way there. */
import type { Instant } from "../time/Instant.ts"
import type { Point } from "../time/Target.ts"

/** A pending instant of a clock: a reminder, a step of the ladder, `due`, or `pause-cap`. */
export interface Mark {
  readonly name: string
  readonly at: Instant
}

/** An instant that a rule or a timer asks for, by the name of its mark. */
export interface MarkPoint {
  readonly name: string
  readonly at: Point
}

/** The answer of a deadline computation, as it rides in events. */
export interface Timeline {
  readonly dueAt: Instant | null
  readonly marks: readonly Mark[]
  readonly provisional: boolean
}
