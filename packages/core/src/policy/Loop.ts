/** What a kind of case must go through, how it opens again, and how it may end early: parts of the bundle. */

import type { Target } from "../time/Target.ts"
import type { GateKind } from "./GateKind.ts"
import type { Condition, RuleId, Text, Varying, Who } from "./Rule.ts"

/** What follows from the conclusion of a decision; from `other` nothing. */
export type ConclusionMeaning = "adopted" | "later" | "declined" | "other"

export type RootCauseMethod = "five-whys" | "fishbone" | "five-w-one-h" | "eight-d"

/** One gate of one loop. Optional keys are present only for the kinds that own them. */
export interface GateRule {
  readonly name: string
  readonly path: RuleId
  readonly kind: GateKind
  readonly side: "customer-loop" | "system-loop"
  readonly title?: Text
  readonly when?: Condition
  readonly after: readonly string[]
  readonly by: readonly Who[]
  readonly notBy: readonly string[]
  readonly signOff: readonly Who[]
  readonly fields: readonly string[]
  readonly optional: boolean
  readonly outOfOrder: "refused" | "recorded"
  /** The message to the customer when it is passed (a proposal: when it is made). */
  readonly tell?: string
  readonly notify: readonly Who[]
  readonly orExplain?: {
    readonly by: readonly Who[]
    readonly when?: Condition
    readonly fields: readonly string[]
    readonly signOff?: readonly Who[]
    /** The message to the customer once it is explained. */
    readonly tell?: string
  }
  /** The time within which the gate may be passed; afterwards it cannot be. */
  readonly onlyWithin?: Varying<Target>
  readonly insteadOf: readonly string[]
  readonly basis?: string
  readonly method?: readonly RootCauseMethod[]
  readonly depth?: number
  readonly surfaceCauses?: readonly string[]
  readonly evidence?: "required" | "optional"
  readonly smart?: boolean
  readonly prevents?: "recurrence" | "occurrence"
  readonly observe?: Varying<Target>
  readonly proof?: "no-recurrence" | "metric" | "either" | "both"
  readonly ifFailed?: string
  /** Who may enter the customer's answer beside the customer. Absent: whoever may pass the gate. */
  readonly repliedBy?: readonly Who[]
  readonly rounds?: number
  readonly arbiter?: string
  readonly oneOf?: readonly string[]
  /** What conclusions mean that the policy calls in its own words. */
  readonly means?: Readonly<Record<string, ConclusionMeaning>>
  readonly survey?: string
  readonly silence?: {
    readonly after: Target
    readonly attempts: number
    readonly channelsUsed: number
    readonly closes: "customer-loop" | "nothing"
  }
}

export interface ReopenRule {
  /** `dissatisfied`, `recurrence`, or a host event. */
  readonly cause: string
  readonly path: RuleId
  readonly when?: Condition
  readonly within: Target
  readonly backTo: string
  readonly atMost?: number
  /** What the clocks of the gates sent back do; overrides the clock's `onReopen`. */
  readonly clocks?: "resume" | "restart" | "continue"
}

export interface LoopRule {
  readonly name: string
  readonly path: RuleId
  readonly when: Condition
  /** In the order of the policy, customer loop first. */
  readonly gates: readonly GateRule[]
  readonly reopen: readonly ReopenRule[]
}

export interface EndingRule {
  readonly name: "withdrawn" | "forwarded" | "turned-away" | "merged"
  readonly path: RuleId
  readonly by: readonly Who[]
  readonly fields: readonly string[]
  readonly tell?: string
  readonly closes: "customer-loop" | "both-loops"
}
