/** What is shown at a gate, and the actions that are planned there. */
import type { Facts } from "./Submission.ts"

/** A corrective or preventive action; SMART when metric, target, owner and due are all given. */
export interface PlannedAction {
  readonly what: string
  readonly metric?: string
  readonly target?: string
  readonly owner?: string
  /** A date `2026-11-20` in the policy's zone. */
  readonly due?: string
  /** Whoever planned it has released `what` for publication. */
  readonly publish?: boolean
}

/** What `pass` may bring; each gate kind reads its own. */
export interface Evidence {
  readonly fields?: Facts
  readonly category?: string
  readonly actions?: readonly PlannedAction[]
  readonly method?: string
  /** The chain of causes, from the symptom down. */
  readonly whys?: readonly string[]
  /** Causes by field of the fishbone or question of 5W1H. */
  readonly causes?: Readonly<Record<string, string>>
  readonly cause?: "incidental" | "systemic"
  readonly evidence?: readonly string[]
  readonly proof?: string
  readonly proposal?: string
  readonly decision?: string
  readonly reason?: string
  readonly result?: string
  readonly shortfall?: string
  /** When a suggestion that is put off comes up again: a date `2026-11-20` in the policy's zone. */
  readonly until?: string
  /** The reason of a decision, or what is planned, is released for publication by whoever shows it. */
  readonly publish?: boolean
}
