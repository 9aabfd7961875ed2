/** Who answers for the case: the owner, an offered handover, the department that must act. */
import { custodian } from "../../model/Actor.ts"
import type { EvolveTable } from "../../model/Track.ts"

interface Offer {
  /** Id of the command that made it. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

export interface OwnershipState {
  readonly owner: string
  readonly takenUp: boolean
  readonly department: string | undefined
  readonly offer: Offer | undefined
  /** Accepted handovers. */
  readonly hops: number
  /** Set when the hops ran out: only this person may move the case. */
  readonly arbiter: string | undefined
}

export interface OwnershipEvents {
  "owner-assigned": { readonly owner: string; readonly takenUp: boolean; readonly as: string }
  "taken-up": { readonly by: string }
  "department-asked": { readonly department: string; readonly contact?: string }
  "handover-offered": Offer
  "handover-accepted": { readonly id: string; readonly to: string }
  "handover-declined": { readonly id: string; readonly by: string; readonly reason?: string }
  "handover-lapsed": { readonly id: string; readonly dueAt: number }
  "arbiter-called": { readonly arbiter: string; readonly hops: number }
}

export const nothing: OwnershipState = {
  owner: custodian,
  takenUp: false,
  department: undefined,
  offer: undefined,
  hops: 0,
  arbiter: undefined
}

const without = (s: OwnershipState, id: string): OwnershipState => (s.offer?.id === id ? { ...s, offer: undefined } : s)

export const evolve: EvolveTable<OwnershipState, OwnershipEvents> = {
  "owner-assigned": (s, e) => ({ ...s, owner: e.owner, takenUp: e.takenUp, offer: undefined }),
  "taken-up": (s) => (s.takenUp ? s : { ...s, takenUp: true }),
  "department-asked": (s, e) => ({ ...s, department: e.department }),
  "handover-offered": (s, e) => ({ ...s, offer: { id: e.id, from: e.from, to: e.to, reason: e.reason } }),
  "handover-accepted": (s, e) =>
    s.offer?.id === e.id ? { ...s, owner: e.to, takenUp: true, offer: undefined, hops: s.hops + 1 } : s,
  "handover-declined": (s, e) => without(s, e.id),
  "handover-lapsed": (s, e) => without(s, e.id),
  "arbiter-called": (s, e) => ({ ...s, arbiter: e.arbiter })
}
