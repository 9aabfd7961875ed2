/** Feedback as it arrives, after the channel has been understood. */
import type { Language } from "../../policy/Bundle.ts"
import type { FactValue } from "../../table/Fact.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"

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

/** Where a customer is reached, by the channel of the policy on which they gave it. */
export type Addresses = Readonly<Record<string, string>>

/** What feedback brings beside its words. It is kept wherever the words go, and what counts there takes effect. */
export interface Brought {
  readonly happenedAt?: string
  readonly where?: string
  readonly demand?: string
  readonly hopedForBy?: string
  readonly score?: number
  readonly consent?: readonly string[]
  readonly attachments?: readonly string[]
  readonly facts?: Facts
  readonly addresses?: Addresses
}

/** Returns what of it is there. */
export const broughtBy = (brought: Brought): Brought => {
  const { happenedAt, where, demand, hopedForBy, score, consent, attachments, facts, addresses } = brought
  return defined({
    happenedAt,
    where,
    demand,
    hopedForBy,
    score,
    consent: consent?.length === 0 ? undefined : consent,
    attachments: attachments?.length === 0 ? undefined : attachments,
    facts: facts === undefined || Object.keys(facts).length === 0 ? undefined : facts,
    addresses: addresses === undefined || Object.keys(addresses).length === 0 ? undefined : addresses
  })
}

/** Another customer whom a case answers, since theirs was merged into it. */
export interface Party {
  readonly case: string
  readonly customer?: string
  readonly customerName?: string
  readonly language?: Language
  readonly channel: string
  readonly addresses?: Addresses
}

/** How often the customer has said the same thing, and how often of these nobody had answered. */
export interface Contacts {
  readonly contacts: number
  readonly unanswered: number
}

/**
 * What became of feedback that was answered before it came here, as far as that is known. It opens a case that is on
 * record and no more: nothing is sent and nothing falls due.
 */
export interface AnsweredBefore {
  /** When the customer was answered. */
  readonly answered?: Instant
  /** When all was done. */
  readonly closed?: Instant
}

/** Feedback as it arrives, after the channel has been understood. */
export interface Submission extends Brought {
  readonly channel: string
  readonly customer?: string
  readonly customerName?: string
  readonly customerLanguage?: Language
  readonly verbatim?: string
  readonly description?: string
  readonly kind?: string
  /** What the customer chose on the form. */
  readonly category?: string
  readonly suggested?: Suggested
  readonly history?: AnsweredBefore
}

/** The case that another one came from: a part of it, or what its customer said after it was over. */
export interface Origin {
  readonly case: string
  readonly as: "split" | "follow-up"
}

/** What a case takes along from the one that it came out of. */
export interface OriginGiven extends Origin {
  readonly parties?: readonly Party[]
  readonly contacts?: Contacts
}
