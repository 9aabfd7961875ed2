/** The feedback of a case: how it arrived, what is known about it, and how it was classified. */
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { Addresses, Brought, Contacts, Facts, Origin, Submission } from "./Submission.ts"
import type { EvolveTable } from "./Track.ts"

/** A word of the customer's text, with its offsets in UTF-16 units; `end` is exclusive. */
export interface WordSpan {
  /** The word itself; absent after erasure. */
  readonly word?: string
  readonly start: number
  readonly end: number
}

/** How the words of a case were read: kind, category, emotion and signals, each with the words that decided it. */
export interface Understanding {
  readonly kind: string
  readonly category?: string
  /** How sure the category is, from 0 to 1: the best evidence divided by the sum of the best and the second best. */
  readonly confidence: number
  readonly sure: boolean
  readonly hits: readonly (WordSpan & { readonly category: string })[]
  readonly second?: { readonly category: string; readonly confidence: number }
  /** Categories with equal evidence, each with its words. */
  readonly candidates?: readonly {
    readonly category: string
    readonly hits: readonly (WordSpan & { readonly category: string })[]
  }[]
  readonly emotion?: string
  /** Words that moved the emotion level. `level`: the level after the move; `by`: the word that modified this one. */
  readonly emotionHits: readonly (WordSpan & {
    readonly level: string
    readonly moved?: "stronger" | "weaker"
    readonly by?: string
  })[]
  readonly signals: readonly string[]
  readonly signalHits?: readonly (WordSpan & { readonly signal: string })[]
  /** Words that decided the kind. `tone`: the weight of a judging word in its context; above 0 it praises. */
  readonly kindHits: readonly (WordSpan & { readonly kind?: string; readonly tone?: number })[]
  /** What the host's classifier returned: it decided the category, was not sure, or did not answer properly. */
  readonly classifier?: "decided" | "unsure" | "late" | "failed" | "no-category"
  /** Whether the customer chose the category on the form. */
  readonly chosen?: true
  /** What decided the classification: `score`, `words`, or the id of a person. */
  readonly decidedBy: string
}

/** The feedback as it arrived. Its personal parts are sealed in stored events. */
export interface FeedbackReceipt extends Submission {
  /** Who received it: a person's id or `system:<channel>`. */
  readonly receiver: string
  /** When the customer said it. */
  readonly receivedAt: Instant
  /** When it was recorded. */
  readonly loggedAt: Instant
}

export type { Contacts } from "./Submission.ts"

/** The state of the feedback of a case: its receipt, facts and classification. */
export interface FeedbackState {
  readonly receipt: FeedbackReceipt | undefined
  readonly facts: Facts
  readonly cause: "unknown" | "incidental" | "systemic"
  readonly understanding: Understanding | undefined
  /** The role that is asked to review the classification. */
  readonly review: string | undefined
  /** Whether a person set the kind or the category. It then holds for the policy's `override-lasts`. */
  readonly isOverridden: boolean
  readonly contacts: Contacts
}

/** The events of feedback, by name. */
export interface FeedbackEvents {
  "case-opened": {
    readonly policy: { readonly id: string; readonly content: string; readonly calendars: string }
    readonly receipt: FeedbackReceipt
    readonly facts: Facts
    readonly contacts: Contacts
    readonly customerName?: string
    readonly of?: Origin
  }
  /** The words now suggest another category than a person set or the dictionary was sure of. */
  "category-suggested": {
    readonly kind: string
    readonly category?: string
    readonly confidence: number
    readonly hits: readonly (WordSpan & { readonly category: string })[]
  }
  classified: { readonly understanding: Understanding }
  "review-asked": { readonly of: string; readonly candidates: readonly string[] }
  /**
   * A person corrected the category. `words`: those that led the dictionary to another one, kept for its next revision.
   */
  reclassified: {
    readonly understanding: Understanding
    readonly by: string
    readonly reason: string
    readonly words?: readonly string[]
  }
  "facts-recorded": {
    readonly facts: Facts
    /** The customer's addresses from now on. */
    readonly addresses?: Addresses
    /** The score that counts from now on. */
    readonly score?: number
    readonly cause?: "incidental" | "systemic"
    readonly reason?: string
    readonly by: string
  }
  /** Facts that would remove demands of the case were reported. They wait for somebody who may decide that. */
  "facts-suggested": { readonly facts: Facts; readonly by: string }
}

/** The state of feedback before it arrives. */
export const nothing: FeedbackState = {
  receipt: undefined,
  facts: {},
  cause: "unknown",
  understanding: undefined,
  review: undefined,
  isOverridden: false,
  contacts: { contacts: 1, unanswered: 0 }
}

/** Returns the feedback after an event. */
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
 * Returns the receipt with what came later. Attachments are added, and fields that were empty are filled. A field that
 * was filled is not replaced: a later value is kept with the words that brought it.
 */
const filled = (
  receipt: FeedbackReceipt,
  { happenedAt, where, demand, hopedForBy, attachments = [] }: Brought
): FeedbackReceipt => {
  const more = defined({ happenedAt, where, demand, hopedForBy })
  // Most words come with nothing else.
  if (attachments.length === 0 && Object.keys(more).length === 0) return receipt
  return {
    ...more,
    ...receipt,
    ...(attachments.length === 0 ? {} : { attachments: [...new Set([...(receipt.attachments ?? []), ...attachments])] })
  }
}

/** Returns the feedback after the customer said something more. */
export const brought = (state: FeedbackState, brought: Brought): FeedbackState => {
  const receipt = state.receipt === undefined ? undefined : filled(state.receipt, brought)
  return receipt === state.receipt ? state : { ...state, receipt }
}

/**
 * Returns whether nobody is sure yet what the feedback is: it waits for a person's review, or the words do not tell.
 */
export const isUnsure = ({ review, understanding }: FeedbackState): boolean =>
  review !== undefined || understanding?.sure === false

/**
 * Returns the feedback after the same matter was said again. Promises count from the earlier of two merged receipts.
 */
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
