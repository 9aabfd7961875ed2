/** The decisions on a case as lines, and what each line is about. */

/** What a line is about. `clock`: whether a promise was kept; `due`: when it was due. */
export type TracedAspect = "loop" | "grade" | "owner" | "department" | "clock" | "due" | "gate" | "approver"

/** One line of a trace. A due instant is written as the digits of its ms since 1970. */
export interface TraceLine {
  readonly of: TracedAspect
  readonly name: string
  readonly value: string
  readonly rule?: string
}

/** Whether a change demands more of the case, or less. */
export type DemandShift = "stronger" | "weaker" | "other"
