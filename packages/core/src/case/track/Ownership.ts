/**
 * Who handles the case: the owner, offers and calls to others, recused people, the departments that owe a part, and
 * powers lent on this case.
 */

import { custodian } from "../../people/Actor.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { EvolveTable } from "./Track.ts"

interface Offer {
  /** The id of the command that made the offer. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

/** A call to somebody who is on call and has not answered yet. */
interface Call {
  readonly id: string
  readonly to: string
}

/** The part of the case that a department has to do. */
interface Part {
  readonly contact?: string
  readonly dueAt: Instant | null
  readonly answeredAt?: Instant
}

/** Powers lent on this case.  Units: `until` in ms since 1970, exclusive. */
export interface Loan {
  readonly from: string
  readonly to: string
  readonly roles: readonly string[]
  readonly until: Instant
}

/** The state of the ownership of a case. */
export interface OwnershipState {
  readonly owner: string
  /**
   * The rule by which they own the case: a person or role of the policy, `take-up`, `arbiter`, `recusal`, `lead`,
   * `handover` …
   */
  readonly as: string
  readonly takenUp: boolean
  readonly department: string | undefined
  readonly offer: Offer | undefined
  /** The number of accepted handovers. */
  readonly hops: number
  /** The only person who may move the case, once the policy's number of handovers is used up. */
  readonly arbiter: string | undefined
  /** Staff whom the customer's words name. */
  readonly named: readonly string[]
  /** People who may neither act on the case nor own it. */
  readonly recused: readonly string[]
  /** People who took the case up just after somebody else had. */
  readonly collaborators: readonly string[]
  readonly call: Call | undefined
  /** Who was called since this owner went off duty, and when the last one was. */
  readonly called: { readonly people: readonly string[]; readonly at: Instant } | undefined
  /** How often somebody on call was asked. */
  readonly calls: number
  /** The members of the team without the owner; undefined if there is no team. */
  readonly team: readonly string[] | undefined
  readonly parts: Readonly<Record<string, Part>>
  readonly lent: readonly Loan[]
}

/** The events of ownership, by name. */
export interface OwnershipEvents {
  "owner-assigned": { readonly owner: string; readonly takenUp: boolean; readonly as: string; readonly reason?: string }
  "taken-up": { readonly by: string }
  "collaborator-joined": { readonly by: string; readonly owner: string }
  "deputy-acted": { readonly by: string; readonly for: string; readonly asked: string; readonly as: string }
  "staff-named": { readonly people: readonly string[] }
  recused: { readonly person: string; readonly named: boolean }
  /** Somebody on call was asked. `asked`: everybody who was asked in this absence of the owner, the last one last. */
  "on-call-asked": {
    readonly id: string
    readonly to: string
    readonly owner: string
    readonly asked: readonly string[]
  }
  "on-call-accepted": { readonly id: string; readonly to: string; readonly from: string }
  /** A call ended without an acceptance. `reason`: `unanswered`, `declined`, or how the case ended. */
  "on-call-lapsed": { readonly id: string; readonly to: string; readonly reason: string }
  /** A department was asked. `dueAt`: for its part of a team's work; absent if it must act on the whole case. */
  "department-asked": { readonly department: string; readonly contact?: string; readonly dueAt?: Instant | null }
  "department-answered": { readonly department: string; readonly by: string; readonly text?: string }
  "team-formed": {
    readonly owner: string
    readonly departments: readonly string[]
    readonly members: readonly string[]
  }
  delegated: Loan & { readonly reason?: string }
  "handover-offered": Offer
  "handover-accepted": { readonly id: string; readonly to: string; readonly hops?: number }
  /** The receiver declined a handover, or, with `takenBack`, whoever offered it took it back. */
  "handover-declined": { readonly id: string; readonly by: string; readonly reason?: string; readonly takenBack?: true }
  /** A handover ended: nobody accepted it by `dueAt`, or the case ended with `reason`. */
  "handover-lapsed": { readonly id: string; readonly dueAt?: Instant; readonly reason?: string }
  "arbiter-called": { readonly arbiter: string; readonly hops: number }
}

/** The state of a case without an owner. */
export const nothing: OwnershipState = {
  owner: custodian,
  as: "custodian",
  takenUp: false,
  department: undefined,
  offer: undefined,
  hops: 0,
  arbiter: undefined,
  named: [],
  recused: [],
  collaborators: [],
  call: undefined,
  called: undefined,
  calls: 0,
  team: undefined,
  parts: {},
  lent: []
}

const joined = (list: readonly string[], one: string): readonly string[] => (list.includes(one) ? list : [...list, one])

const without = (state: OwnershipState, id: string): OwnershipState =>
  state.offer?.id === id ? { ...state, offer: undefined } : state

/** Returns the ownership with another owner. Offers and calls of the former owner's time end. */
const owned = (state: OwnershipState, owner: string, takenUp: boolean, as: string): OwnershipState => ({
  ...state,
  owner,
  takenUp,
  as,
  offer: undefined,
  call: undefined,
  called: undefined,
  collaborators: state.collaborators.filter((one) => one !== owner)
})

/** Returns the ownership after an event. */
export const evolve: EvolveTable<OwnershipState, OwnershipEvents> = {
  "owner-assigned": (s, e) => owned(s, e.owner, e.takenUp, e.as),
  "taken-up": (s) => (s.takenUp ? s : { ...s, takenUp: true }),
  "collaborator-joined": (s, e) => ({ ...s, collaborators: joined(s.collaborators, e.by) }),
  "deputy-acted": (s) => s,
  "staff-named": (s, e) => ({ ...s, named: e.people.reduce(joined, s.named) }),
  recused: (s, e) => ({ ...s, recused: joined(s.recused, e.person) }),
  "on-call-asked": (state, event) => ({
    ...state,
    call: { id: event.id, to: event.to },
    called: { people: event.asked, at: event.at },
    calls: state.calls + 1
  }),
  "on-call-accepted": (s, e) => (s.call?.id === e.id ? owned(s, e.to, true, "on-call") : s),
  "on-call-lapsed": (s, e) => (s.call?.id === e.id ? { ...s, call: undefined } : s),
  "department-asked": (state, event) => {
    if (event.dueAt === undefined) return { ...state, department: event.department }
    return {
      ...state,
      parts: { ...state.parts, [event.department]: defined({ contact: event.contact, dueAt: event.dueAt }) }
    }
  },
  "department-answered": (state, event) => {
    const part = state.parts[event.department]
    return part === undefined || part.answeredAt !== undefined
      ? state
      : { ...state, parts: { ...state.parts, [event.department]: { ...part, answeredAt: event.at } } }
  },
  "team-formed": (s, e) => ({ ...s, team: e.members }),
  delegated: (s, e) => ({ ...s, lent: [...s.lent, { from: e.from, to: e.to, roles: e.roles, until: e.until }] }),
  "handover-offered": (s, e) => ({ ...s, offer: { id: e.id, from: e.from, to: e.to, reason: e.reason } }),
  "handover-accepted": (s, e) => (s.offer?.id === e.id ? { ...owned(s, e.to, true, "handover"), hops: s.hops + 1 } : s),
  "handover-declined": (s, e) => without(s, e.id),
  "handover-lapsed": (s, e) => without(s, e.id),
  "arbiter-called": (s, e) => ({ ...s, arbiter: e.arbiter })
}
