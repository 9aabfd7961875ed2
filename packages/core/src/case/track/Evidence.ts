/** The evidence that is shown at a gate, and the actions that are planned there. */
import type { Facts } from "./Submission.ts"

/** A corrective or preventive action. It is SMART if metric, target, owner and due are all given. */
export interface PlannedAction {
  readonly what: string
  readonly metric?: string
  readonly target?: string
  readonly owner?: string
  /** The due date in the policy's zone, such as `2026-11-20`. */
  readonly due?: string
  /** Whether the person who planned the action has released `what` for publication. */
  readonly publish?: boolean
}

/** The evidence that the command `pass` may bring. Each gate kind reads its own fields. */
export interface Evidence {
  readonly fields?: Facts
  readonly category?: string
  readonly actions?: readonly PlannedAction[]
  readonly method?: string
  /** The chain of causes, beginning with the symptom. */
  readonly whys?: readonly string[]
  /** Causes, by field of the fishbone or by question of 5W1H. */
  readonly causes?: Readonly<Record<string, string>>
  readonly cause?: "incidental" | "systemic"
  readonly evidence?: readonly string[]
  readonly proof?: string
  readonly proposal?: string
  readonly decision?: string
  readonly reason?: string
  readonly result?: string
  readonly shortfall?: string
  /** When a postponed suggestion is decided again: a date in the policy's zone, such as `2026-11-20`. */
  readonly until?: string
  /** Whether the person who passes the gate releases the reason of the decision, or the plan, for publication. */
  readonly publish?: boolean
}
