/** The two loops of a case and their two closes; outcomes are never mixed. */

import type { RuleId } from "../../policy/Rule.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { Spoken } from "./StatementSource.ts"
import type { EvolveTable } from "./Track.ts"

/** `recorded`: it ended before it came here, and nobody here knows how. */
export type CaseOutcome =
  | "confirmed"
  | "answered"
  | "unconfirmed"
  | "dissatisfied"
  | "withdrawn"
  | "forwarded"
  | "turned-away"
  | "merged"
  | "recorded"

export interface LifecycleState {
  /** The loop of the policy that the case goes through; undefined until it is chosen. */
  readonly loop: string | undefined
  /** `isOnBehalf`: what the customer is said to have answered was entered by the staff. */
  readonly customerLoop:
    | { readonly closedAt: Instant; readonly outcome: CaseOutcome; readonly isOnBehalf?: true }
    | undefined
  readonly systemLoop: { readonly closedAt: Instant } | undefined
  readonly closedAt: Instant | undefined
  readonly reopened: number
  /** How often for each cause. */
  readonly reopenedFor: Readonly<Record<string, number>>
  /** When it was reopened. */
  readonly reopenings: readonly Instant[]
  /** A customer's word waits for a person, who reopens the case or leaves it closed. */
  readonly parked: { readonly at: Instant; readonly cause: string; readonly rule: RuleId } | undefined
  /** Who closed a loop by their own authority. */
  readonly closers: readonly string[]
  readonly satisfaction: "unknown" | "satisfied" | "dissatisfied"
  /** The staff entered it on the customer's behalf. */
  readonly isOnBehalf: boolean
}

export interface LifecycleEvents {
  "loop-chosen": { readonly loop: string }
  "customer-loop-closed": { readonly outcome: CaseOutcome; readonly isOnBehalf?: true; readonly by?: string }
  "system-loop-closed": { readonly by?: string }
  "case-closed": { readonly outcome: CaseOutcome; readonly isOnBehalf?: true }
  "case-reopened": {
    readonly gate: string
    readonly side: "customer-loop" | "system-loop"
    readonly cause: string
    readonly reason: string
  }
  "reopening-parked": { readonly cause: string; readonly by: string; readonly text?: string }
  /** `reason`: how the case ended, where it cannot be opened again for that word. */
  "reopening-dismissed": { readonly by: string; readonly reason?: string }
  "customer-confirmed": { readonly gate: string } & Spoken
  "customer-dissatisfied": { readonly gate?: string; readonly text?: string } & Spoken
  "case-withdrawn": { readonly reason?: string } & Spoken
  "case-forwarded": { readonly by: string; readonly reason?: string }
  "case-turned-away": { readonly by: string; readonly reason: string }
}

/** Opened again by what the engine itself has to put right or has kept for its day. */
const ours: ReadonlySet<string> = new Set(["regraded", "bounced", "later", "merged"])

/** Returns whether it was somebody who opened the case again, by the cause that the event names. */
export const isReopening = (cause: string): boolean => !ours.has(cause)

export const nothing: LifecycleState = {
  loop: undefined,
  customerLoop: undefined,
  systemLoop: undefined,
  closedAt: undefined,
  reopened: 0,
  reopenedFor: {},
  reopenings: [],
  parked: undefined,
  closers: [],
  satisfaction: "unknown",
  isOnBehalf: false
}

const again = (state: LifecycleState, { cause, at }: { readonly cause: string; readonly at: Instant }) => ({
  reopened: state.reopened + 1,
  reopenedFor: { ...state.reopenedFor, [cause]: (state.reopenedFor[cause] ?? 0) + 1 },
  reopenings: [...state.reopenings, at]
})

const closed = ({ closers }: LifecycleState, by: string | undefined): readonly string[] =>
  by === undefined || closers.includes(by) ? closers : [...closers, by]

/** Returns when the case was reopened last, whatever became known late. */
export const lastReopening = ({ reopenings }: LifecycleState): Instant | undefined =>
  reopenings.length === 0 ? undefined : Math.max(...reopenings)

export const evolve: EvolveTable<LifecycleState, LifecycleEvents> = {
  "loop-chosen": (state, event) => ({
    ...state,
    loop: event.loop,
    customerLoop: undefined,
    systemLoop: undefined,
    closedAt: undefined
  }),
  "customer-loop-closed": (state, event) => ({
    ...state,
    customerLoop: defined({ closedAt: event.at, outcome: event.outcome, isOnBehalf: event.isOnBehalf }),
    closers: closed(state, event.by)
  }),
  "system-loop-closed": (s, e) => ({ ...s, systemLoop: { closedAt: e.at }, closers: closed(s, e.by) }),
  "case-closed": (s, e) => ({ ...s, closedAt: e.at }),
  "case-reopened": (state, event) => ({
    ...state,
    closedAt: undefined,
    parked: undefined,
    ...(isReopening(event.cause) ? again(state, event) : {}),
    // An answer counts for the cycle in which it was given: the next one asks anew.
    ...(event.side === "customer-loop"
      ? { customerLoop: undefined, satisfaction: "unknown", isOnBehalf: false }
      : { systemLoop: undefined })
  }),
  "reopening-parked": (s, e) => ({ ...s, parked: { at: e.at, cause: e.cause, rule: e.why ?? "" } }),
  "reopening-dismissed": (s) => ({ ...s, parked: undefined }),
  "customer-confirmed": (s, e) => ({ ...s, satisfaction: "satisfied", isOnBehalf: e.onBehalfOf !== undefined }),
  "customer-dissatisfied": (s, e) => ({ ...s, satisfaction: "dissatisfied", isOnBehalf: e.onBehalfOf !== undefined }),
  "case-withdrawn": (s) => s,
  "case-forwarded": (s) => s,
  "case-turned-away": (s) => s
}
