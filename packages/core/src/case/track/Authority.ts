/** The uses of authority on one case: what was granted, under which limit, and what waits for approval. */
import type { Duty, RuleId } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { EvolveTable } from "./Track.ts"

/** A power that an actor may use up to a limit: to grant money, a discount, or units of a resource. */
export type Power = "compensate" | "discount" | "grant"

/**
 * The amount that was granted: minor units of the policy's currency (compensate), basis points (discount) or units
 * (grant).
 */
interface Grant {
  readonly id: string
  readonly power: Power
  readonly amount: number
  readonly by: string
  readonly approvedBy?: string
}

/** How an amount in another currency was converted to the policy's currency. */
export interface Exchange {
  /** The amount that was asked for, without its currency. */
  readonly amount: string
  readonly currency: string
  /** How much of the policy's currency one unit of the other currency buys. */
  readonly rate: string
  readonly of?: string
}

/** A decision that was drawn for a spot check. */
export interface Draw {
  /** The id of the command that made the decision. */
  readonly id: string
  readonly of: Duty
  /** Who decided, who approved the decision, and who is asked to check it. */
  readonly by: string
  readonly approvedBy?: string
  readonly person?: string
  readonly finding?: "right" | "wrong"
}

/** The command that spends an amount. */
export interface Spending {
  readonly do: Power
  readonly amount: number | string
  readonly reason: string
}

/** A command that uses authority and may wait for approval, as the request stores it. */
export type Powered =
  | Spending
  | { readonly do: "regrade"; readonly to: string; readonly reason: string }
  | { readonly do: "waive"; readonly gate: string; readonly reason: string }
  | { readonly do: "extend"; readonly clock: string; readonly until?: string; readonly reason: string }
  | { readonly do: "close" }

/** A request for approval that waits for an answer. */
export interface Approval {
  /** The id of the command that asked. */
  readonly id: string
  /** The command that waits. Once it is approved, it is done in the name of whoever asked. */
  readonly command: Powered
  /** The amount in the units of the power; 0 if no amount is asked for. */
  readonly amount: number
  readonly by: string
  /** The lowest role that may approve, and the person with this role who is asked. */
  readonly from: string
  readonly person: string
  /** Whether the amount is more than what is left of each possible approver's own limit. */
  readonly full?: true
  readonly rules: readonly RuleId[]
  readonly dueAt: Instant | null
  /** The exchange rate at the time of the request; the command's amount is then in the policy's currency. */
  readonly exchanged?: Exchange
  /** The content hash of the policy whose limit was exceeded. */
  readonly policy?: string
}

/** The uses of authority on a case: grants, requests, approvers and checkers. */
export interface AuthorityState {
  readonly grants: readonly Grant[]
  readonly approvals: readonly Approval[]
  /** Requests that ended because their subject ended, each with the reason. */
  readonly ended: readonly { readonly id: string; readonly reason: string }[]
  /** Who has approved something on this case. */
  readonly approvers: readonly string[]
  /** Who has checked a decision of this case. */
  readonly checkers: readonly string[]
  /** When a request to close was last denied. Gates that were settled before do not close the loop by themselves. */
  readonly closeDeniedAt: Instant | undefined
  readonly draws: readonly Draw[]
  /** Powers that were used by another command, because the command removed demands. */
  readonly reduced: readonly { readonly as: Duty; readonly by: string }[]
}

type Used = {
  readonly id: string
  readonly amount: number
  readonly by: string
  readonly reason: string
  readonly approvedBy?: string
  readonly exchanged?: Exchange
}

/** The events of uses of authority, by name. */
export interface AuthorityEvents {
  compensated: Used
  discounted: Used
  "resources-granted": Used
  "approval-asked": { readonly approval: Approval }
  approved: { readonly id: string; readonly by: string; readonly policy: string }
  denied: { readonly id: string; readonly by: string; readonly asked?: string; readonly reason?: string }
  "approval-lapsed": { readonly id: string; readonly dueAt: Instant }
  /** A request ended because its subject ended: the case, its loop, a gate or a clock. */
  "approval-ended": { readonly id: string; readonly asked: string; readonly reason: string }
  /** A decision was drawn for a spot check. `draw` is the random number by which it was drawn. */
  "spot-check-drawn": Omit<Draw, "finding"> & { readonly draw: number }
  "spot-check-found": {
    readonly id: string
    readonly by: string
    readonly finding: "right" | "wrong"
    readonly reason?: string
  }
  /**
   * A command removed demands from the case. `powers`: those that it used; empty if a rule of the policy names the
   * actor.
   */
  "demands-reduced": {
    readonly id: string
    /** The case of the part that was split off, if that part demands less than its words would. */
    readonly part?: string
    readonly by: string
    readonly gates: readonly string[]
    readonly grades: readonly { readonly dimension: string; readonly from: string; readonly to?: string }[]
    readonly clocks: readonly { readonly clock: string; readonly from: Instant | null; readonly to?: Instant }[]
    readonly powers: readonly Duty[]
    readonly reason: string
  }
  "command-refused": { readonly asked: string; readonly by: string; readonly rules: readonly string[] }
}

/** The state of a case on which no authority was used. */
export const nothing: AuthorityState = {
  grants: [],
  approvals: [],
  ended: [],
  approvers: [],
  checkers: [],
  closeDeniedAt: undefined,
  draws: [],
  reduced: []
}

const used =
  (power: Power) =>
  (state: AuthorityState, used: Used): AuthorityState =>
    state.grants.some((grant) => grant.id === used.id)
      ? state
      : {
          ...state,
          grants: [
            ...state.grants,
            defined({ id: used.id, power, amount: used.amount, by: used.by, approvedBy: used.approvedBy })
          ]
        }

const settled = (state: AuthorityState, event: { readonly id: string }): AuthorityState => ({
  ...state,
  approvals: state.approvals.filter((approval) => approval.id !== event.id)
})

/** Returns the uses of authority after an event. */
export const evolve: EvolveTable<AuthorityState, AuthorityEvents> = {
  compensated: used("compensate"),
  discounted: used("discount"),
  "resources-granted": used("grant"),
  "approval-asked": (s, e) => ({ ...s, approvals: [...settled(s, e.approval).approvals, e.approval] }),
  approved: (state, event) => ({
    ...settled(state, event),
    approvers: state.approvers.includes(event.by) ? state.approvers : [...state.approvers, event.by]
  }),
  denied: (s, e) => ({ ...settled(s, e), ...(e.asked === "close" ? { closeDeniedAt: e.at } : {}) }),
  "approval-lapsed": settled,
  "approval-ended": (s, e) => ({ ...settled(s, e), ended: [...s.ended, { id: e.id, reason: e.reason }] }),
  "spot-check-drawn": (state, { event: _, at: __, why: ___, under: ____, draw: _____, ...draw }) => ({
    ...state,
    draws: [...state.draws.filter((one) => one.id !== draw.id || one.of !== draw.of), draw]
  }),
  "spot-check-found": (state, event) => ({
    ...state,
    checkers: state.checkers.includes(event.by) ? state.checkers : [...state.checkers, event.by],
    draws: state.draws.map((one) => (one.id === event.id ? { ...one, finding: event.finding } : one))
  }),
  "demands-reduced": (s, { by, powers }) => ({ ...s, reduced: [...s.reduced, ...powers.map((as) => ({ as, by }))] }),
  "command-refused": (s) => s
}

/** Returns the sum of what was granted with one power on this case, in the units of that power. */
export const total = (state: AuthorityState, power: Power): number =>
  state.grants.reduce((sum, grant) => (grant.power === power ? sum + grant.amount : sum), 0)
