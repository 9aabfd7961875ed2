/** How a case stands to others: the cases it is linked to, what came out of it, and the problem it belongs to. */
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import { type Brought, broughtBy, type Origin } from "./Submission.ts"
import type { EvolveTable } from "./Track.ts"

/** What goes on in a case of its own, by the id of that case. */
export interface Offshoot extends Brought {
  readonly as: Origin["as"]
  readonly text: string
  /** When the customer said it, as the new case counts. */
  readonly receivedAt: Instant
  readonly by: string
  readonly channel: string
  readonly kind?: string
  readonly category?: string
  /** Who said it, where that is not the customer of the first one. */
  readonly customer?: string
}

/** Of a problem: the prevention of its cause is in place, or has proved effective. */
export type PreventionProgress = "live" | "verified"

/** The root cause that this case shares with others, as far as this case was told. */
export interface ProblemLink {
  readonly id: string
  readonly customers: number
  readonly cases: number
  readonly open: boolean
  /** What prevents its cause, on whichever of its cases that was shown. */
  readonly progress?: PreventionProgress
  /** The other case that showed it. */
  readonly by?: string
}

export interface RelationsState {
  readonly links: readonly string[]
  /** Of those, the cases of the same cause. */
  readonly siblings: readonly string[]
  /** Of those, cases that the feedback names and that are not this customer's. */
  readonly mentions: readonly string[]
  /** Feedback that was found in this piece of routine work. */
  readonly findings: readonly string[]
  readonly mergedInto: string | undefined
  /** Cases that were merged into this one. */
  readonly absorbed: readonly string[]
  /** Cases that came out of this one. */
  readonly offshoots: Readonly<Record<string, Offshoot>>
  readonly problem: ProblemLink | undefined
}

/**
 * Why two cases are linked. `earlier`: a closed one about the same thing, so it may have come back; `mentioned`: the
 * feedback names a case that is not its customer's; `origin`: it was split off, or followed; `found-in`: it was found in that
 * case of a routine, which knows it as `finding`.
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
    /** Another case of the problem has brought it on, or its prevention failed. */
    readonly progress?: PreventionProgress | "failed"
    readonly by?: string
  }
  /** Prevention shown here serves every case of the problem. */
  "problem-progressed": {
    readonly problem: string
    readonly gate: string
    readonly progress: PreventionProgress | "failed"
  }
  "problem-closed": { readonly problem: string; readonly by: string }
}

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

/** Returns the relations after the same thing was said again; a merged case is linked, and so is what it was linked to. */
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

/** Returns the cases that are one matter with this one; what somebody else's words name is not. */
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

/** How far the prevention is, and which other case shows it; a failed one is none, a proved one closes the problem. */
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
    // It ended and is open again: what was shown before shows nothing for it.
    const isAnew = progress === "verified" && event.open
    const told = { ...state, problem: { ...link, ...(isAnew ? {} : defined({ progress, by })), ...counted(event) } }
    return event.progress === undefined ? told : brought(told, event.problem, event.progress, event.by)
  },
  "problem-progressed": (s, e) => brought(s, e.problem, e.progress),
  "problem-closed": (s, e) => brought(s, e.problem, "verified", e.by)
}
