/** The state of one clock: its target, its pauses, its marks and its misses. */
import type { Manual, NamedLeg, Switch } from "../../deadline/ClockFacts.ts"
import type { Mark, MarkPoint, PendingMark } from "../../deadline/Mark.ts"
import type { RuleId } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import type { Target } from "../../time/Target.ts"
import type { Timer } from "./Timer.ts"

/** Why a deadline lies where it lies. A miss records it as its cause. */
export type DeadlineCause =
  | "elapsed"
  | "regraded"
  | "reopened"
  | "merged"
  | "calendar"
  | "owner"
  | "extended"
  | "manual"
  | "policy"

/** A miss of a clock. */
export interface Breach {
  readonly dueAt: Instant
  readonly detectedAt: Instant
  readonly cause: DeadlineCause
  /** Whether a late record showed that the clock was met in time. The miss then stays and is counted apart. */
  readonly refuted: boolean
}

/** The state of one clock. */
export interface ClockState {
  readonly name: string
  readonly rule: RuleId
  readonly timer?: Timer
  readonly cycle: number
  readonly status: "running" | "paused" | "met" | "cancelled"
  readonly startedAt: Instant
  readonly endedAt?: Instant
  /** Why the clock was cancelled. */
  readonly endedBecause?: string
  readonly target: Target
  readonly calendar: string
  /**
   * Changes of the calendar, sorted by instant. Present only if the clock follows its owner's calendar and the owner
   * changed.
   */
  readonly legs?: readonly NamedLeg[]
  readonly switches: readonly Switch[]
  readonly extensions: readonly Target[]
  readonly manual?: Manual
  /** The target by the policy's new version, if the clock kept its own when the case was moved. */
  readonly keeps?: Target
  /** The marks that a timer has beside its due. */
  readonly points?: readonly MarkPoint[]
  /** Who extended the clock, in this run or an earlier one. */
  readonly extendedBy?: readonly string[]
  /** The due; null while an open pause stops the clock, or if the calendar never opens. */
  readonly dueAt: Instant | null
  readonly marks: readonly PendingMark[]
  /** The marks that have passed in this run. */
  readonly fired: readonly Mark[]
  readonly breaches: readonly Breach[]
  /** Whether the due was counted past the published holidays. */
  readonly provisional: boolean
  readonly setBy: { readonly at: Instant; readonly cause: DeadlineCause }
}

/** The clocks of a case, by name. */
export type ClocksState = Readonly<Record<string, ClockState>>
