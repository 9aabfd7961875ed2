/** The two loops of a case, how each was closed, and its reopenings. Outcomes are never mixed. */

import type { RuleId } from "../../policy/Rule.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { Spoken } from "./StatementSource.ts"
import type { EvolveTable } from "./Track.ts"

/** How a case ended. `recorded`: it ended before it was imported, and how is not known. */
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

/** The state of the two loops of a case. */
export interface LifecycleState {
  /** The policy's loop that the case goes through; undefined until it is chosen. */
  readonly loop: string | undefined
  /** How the customer loop was closed. `isOnBehalf`: staff entered the customer's answer. */
  readonly customerLoop:
    | { readonly closedAt: Instant; readonly outcome: CaseOutcome; readonly isOnBehalf?: true }
    | undefined
  readonly systemLoop: { readonly closedAt: Instant } | undefined
  readonly closedAt: Instant | undefined
  readonly reopened: number
  /** How often the case was reopened, by cause. */
  readonly reopenedFor: Readonly<Record<string, number>>
  /** The instants at which the case was reopened. */
  readonly reopenings: readonly Instant[]
  /** A message of the customer that waits until a person reopens the case or leaves it closed. */
  readonly parked: { readonly at: Instant; readonly cause: string; readonly rule: RuleId } | undefined
  /** Who closed a loop by their own authority. */
  readonly closers: readonly string[]
  readonly satisfaction: "unknown" | "satisfied" | "dissatisfied"
  /** Whether staff entered the customer's answer on their behalf. */
  readonly isOnBehalf: boolean
}

/** The events of the two loops, by name. */
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
  /** The request to reopen was dismissed. `reason`: how the case ended, if that end allows no reopening. */
  "reopening-dismissed": { readonly by: string; readonly reason?: string }
  "customer-confirmed": { readonly gate: string } & Spoken
  "customer-dissatisfied": { readonly gate?: string; readonly text?: string } & Spoken
  "case-withdrawn": { readonly reason?: string } & Spoken
  "case-forwarded": { readonly by: string; readonly reason?: string }
  "case-turned-away": { readonly by: string; readonly reason: string }
}

/** The causes for which the engine itself reopens a case: to correct something, or because a planned date has come. */
const ours: ReadonlySet<string> = new Set(["regraded", "bounced", "later", "merged"])

/** Returns whether a reopening with this cause was a person's, not the engine's own. */
export const isReopening = (cause: string): boolean => !ours.has(cause)

/** The state of a case before a loop is chosen. */
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

/** Returns when the case was last reopened, by the instants at which it happened, not at which it was recorded. */
export const lastReopening = ({ reopenings }: LifecycleState): Instant | undefined =>
  reopenings.length === 0 ? undefined : Math.max(...reopenings)

/** Returns the state of the loops after an event. */
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
    // An answer counts only until the next reopening; after that the customer is asked again.
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
