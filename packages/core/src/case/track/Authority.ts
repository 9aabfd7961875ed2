/** The ledger of authority on one case: what was granted under which limit, and what waits for approval. */
import type { Duty, RuleId } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { EvolveTable } from "./Track.ts"

export type Power = "compensate" | "discount" | "grant"

/** Amounts in minor units of the policy's currency (compensate), basis points (discount) or units (grant). */
interface Grant {
  readonly id: string
  readonly power: Power
  readonly amount: number
  readonly by: string
  readonly approvedBy?: string
}

/** How an amount of another currency became one of the policy's. */
export interface Exchange {
  /** As it was asked, without its currency. */
  readonly amount: string
  readonly currency: string
  /** Units of the policy's currency for one of the other. */
  readonly rate: string
  readonly of?: string
}

/** A decision in the sample of a spot check. */
export interface Draw {
  /** Of the decision: the id of the command that made it. */
  readonly id: string
  readonly of: Duty
  /** Who decided, who approved it, and who is asked to look at it again. */
  readonly by: string
  readonly approvedBy?: string
  readonly person?: string
  readonly finding?: "right" | "wrong"
}

/** What spends an amount. */
export interface Spending {
  readonly do: Power
  readonly amount: number | string
  readonly reason: string
}

/** A use of authority that can wait for approval, as it is stored with the request. */
export type Powered =
  | Spending
  | { readonly do: "regrade"; readonly to: string; readonly reason: string }
  | { readonly do: "waive"; readonly gate: string; readonly reason: string }
  | { readonly do: "extend"; readonly clock: string; readonly until?: string; readonly reason: string }
  | { readonly do: "close" }

export interface Approval {
  /** Id of the command that asked. */
  readonly id: string
  /** The command that waits, done in the asker's name once approved. */
  readonly command: Powered
  /** In the units of its power; 0 where no amount is asked. */
  readonly amount: number
  readonly by: string
  /** The lowest role that may, and the person of it who is asked. */
  readonly from: string
  readonly person: string
  /** Nobody who may had room left in their own limits. */
  readonly full?: true
  readonly rules: readonly RuleId[]
  readonly dueAt: Instant | null
  /** The rate that was known when it was asked for; the command then has the policy's currency. */
  readonly exchanged?: Exchange
  /** Content hash of the policy whose limits it exceeded. */
  readonly policy?: string
}

export interface AuthorityState {
  readonly grants: readonly Grant[]
  readonly approvals: readonly Approval[]
  /** Requests that ended with what they were about, and why. */
  readonly ended: readonly { readonly id: string; readonly reason: string }[]
  /** Who has approved something on this case. */
  readonly approvers: readonly string[]
  /** Who has checked a decision of this case. */
  readonly checkers: readonly string[]
  /** When closing was last denied: what was settled before it does not close by itself. */
  readonly closeDeniedAt: Instant | undefined
  readonly draws: readonly Draw[]
  /** Powers that somebody used without their own command, to take demands away. */
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

export interface AuthorityEvents {
  compensated: Used
  discounted: Used
  "resources-granted": Used
  "approval-asked": { readonly approval: Approval }
  approved: { readonly id: string; readonly by: string; readonly policy: string }
  denied: { readonly id: string; readonly by: string; readonly asked?: string; readonly reason?: string }
  "approval-lapsed": { readonly id: string; readonly dueAt: Instant }
  /** What it was about has ended: the case, its loop, a gate, a clock. */
  "approval-ended": { readonly id: string; readonly asked: string; readonly reason: string }
  /** `draw`: the number by which it was drawn. */
  "spot-check-drawn": Omit<Draw, "finding"> & { readonly draw: number }
  "spot-check-found": {
    readonly id: string
    readonly by: string
    readonly finding: "right" | "wrong"
    readonly reason?: string
  }
  /** A command after which the case demands less. `powers`: those that it took; none where a rule names who gave it. */
  "demands-reduced": {
    readonly id: string
    /** The case of the part that was split off and demands less than its words would. */
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

/** Returns the sum of what was granted with one power on this case. */
export const total = (state: AuthorityState, power: Power): number =>
  state.grants.reduce((sum, grant) => (grant.power === power ? sum + grant.amount : sum), 0)
