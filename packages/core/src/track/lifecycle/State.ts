/** The two loops of a case and their two closes; outcomes are never mixed. */
import type { Instant } from "../../model/Instant.ts"
import type { EvolveTable } from "../../model/Track.ts"

export type Outcome = "confirmed" | "answered" | "unconfirmed" | "dissatisfied" | "withdrawn" | "forwarded" | "merged"

export interface LifecycleState {
  /** The loop of the policy that the case goes through; undefined until it is chosen. */
  readonly loop: string | undefined
  readonly customerLoop: { readonly closedAt: Instant; readonly outcome: Outcome } | undefined
  readonly systemLoop: { readonly closedAt: Instant } | undefined
  readonly closedAt: Instant | undefined
  readonly reopened: number
  readonly satisfaction: "unknown" | "satisfied" | "dissatisfied"
}

export interface LifecycleEvents {
  "loop-chosen": { readonly loop: string }
  "customer-loop-closed": { readonly outcome: Outcome }
  "system-loop-closed": Readonly<Record<never, never>>
  "case-closed": { readonly outcome: Outcome }
  "case-reopened": {
    readonly gate: string
    readonly side: "customer-loop" | "system-loop"
    readonly cause: string
    readonly reason: string
  }
  "customer-confirmed": { readonly gate: string; readonly by: string }
  "customer-dissatisfied": { readonly gate?: string; readonly by: string; readonly text?: string }
  "case-withdrawn": { readonly by: string; readonly reason?: string }
}

/** A loop that opens again because the case is graded otherwise or a message came back: nobody reopened it. */
const ours: ReadonlySet<string> = new Set(["regraded", "bounced"])

export const nothing: LifecycleState = {
  loop: undefined,
  customerLoop: undefined,
  systemLoop: undefined,
  closedAt: undefined,
  reopened: 0,
  satisfaction: "unknown"
}

export const evolve: EvolveTable<LifecycleState, LifecycleEvents> = {
  "loop-chosen": (s, e) => ({
    ...s,
    loop: e.loop,
    customerLoop: undefined,
    systemLoop: undefined,
    closedAt: undefined
  }),
  "customer-loop-closed": (s, e) => ({ ...s, customerLoop: { closedAt: e.at, outcome: e.outcome } }),
  "system-loop-closed": (s, e) => ({ ...s, systemLoop: { closedAt: e.at } }),
  "case-closed": (s, e) => ({ ...s, closedAt: e.at }),
  "case-reopened": (s, e) => ({
    ...s,
    closedAt: undefined,
    reopened: ours.has(e.cause) ? s.reopened : s.reopened + 1,
    ...(e.side === "customer-loop" ? { customerLoop: undefined } : { systemLoop: undefined })
  }),
  "customer-confirmed": (s) => ({ ...s, satisfaction: "satisfied" }),
  "customer-dissatisfied": (s) => ({ ...s, satisfaction: "dissatisfied" }),
  "case-withdrawn": (s) => s
}
