/** The part of a bundle about clocks: what is promised, and by when. */

import type { ClockPoint, Target } from "../time/Target.ts"
import type { Condition, RuleId, Text, Varying, Who } from "./Rule.ts"
import type { TriggerText } from "./Trigger.ts"

/** One clock, after the policy's defaults, the shorthand of gates and overrides were applied. */
export interface ClockRule {
  readonly name: string
  readonly path: RuleId
  /** The loop that it belongs to; absent for a clock of the whole case. */
  readonly loop?: string
  /** The gate whose shorthand made it. */
  readonly gate?: string
  /** Whether it is a promise to the customer, that is, its gates are in the customer loop. */
  readonly promise: boolean
  readonly title?: Text
  readonly when?: Condition
  readonly from: readonly TriggerText[]
  /**
   * The length of the clock. Either `within` or `until` is given; `until` names dates of the case, the earliest of
   * which counts.
   */
  readonly within?: Varying<Target>
  readonly until?: string | readonly string[]
  readonly calendar: string | "of-owner"
  readonly firstDay: "excluded" | "counted"
  readonly ends: "close-of-day" | "same-time"
  readonly roll: "none" | "next" | "previous"
  readonly metBy: readonly TriggerText[]
  readonly cancelledBy: readonly TriggerText[]
  readonly repeats: boolean
  /** The triggers that begin it again while it runs. */
  readonly restartedBy?: readonly TriggerText[]
  /** The longest time that each reason may pause it; empty: nothing pauses it. */
  readonly pause: Readonly<Record<string, Target>>
  /** The triggers that end a pause, by reason. A reason without a trigger ends only by `resume` or its cap. */
  readonly resumedBy: Readonly<Record<string, readonly TriggerText[]>>
  readonly extend?: {
    readonly times: number
    readonly each: Target
    readonly approve: readonly string[]
    readonly tell?: string
    /** The rule that says who may extend it; absent in bundles of earlier versions. */
    readonly rule?: RuleId
  }
  readonly remind: readonly { readonly at: ClockPoint; readonly rule: RuleId }[]
  readonly escalate: readonly {
    readonly at: ClockPoint
    readonly notify: readonly Who[]
    /** Absent: `reminder` before the due instant, `overdue` from it on. */
    readonly send?: string
    /** The step is done only if this holds at its instant. */
    readonly when?: Condition
    readonly rule: RuleId
  }[]
  readonly onRegrade: "recompute" | "keep"
  readonly onReopen: "resume" | "restart" | "continue"
  readonly onNewVersion: "keep" | "recompute" | "restart"
  readonly manual: "fixed" | "shiftable"
  readonly basis?: string
}
