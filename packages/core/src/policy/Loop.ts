/** The parts of a bundle about loops: the gates of a kind of case, its reopenings and its early ends. */

import type { Target } from "../time/Target.ts"
import type { GateKind } from "./GateKind.ts"
import type { Condition, RuleId, Text, Varying, Who } from "./Rule.ts"

/** What follows from the conclusion of a decision. Nothing follows from `other`. */
export type ConclusionMeaning = "adopted" | "later" | "declined" | "other"

/** A method of finding a root cause. */
export type RootCauseMethod = "five-whys" | "fishbone" | "five-w-one-h" | "eight-d"

/** One gate of a loop. An optional key is present only on gates of the kinds that have it. */
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
  /** The message to the customer when the gate is passed, or, for a proposal, when the proposal is made. */
  readonly tell?: string
  readonly notify: readonly Who[]
  readonly orExplain?: {
    readonly by: readonly Who[]
    readonly when?: Condition
    readonly fields: readonly string[]
    readonly signOff?: readonly Who[]
    /** The message to the customer when the gate is explained. */
    readonly tell?: string
  }
  /** The time within which the gate may be passed; after it the gate cannot be passed. */
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
  /** Who may enter the customer's answer, beside the customer. Absent: whoever may pass the gate. */
  readonly repliedBy?: readonly Who[]
  readonly rounds?: number
  readonly arbiter?: string
  readonly oneOf?: readonly string[]
  /** The meanings of conclusions that the policy names in its own words. */
  readonly means?: Readonly<Record<string, ConclusionMeaning>>
  readonly survey?: string
  readonly silence?: {
    readonly after: Target
    readonly attempts: number
    readonly channelsUsed: number
    readonly closes: "customer-loop" | "nothing"
  }
}

/** One way in which a closed loop is reopened. */
export interface ReopenRule {
  /** `dissatisfied`, `recurrence`, or a host event. */
  readonly cause: string
  readonly path: RuleId
  readonly when?: Condition
  readonly within: Target
  readonly backTo: string
  readonly atMost?: number
  /** What the clocks of the reopened gates do; it overrides the clock's `onReopen`. */
  readonly clocks?: "resume" | "restart" | "continue"
}

/** A loop of a policy, with its gates in order. */
export interface LoopRule {
  readonly name: string
  readonly path: RuleId
  readonly when: Condition
  /** The gates in the order of the policy, those of the customer loop first. */
  readonly gates: readonly GateRule[]
  readonly reopen: readonly ReopenRule[]
}

/** One early end of a case, with the fields that have to be recorded. */
export interface EndingRule {
  readonly name: "withdrawn" | "forwarded" | "turned-away" | "merged"
  readonly path: RuleId
  readonly by: readonly Who[]
  readonly fields: readonly string[]
  readonly tell?: string
  readonly closes: "customer-loop" | "both-loops"
}
