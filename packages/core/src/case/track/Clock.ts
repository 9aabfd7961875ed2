/** One clock as data: what it counts, its switches, its marks, what became of it. */
import type { Manual, NamedLeg, Switch } from "../../deadline/ClockFacts.ts"
import type { Mark, MarkPoint, PendingMark } from "../../deadline/Mark.ts"
import type { RuleId } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import type { Target } from "../../time/Target.ts"
import type { Timer } from "./Timer.ts"

/** Why a deadline stands where it stands; the cause of a miss. */
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

export interface Breach {
  readonly dueAt: Instant
  readonly detectedAt: Instant
  readonly cause: DeadlineCause
  /** A late record showed that it was met in time; the breach stays and is counted apart. */
  readonly refuted: boolean
}

export interface ClockState {
  readonly name: string
  readonly rule: RuleId
  readonly timer?: Timer
  readonly cycle: number
  readonly status: "running" | "paused" | "met" | "cancelled"
  readonly startedAt: Instant
  readonly endedAt?: Instant
  /** Why it was cancelled. */
  readonly endedBecause?: string
  readonly target: Target
  readonly calendar: string
  /** Sorted by instant; absent unless the calendar is that of the owner and the case was handed over. */
  readonly legs?: readonly NamedLeg[]
  readonly switches: readonly Switch[]
  readonly extensions: readonly Target[]
  readonly manual?: Manual
  /** What the policy's new version would give a clock that kept its due when the case was moved to it. */
  readonly keeps?: Target
  /** The marks that a timer asks for beside its due. */
  readonly points?: readonly MarkPoint[]
  /** Who extended it, also in earlier runs. */
  readonly extendedBy?: readonly string[]
  /** null while an open pause stops it, and for a calendar that never opens. */
  readonly dueAt: Instant | null
  readonly marks: readonly PendingMark[]
  /** Marks that have passed in this run. */
  readonly fired: readonly Mark[]
  readonly breaches: readonly Breach[]
  /** Counted past the published holidays. */
  readonly provisional: boolean
  readonly setBy: { readonly at: Instant; readonly cause: DeadlineCause }
}

export type ClocksState = Readonly<Record<string, ClockState>>
