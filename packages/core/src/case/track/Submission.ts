/** Feedback as it arrives, after the channel has been understood. */
import type { Language } from "../../policy/Bundle.ts"
import type { FactValue } from "../../table/Fact.ts"

export type Facts = Readonly<Record<string, FactValue>>

/** What a classifier of the host's own makes of the words, with the places that it went by; or why it makes nothing. */
export type Suggested =
  | {
      readonly category: string
      /** Share, 0 to 1. */
      readonly confidence: number
      readonly spans?: readonly (readonly [start: number, end: number])[]
      readonly runnerUp?: string
    }
  | { readonly failed: "late" | "failed" | "no-category" }

/** Feedback as it arrives, after the channel has been understood. */
export interface Submission {
  readonly channel: string
  readonly customer?: string
  readonly customerName?: string
  readonly customerLanguage?: Language
  readonly customerAddress?: string
  readonly verbatim?: string
  readonly description?: string
  readonly happenedAt?: string
  readonly where?: string
  readonly demand?: string
  readonly hopedForBy?: string
  readonly score?: number
  readonly kind?: string
  readonly consent?: readonly string[]
  readonly attachments?: readonly string[]
  readonly facts?: Facts
  readonly suggested?: Suggested
}

/** The case that another one came from: a part of it, or what its customer said after it was over. */
export interface Origin {
  readonly case: string
  readonly as: "split" | "follow-up"
}
