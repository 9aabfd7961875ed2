/** What was said, by whom, and what is known about it: the feedback itself, its facts and its classification. */
import type { Language } from "../../model/Bundle.ts"
import type { Facts, Submission } from "../../model/Command.ts"
import type { Instant } from "../../model/Instant.ts"
import type { EvolveTable } from "../../model/Track.ts"

/** Words with their offsets (UTF-16 units, half-open) in the customer's text. */
export interface Span {
  readonly word: string
  readonly start: number
  readonly end: number
}

export interface Understanding {
  readonly kind: string
  readonly category?: string
  /** Share 0..1: best evidence over best and second. */
  readonly confidence: number
  readonly sure: boolean
  readonly hits: readonly (Span & { readonly category: string })[]
  readonly second?: { readonly category: string; readonly confidence: number }
  readonly emotion?: string
  readonly emotionHits: readonly (Span & { readonly level: string })[]
  readonly signals: readonly string[]
  readonly kindHits: readonly Span[]
  /** `score`, `words`, or the person who decided. */
  readonly decidedBy: string
}

/** How the feedback came; personal parts are sealed where events are stored. */
export interface Receipt extends Submission {
  /** Who took it: a person's id or `system:<channel>`. */
  readonly receiver: string
  /** When the customer said it. */
  readonly receivedAt: Instant
  /** When it was recorded. */
  readonly loggedAt: Instant
}

export interface IntakeState {
  readonly receipt: Receipt | undefined
  readonly language: Language | undefined
  readonly facts: Facts
  readonly understanding: Understanding | undefined
  readonly review: string | undefined
  /** The last channel on which the customer spoke: where the answer goes. */
  readonly lastChannel: string | undefined
  readonly contacts: { readonly contacts: number; readonly unanswered: number }
  readonly problem:
    | { readonly id: string; readonly customers: number; readonly cases: number; readonly open: boolean }
    | undefined
  readonly links: readonly string[]
  readonly cause: "unknown" | "incidental" | "systemic"
}

export interface IntakeEvents {
  "case-opened": {
    readonly policy: { readonly id: string; readonly content: string; readonly calendars: string }
    readonly receipt: Receipt
    readonly facts: Facts
    readonly contacts: { readonly contacts: number; readonly unanswered: number }
    readonly customerName?: string
  }
  classified: { readonly understanding: Understanding }
  "review-asked": { readonly of: string; readonly candidates: readonly string[] }
  reclassified: { readonly understanding: Understanding; readonly by: string; readonly reason: string }
  "facts-recorded": {
    readonly facts: Facts
    readonly cause?: "incidental" | "systemic"
    readonly reason?: string
    readonly by: string
  }
  "customer-wrote": { readonly text: string; readonly channel: string }
  "customer-told": { readonly text: string; readonly by: string }
  "note-added": { readonly text: string; readonly by: string }
  "case-linked": { readonly to: string; readonly as: "problem" | "same-cause" | "recurrence" }
  "case-unlinked": { readonly from: string }
  "problem-told": {
    readonly problem: string
    readonly customers: number
    readonly cases: number
    readonly open: boolean
  }
}

export const nothing: IntakeState = {
  receipt: undefined,
  language: undefined,
  facts: {},
  understanding: undefined,
  review: undefined,
  lastChannel: undefined,
  contacts: { contacts: 1, unanswered: 0 },
  problem: undefined,
  links: [],
  cause: "unknown"
}

export const evolve: EvolveTable<IntakeState, IntakeEvents> = {
  "case-opened": (_, e) => ({
    ...nothing,
    receipt: e.receipt,
    language: e.receipt.customerLanguage,
    facts: e.facts,
    lastChannel: e.receipt.channel,
    contacts: e.contacts
  }),
  classified: (s, e) => ({ ...s, understanding: e.understanding }),
  "review-asked": (s, e) => ({ ...s, review: e.of }),
  reclassified: (s, e) => ({ ...s, understanding: e.understanding, review: undefined }),
  "facts-recorded": (s, e) => ({ ...s, facts: { ...s.facts, ...e.facts }, cause: e.cause ?? s.cause }),
  "customer-wrote": (s, e) => ({ ...s, lastChannel: e.channel }),
  "customer-told": (s) => s,
  "note-added": (s) => s,
  "case-linked": (s, e) =>
    e.as === "problem"
      ? { ...s, problem: { id: e.to, customers: 1, cases: 1, open: false } }
      : s.links.includes(e.to)
        ? s
        : { ...s, links: [...s.links, e.to] },
  "case-unlinked": (s, e) => (s.problem?.id === e.from ? { ...s, problem: undefined } : s),
  "problem-told": (s, e) =>
    s.problem?.id === e.problem
      ? { ...s, problem: { id: e.problem, customers: e.customers, cases: e.cases, open: e.open } }
      : s
}
