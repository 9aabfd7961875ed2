/** Feedback as a case holds it: how it came, what was said and how it was understood. */
import type { Language } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import type { Facts, Origin, Submission } from "../Command.ts"

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
  /** Categories that the words show equally, each with its words. */
  readonly candidates?: readonly {
    readonly category: string
    readonly hits: readonly (Span & { readonly category: string })[]
  }[]
  readonly emotion?: string
  /** `level` is the one after moving; `by` is the word that moved it. */
  readonly emotionHits: readonly (Span & {
    readonly level: string
    readonly moved?: "stronger" | "weaker"
    readonly by?: string
  })[]
  readonly signals: readonly string[]
  readonly signalHits?: readonly (Span & { readonly signal: string })[]
  readonly kindHits: readonly (Span & { readonly kind?: string })[]
  /** What a classifier of the host's came to: it decided the category, was not sure, or did not answer as it should. */
  readonly classifier?: "decided" | "unsure" | "late" | "failed" | "no-category"
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

/** One thing that the customer said. */
export interface Saying {
  readonly at: Instant
  readonly text: string
  readonly channel: string
  /** `feedback`: the matter itself, once more or for the first time; `word`: something further about it. */
  readonly as: "feedback" | "word"
}

/** Another customer whom this case answers, since theirs was merged into it. */
export interface Party {
  readonly case: string
  readonly customer?: string
  readonly customerName?: string
  readonly language?: Language
  readonly channel: string
}

/** What goes on in a case of its own, by the id of that case. */
export interface Offshoot {
  readonly as: Origin["as"]
  readonly text: string
  /** When the customer said it, as the new case counts. */
  readonly receivedAt: Instant
  readonly by: string
  readonly channel: string
  readonly kind?: string
  readonly category?: string
  readonly facts?: Facts
  /** Who said it, where that is not the customer of the first one. */
  readonly customer?: string
}

/** Of a problem: the prevention of its cause is in place, or has proved effective. */
export type Progress = "live" | "verified"
