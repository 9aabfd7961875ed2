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
export type Progress = "live" | "verified"

/** The root cause that this case shares with others, as far as this case was told. */
export interface ProblemLink {
  readonly id: string
  readonly customers: number
  readonly cases: number
  readonly open: boolean
  /** What prevents its cause, on whichever of its cases that was shown. */
  readonly progress?: Progress
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
    readonly progress?: Progress | "failed"
    readonly by?: string
  }
  /** Prevention shown here serves every case of the problem. */
  "problem-progressed": { readonly problem: string; readonly gate: string; readonly progress: Progress | "failed" }
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

const linked = (s: RelationsState, to: string): RelationsState =>
  s.links.includes(to) ? s : { ...s, links: [...s.links, to] }

/** Returns the relations after the same thing was said again; a merged case is linked, and so is what it was linked to. */
export const joined = (
  s: RelationsState,
  { from, links = [], siblings = [] }: { readonly from?: string } & Partial<Pick<RelationsState, "links" | "siblings">>
): RelationsState =>
  from === undefined
    ? s
    : {
        ...s,
        absorbed: [...s.absorbed, from],
        links: [...new Set([...s.links, from, ...links])],
        siblings: [...new Set([...s.siblings, ...siblings])]
      }

/** Returns the cases that are one matter with this one; what somebody else's words name is not. */
export const together = (s: RelationsState): readonly string[] =>
  s.links.filter((id) => !s.mentions.includes(id) || s.siblings.includes(id))

const shoot = (s: RelationsState, e: Offshoot & { readonly to: string; readonly at: Instant }): RelationsState => {
  const { as, text, receivedAt, by, channel, kind, category, customer } = e
  const offshoot = { ...defined({ as, text, receivedAt, by, channel, kind, category, customer }), ...broughtBy(e) }
  return { ...linked(s, e.to), offshoots: { ...s.offshoots, [e.to]: offshoot } }
}

const counted = ({ customers, cases, open }: RelationsEvents["problem-told"]) => ({ customers, cases, open })

/** How far the prevention is, and which other case shows it; a failed one is none, a proved one closes the problem. */
const brought = (s: RelationsState, problem: string, progress: Progress | "failed", by?: string): RelationsState => {
  if (s.problem?.id !== problem) return s
  const { progress: _, by: __, ...counts } = s.problem
  if (progress === "failed") return { ...s, problem: counts }
  const open = counts.open && progress !== "verified"
  return { ...s, problem: { ...counts, open, progress, ...defined({ by }) } }
}

export const evolve: EvolveTable<RelationsState, RelationsEvents> = {
  "case-split": shoot,
  "case-followed": shoot,
  "case-merged": (s, e) => ({ ...linked(s, e.into), mergedInto: e.into }),
  "case-linked": (s, e) => {
    switch (e.as) {
      case "problem":
        return { ...s, problem: { id: e.to, customers: 1, cases: 1, open: false } }
      case "same-cause":
      case "recurrence":
        return { ...linked(s, e.to), siblings: [...new Set([...s.siblings, e.to])] }
      case "finding":
      case "found-in":
      case "mentioned":
        return {
          ...linked(s, e.to),
          mentions: [...new Set([...s.mentions, e.to])],
          findings: e.as === "finding" ? [...new Set([...s.findings, e.to])] : s.findings
        }
      case "earlier":
      case "origin":
        return linked(s, e.to)
    }
  },
  "case-unlinked": (s, e) => (s.problem?.id === e.from ? { ...s, problem: undefined } : s),
  "problem-told": (s, e) => {
    if (s.problem?.id !== e.problem) return s
    const { progress, by, ...link } = s.problem
    // It ended and is open again: what was shown before shows nothing for it.
    const isAnew = progress === "verified" && e.open
    const told = { ...s, problem: { ...link, ...(isAnew ? {} : defined({ progress, by })), ...counted(e) } }
    return e.progress === undefined ? told : brought(told, e.problem, e.progress, e.by)
  },
  "problem-progressed": (s, e) => brought(s, e.problem, e.progress),
  "problem-closed": (s, e) => brought(s, e.problem, "verified", e.by)
}
