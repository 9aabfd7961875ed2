/** The ledger of authority on one case: what was granted under which limit, and what waits for approval. */
import type { RuleId } from "../../model/Bundle.ts"
import type { Command, Verb } from "../../model/Command.ts"
import type { Instant } from "../../model/Instant.ts"
import type { EvolveTable } from "../../model/Track.ts"

export type Power = "compensate" | "discount" | "grant"

/** Amounts in minor units of the policy's currency (compensate), basis points (discount) or units (grant). */
interface Grant {
  readonly id: string
  readonly power: Power
  readonly amount: number
  readonly by: string
  readonly approvedBy?: string
}

export interface Approval {
  /** Id of the command that asked. */
  readonly id: string
  /** The command that waits, done in the asker's name once approved. */
  readonly command: Command
  /** In the units of its power; 0 where no amount is asked. */
  readonly amount: number
  readonly by: string
  /** The lowest role that may, and the person of it who is asked. */
  readonly from: string
  readonly person: string
  readonly rules: readonly RuleId[]
  readonly dueAt: Instant | null
}

export interface AuthorityState {
  readonly grants: readonly Grant[]
  readonly approvals: readonly Approval[]
  /** Who has approved something on this case. */
  readonly approvers: readonly string[]
  /** When closing was last denied: what was settled before it does not close by itself. */
  readonly closeDeniedAt: Instant | undefined
}

type Used = {
  readonly id: string
  readonly amount: number
  readonly by: string
  readonly reason: string
  readonly approvedBy?: string
}

export interface AuthorityEvents {
  compensated: Used
  discounted: Used
  "resources-granted": Used
  "approval-asked": { readonly approval: Approval }
  approved: { readonly id: string; readonly by: string; readonly policy: string }
  denied: { readonly id: string; readonly by: string; readonly asked?: Verb; readonly reason?: string }
  "approval-lapsed": { readonly id: string; readonly dueAt: Instant }
  "command-refused": { readonly asked: string; readonly by: string; readonly rules: readonly string[] }
}

export const nothing: AuthorityState = { grants: [], approvals: [], approvers: [], closeDeniedAt: undefined }

const used =
  (power: Power) =>
  (s: AuthorityState, e: Used): AuthorityState =>
    s.grants.some((grant) => grant.id === e.id)
      ? s
      : {
          ...s,
          grants: [
            ...s.grants,
            {
              id: e.id,
              power,
              amount: e.amount,
              by: e.by,
              ...(e.approvedBy === undefined ? {} : { approvedBy: e.approvedBy })
            }
          ]
        }

const settled = (s: AuthorityState, e: { readonly id: string }): AuthorityState => ({
  ...s,
  approvals: s.approvals.filter((approval) => approval.id !== e.id)
})

export const evolve: EvolveTable<AuthorityState, AuthorityEvents> = {
  compensated: used("compensate"),
  discounted: used("discount"),
  "resources-granted": used("grant"),
  "approval-asked": (s, e) => ({ ...s, approvals: [...settled(s, e.approval).approvals, e.approval] }),
  approved: (s, e) => ({
    ...settled(s, e),
    approvers: s.approvers.includes(e.by) ? s.approvers : [...s.approvers, e.by]
  }),
  denied: (s, e) => ({ ...settled(s, e), ...(e.asked === "close" ? { closeDeniedAt: e.at } : {}) }),
  "approval-lapsed": settled,
  "command-refused": (s) => s
}

/** Returns the sum of what was granted with one power on this case. */
export const total = (s: AuthorityState, power: Power): number =>
  s.grants.reduce((sum, grant) => (grant.power === power ? sum + grant.amount : sum), 0)
