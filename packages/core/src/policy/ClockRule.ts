/** What is promised by when: a part of the bundle. */

import type { ClockPoint, Target } from "../time/Target.ts"
import type { Condition, RuleId, Text, Varying, Who } from "./Rule.ts"
import type { TriggerText } from "./Trigger.ts"

/** One clock as the policy's defaults, gate shorthand and overrides left it. */
export interface ClockRule {
  readonly name: string
  readonly path: RuleId
  /** The loop it belongs to; absent for a clock of the whole case. */
  readonly loop?: string
  /** The gate whose shorthand made it. */
  readonly gate?: string
  /** Counts as a promise to the customer (its gates stand in the customer loop). */
  readonly promise: boolean
  readonly title?: Text
  readonly when?: Condition
  readonly from: readonly TriggerText[]
  /** Exactly one of `within` and `until`: a date of the case, or several, of which the earliest counts. */
  readonly within?: Varying<Target>
  readonly until?: string | readonly string[]
  readonly calendar: string | "of-owner"
  readonly firstDay: "excluded" | "counted"
  readonly ends: "close-of-day" | "same-time"
  readonly roll: "none" | "next" | "previous"
  readonly metBy: readonly TriggerText[]
  readonly cancelledBy: readonly TriggerText[]
  readonly repeats: boolean
  /** While it runs it begins anew whenever one of these happens. */
  readonly restartedBy?: readonly TriggerText[]
  /** Cap by reason; empty = never. */
  readonly pause: Readonly<Record<string, Target>>
  /** What ends the wait for a reason; where nothing is named, `resume` and the cap alone do. */
  readonly resumedBy: Readonly<Record<string, readonly TriggerText[]>>
  readonly extend?: {
    readonly times: number
    readonly each: Target
    readonly approve: readonly string[]
    readonly tell?: string
    /** Where it is said who may extend; absent in bundles of earlier versions. */
    readonly rule?: RuleId
  }
  readonly remind: readonly { readonly at: ClockPoint; readonly rule: RuleId }[]
  readonly escalate: readonly {
    readonly at: ClockPoint
    readonly notify: readonly Who[]
    /** Absent: `reminder` before the due instant, `overdue` from it on. */
    readonly send?: string
    /** Told only where it holds at that point. */
    readonly when?: Condition
    readonly rule: RuleId
  }[]
  readonly onRegrade: "recompute" | "keep"
  readonly onReopen: "resume" | "restart" | "continue"
  readonly onNewVersion: "keep" | "recompute" | "restart"
  readonly manual: "fixed" | "shiftable"
  readonly basis?: string
}
