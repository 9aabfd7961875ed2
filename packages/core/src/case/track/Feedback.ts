/** The feedback itself: how it came, what is known about it, and how it was understood. */
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { Addresses, Brought, Contacts, Facts, Origin, Submission } from "./Submission.ts"
import type { EvolveTable } from "./Track.ts"

/** Words with their offsets (UTF-16 units, half-open) in the customer's text. */
export interface WordSpan {
  /** Absent after erasure. */
  readonly word?: string
  readonly start: number
  readonly end: number
}

export interface Understanding {
  readonly kind: string
  readonly category?: string
  /** Share 0..1: best evidence over best and second. */
  readonly confidence: number
  readonly sure: boolean
  readonly hits: readonly (WordSpan & { readonly category: string })[]
  readonly second?: { readonly category: string; readonly confidence: number }
  /** Categories that the words show equally, each with its words. */
  readonly candidates?: readonly {
    readonly category: string
    readonly hits: readonly (WordSpan & { readonly category: string })[]
  }[]
  readonly emotion?: string
  /** `level` is the one after moving; `by` is the word that moved it. */
  readonly emotionHits: readonly (WordSpan & {
    readonly level: string
    readonly moved?: "stronger" | "weaker"
    readonly by?: string
  })[]
  readonly signals: readonly string[]
  readonly signalHits?: readonly (WordSpan & { readonly signal: string })[]
  /** `tone`: of a word of judgement, what it weighs as it is meant; above 0 it praises. */
  readonly kindHits: readonly (WordSpan & { readonly kind?: string; readonly tone?: number })[]
  /** What a classifier of the host's came to: it decided the category, was not sure, or did not answer as it should. */
  readonly classifier?: "decided" | "unsure" | "late" | "failed" | "no-category"
  /** The customer chose the category on the form. */
  readonly chosen?: true
  /** `score`, `words`, or the person who decided. */
  readonly decidedBy: string
}

/** How the feedback came; personal parts are sealed where events are stored. */
export interface FeedbackReceipt extends Submission {
  /** Who took it: a person's id or `system:<channel>`. */
  readonly receiver: string
  /** When the customer said it. */
  readonly receivedAt: Instant
  /** When it was recorded. */
  readonly loggedAt: Instant
}

export type { Contacts } from "./Submission.ts"

export interface FeedbackState {
  readonly receipt: FeedbackReceipt | undefined
  readonly facts: Facts
  readonly cause: "unknown" | "incidental" | "systemic"
  readonly understanding: Understanding | undefined
  /** The role that is asked to look at the classification. */
  readonly review: string | undefined
  /** A person set kind or category, and it stays for the policy's `override-lasts`. */
  readonly isOverridden: boolean
  readonly contacts: Contacts
}

export interface FeedbackEvents {
  "case-opened": {
    readonly policy: { readonly id: string; readonly content: string; readonly calendars: string }
    readonly receipt: FeedbackReceipt
    readonly facts: Facts
    readonly contacts: Contacts
    readonly customerName?: string
    readonly of?: Origin
  }
  /** What the words say now, beside what a person set or the dictionary was sure of. */
  "category-suggested": {
    readonly kind: string
    readonly category?: string
    readonly confidence: number
    readonly hits: readonly (WordSpan & { readonly category: string })[]
  }
  classified: { readonly understanding: Understanding }
  "review-asked": { readonly of: string; readonly candidates: readonly string[] }
  /** `words`: what the dictionary took for another category, to be looked at when it is revised. */
  reclassified: {
    readonly understanding: Understanding
    readonly by: string
    readonly reason: string
    readonly words?: readonly string[]
  }
  "facts-recorded": {
    readonly facts: Facts
    /** Where the customer is reached from now on. */
    readonly addresses?: Addresses
    /** The score that counts from now on. */
    readonly score?: number
    readonly cause?: "incidental" | "systemic"
    readonly reason?: string
    readonly by: string
  }
  /** What was told would have left the case demanding less: it waits for whoever may decide that. */
  "facts-suggested": { readonly facts: Facts; readonly by: string }
}

export const nothing: FeedbackState = {
  receipt: undefined,
  facts: {},
  cause: "unknown",
  understanding: undefined,
  review: undefined,
  isOverridden: false,
  contacts: { contacts: 1, unanswered: 0 }
}

export const evolve: EvolveTable<FeedbackState, FeedbackEvents> = {
  "case-opened": (_, e) => ({ ...nothing, receipt: e.receipt, facts: e.facts, contacts: e.contacts }),
  "category-suggested": (s) => s,
  classified: (state, event) => ({
    ...state,
    understanding: event.understanding,
    review: event.understanding.sure ? undefined : state.review,
    isOverridden: state.isOverridden && event.understanding.decidedBy === state.understanding?.decidedBy
  }),
  "review-asked": (s, e) => ({ ...s, review: e.of }),
  reclassified: (s, e) => ({ ...s, understanding: e.understanding, review: undefined, isOverridden: true }),
  "facts-suggested": (s) => s,
  "facts-recorded": (state, event) => ({
    ...state,
    facts: { ...state.facts, ...event.facts },
    cause: event.cause ?? state.cause,
    receipt:
      state.receipt === undefined || event.score === undefined
        ? state.receipt
        : { ...state.receipt, score: event.score }
  })
}

/**
 * Returns the receipt with what came later: attachments are added, and what was not known is known now. What is known
 * stays; another demand or place is kept with the words that brought it.
 */
const filled = (
  receipt: FeedbackReceipt,
  { happenedAt, where, demand, hopedForBy, attachments = [] }: Brought
): FeedbackReceipt => {
  const more = defined({ happenedAt, where, demand, hopedForBy })
  // Mostly nothing comes along with words.
  if (attachments.length === 0 && Object.keys(more).length === 0) return receipt
  return {
    ...more,
    ...receipt,
    ...(attachments.length === 0 ? {} : { attachments: [...new Set([...(receipt.attachments ?? []), ...attachments])] })
  }
}

/** Returns the feedback after something more was said. */
export const brought = (state: FeedbackState, brought: Brought): FeedbackState => {
  const receipt = state.receipt === undefined ? undefined : filled(state.receipt, brought)
  return receipt === state.receipt ? state : { ...state, receipt }
}

/** Whether nobody can be sure yet what it is: a person is asked, or the words do not tell. */
export const isUnsure = ({ review, understanding }: FeedbackState): boolean =>
  review !== undefined || understanding?.sure === false

/** Returns the feedback after the same thing was said again: promises count from the earlier of two merged receipts. */
export const joined = (
  state: FeedbackState,
  event: Brought & {
    readonly contacts: Contacts
    readonly receivedAt: Instant
    readonly customerName?: string
    readonly from?: string
  }
): FeedbackState => {
  if (state.receipt === undefined) return { ...state, contacts: event.contacts }
  const receipt = filled(state.receipt, event)
  const { customerName } = event
  return {
    ...state,
    contacts: event.contacts,
    receipt:
      event.from === undefined
        ? { ...defined({ customerName }), ...receipt }
        : { ...receipt, receivedAt: Math.min(receipt.receivedAt, event.receivedAt) }
  }
}
