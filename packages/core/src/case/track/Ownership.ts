/**
 * Who is handling the case: the owner, offers and calls to others, those who must keep out of it, the departments
 * that owe a part, and powers lent on this case.
 */

import { custodian } from "../../people/Actor.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { EvolveTable } from "./Track.ts"

interface Offer {
  /** Id of the command that made it. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

/** Somebody on call who was asked, and has not answered. */
interface Call {
  readonly id: string
  readonly to: string
}

/** What a department owes to the case. */
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

export interface OwnershipState {
  readonly owner: string
  /** Which rule made them the owner: a who-word or role, `take-up`, `arbiter`, `recusal`, `lead`, `handover` … */
  readonly as: string
  readonly takenUp: boolean
  readonly department: string | undefined
  readonly offer: Offer | undefined
  /** Accepted handovers. */
  readonly hops: number
  /** Set when the hops ran out: only this person may move the case. */
  readonly arbiter: string | undefined
  /** People of the staff whom the customer's words name. */
  readonly named: readonly string[]
  /** May neither act on the case nor own it. */
  readonly recused: readonly string[]
  /** Took the case up when somebody else just had. */
  readonly collaborators: readonly string[]
  readonly call: Call | undefined
  /** Who was asked since this owner went off duty, and when last. */
  readonly called: { readonly people: readonly string[]; readonly at: Instant } | undefined
  /** How often somebody on call was asked. */
  readonly calls: number
  /** Members of the team, the owner apart; undefined = there is no team. */
  readonly team: readonly string[] | undefined
  readonly parts: Readonly<Record<string, Part>>
  readonly lent: readonly Loan[]
}

export interface OwnershipEvents {
  "owner-assigned": { readonly owner: string; readonly takenUp: boolean; readonly as: string; readonly reason?: string }
  "taken-up": { readonly by: string }
  "collaborator-joined": { readonly by: string; readonly owner: string }
  "deputy-acted": { readonly by: string; readonly for: string; readonly asked: string; readonly as: string }
  "staff-named": { readonly people: readonly string[] }
  recused: { readonly person: string; readonly named: boolean }
  /** `asked`: everybody who was asked in this absence of the owner, the new one last. */
  "on-call-asked": {
    readonly id: string
    readonly to: string
    readonly owner: string
    readonly asked: readonly string[]
  }
  "on-call-accepted": { readonly id: string; readonly to: string; readonly from: string }
  /** `unanswered`, `declined`, or how the case ended. */
  "on-call-lapsed": { readonly id: string; readonly to: string; readonly reason: string }
  /** `dueAt` for a part that the team asks for; else the department that must act on the whole. */
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
  /** By the receiver; `takenBack` by whoever offered it. */
  "handover-declined": { readonly id: string; readonly by: string; readonly reason?: string; readonly takenBack?: true }
  /** Nobody accepted by `dueAt`, or `reason`: the case has ended. */
  "handover-lapsed": { readonly id: string; readonly dueAt?: Instant; readonly reason?: string }
  "arbiter-called": { readonly arbiter: string; readonly hops: number }
}

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

/** What was asked in the old owner's time is void. */
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
