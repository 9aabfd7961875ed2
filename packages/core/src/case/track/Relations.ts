/** How a case is related to others: linked cases, cases that came out of it, and the problem that it belongs to. */
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import { type Brought, broughtBy, type Origin } from "./Submission.ts"
import type { EvolveTable } from "./Track.ts"

/** A case that came out of this one, recorded on this case by the new case's id. */
export interface Offshoot extends Brought {
  readonly as: Origin["as"]
  readonly text: string
  /** When the customer said it; the new case counts from there. */
  readonly receivedAt: Instant
  readonly by: string
  readonly channel: string
  readonly kind?: string
  readonly category?: string
  /** The customer who said it, if that is not the first customer of this case. */
  readonly customer?: string
}

/** How far the prevention of a problem's cause is: in place (`live`), or proved effective (`verified`). */
export type PreventionProgress = "live" | "verified"

/** The problem that this case belongs to, as this case was last informed of it. */
export interface ProblemLink {
  readonly id: string
  readonly customers: number
  readonly cases: number
  readonly open: boolean
  /** How far the prevention of its cause is, by whichever of its cases shows it. */
  readonly progress?: PreventionProgress
  /** The other case that shows it. */
  readonly by?: string
}

/** The state of a case's relations to other cases. */
export interface RelationsState {
  readonly links: readonly string[]
  /** Those of the linked cases that have the same cause. */
  readonly siblings: readonly string[]
  /** Those of the linked cases that the feedback names and that belong to another customer. */
  readonly mentions: readonly string[]
  /** The cases of feedback that was found in this case of a routine. */
  readonly findings: readonly string[]
  readonly mergedInto: string | undefined
  /** The cases that were merged into this one. */
  readonly absorbed: readonly string[]
  /** The cases that came out of this one, by id. */
  readonly offshoots: Readonly<Record<string, Offshoot>>
  readonly problem: ProblemLink | undefined
}

/**
 * Why two cases are linked. `earlier`: a closed case about the same matter, which may have come back. `mentioned`: the
 * feedback names a case of another customer. `origin`: the case was split off from it, or followed it. `found-in`: the
 * feedback was found in that case of a routine, which records it as `finding`.
 */
export type LinkedAs =
  | "problem"
  | "same-cause"
  | "recurrence"
  | "earlier"
  | "mentioned"
  | "origin"
  | "found-in"
  | "finding"

/** The events of relations, by name. */
export interface RelationsEvents {
  "case-split": Offshoot & { readonly to: string; readonly reason?: string }
  "case-followed": Offshoot & { readonly to: string }
  "case-merged": { readonly into: string; readonly by: string; readonly reason?: string }
  "case-linked": { readonly to: string; readonly as: LinkedAs }
  "case-unlinked": { readonly from: string }
  "problem-told": {
    readonly problem: string
    readonly customers: number
    readonly cases: number
    readonly open: boolean
    /** How far the prevention is, by another case of the problem, or `failed`. */
    readonly progress?: PreventionProgress | "failed"
    readonly by?: string
  }
  /** Prevention was shown on this case; it counts for every case of the problem. */
  "problem-progressed": {
    readonly problem: string
    readonly gate: string
    readonly progress: PreventionProgress | "failed"
  }
  "problem-closed": { readonly problem: string; readonly by: string }
}

/** The state of a case without relations. */
export const nothing: RelationsState = {
  links: [],
  siblings: [],
  mentions: [],
  findings: [],
  mergedInto: undefined,
  absorbed: [],
  offshoots: {},
  problem: undefined
}

const linked = (state: RelationsState, to: string): RelationsState =>
  state.links.includes(to) ? state : { ...state, links: [...state.links, to] }

/** Returns the relations after the same matter was said again. A merged case is linked, with the cases linked to it. */
export const joined = (
  state: RelationsState,
  { from, links = [], siblings = [] }: { readonly from?: string } & Partial<Pick<RelationsState, "links" | "siblings">>
): RelationsState =>
  from === undefined
    ? state
    : {
        ...state,
        absorbed: [...state.absorbed, from],
        links: [...new Set([...state.links, from, ...links])],
        siblings: [...new Set([...state.siblings, ...siblings])]
      }

/** Returns the cases that are about the same matter as this one. A case that another customer's words name is not. */
export const together = (state: RelationsState): readonly string[] =>
  state.links.filter((id) => !state.mentions.includes(id) || state.siblings.includes(id))

const shoot = (
  state: RelationsState,
  event: Offshoot & { readonly to: string; readonly at: Instant }
): RelationsState => {
  const { as, text, receivedAt, by, channel, kind, category, customer } = event
  const offshoot = { ...defined({ as, text, receivedAt, by, channel, kind, category, customer }), ...broughtBy(event) }
  return { ...linked(state, event.to), offshoots: { ...state.offshoots, [event.to]: offshoot } }
}

const counted = ({ customers, cases, open }: RelationsEvents["problem-told"]) => ({ customers, cases, open })

/**
 * Returns the problem after news of its prevention. A failed prevention counts as none; a proved one closes the
 * problem.
 */
const brought = (
  state: RelationsState,
  problem: string,
  progress: PreventionProgress | "failed",
  by?: string
): RelationsState => {
  if (state.problem?.id !== problem) return state
  const { progress: _, by: __, ...counts } = state.problem
  if (progress === "failed") return { ...state, problem: counts }
  const open = counts.open && progress !== "verified"
  return { ...state, problem: { ...counts, open, progress, ...defined({ by }) } }
}

/** Returns the relations after an event. */
export const evolve: EvolveTable<RelationsState, RelationsEvents> = {
  "case-split": shoot,
  "case-followed": shoot,
  "case-merged": (s, e) => ({ ...linked(s, e.into), mergedInto: e.into }),
  "case-linked": (state, event) => {
    switch (event.as) {
      case "problem":
        return { ...state, problem: { id: event.to, customers: 1, cases: 1, open: false } }
      case "same-cause":
      case "recurrence":
        return { ...linked(state, event.to), siblings: [...new Set([...state.siblings, event.to])] }
      case "finding":
      case "found-in":
      case "mentioned":
        return {
          ...linked(state, event.to),
          mentions: [...new Set([...state.mentions, event.to])],
          findings: event.as === "finding" ? [...new Set([...state.findings, event.to])] : state.findings
        }
      case "earlier":
      case "origin":
        return linked(state, event.to)
    }
  },
  "case-unlinked": (s, e) => (s.problem?.id === e.from ? { ...s, problem: undefined } : s),
  "problem-told": (state, event) => {
    if (state.problem?.id !== event.problem) return state
    const { progress, by, ...link } = state.problem
    // The problem had ended and is open again. Evidence shown for the ended one does not count.
    const isAnew = progress === "verified" && event.open
    const told = { ...state, problem: { ...link, ...(isAnew ? {} : defined({ progress, by })), ...counted(event) } }
    return event.progress === undefined ? told : brought(told, event.problem, event.progress, event.by)
  },
  "problem-progressed": (s, e) => brought(s, e.problem, e.progress),
  "problem-closed": (s, e) => brought(s, e.problem, "verified", e.by)
}
