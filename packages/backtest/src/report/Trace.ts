/** What was decided on a case, a line each, and what a line is about. */

/** `clock`: whether a promise was kept; `due`: when it was due. */
export type TracedAspect = "loop" | "grade" | "owner" | "department" | "clock" | "due" | "gate" | "approver"

/** One answer of a trace. A due instant is in ms since 1970, as text. */
export interface TraceLine {
  readonly of: TracedAspect
  readonly name: string
  readonly value: string
  readonly rule?: string
}

/** Whether the case is owed more by a change, or less. */
export type DemandShift = "stronger" | "weaker" | "other"
