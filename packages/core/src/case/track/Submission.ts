/** Feedback as it arrives, after the channel has parsed it. */
import type { Language } from "../../policy/Bundle.ts"
import type { FactValue } from "../../table/Fact.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"

/** Facts about a case, by name. */
export type Facts = Readonly<Record<string, FactValue>>

/** The result of a host's classifier for some words, with the words that decided it, or why there is none. */
export type Suggested =
  | {
      readonly category: string
      /** How sure the classifier is, from 0 to 1. */
      readonly confidence: number
      readonly spans?: readonly (readonly [start: number, end: number])[]
      readonly runnerUp?: string
    }
  | { readonly failed: "late" | "failed" | "no-category" }

/** The addresses of a customer, by the policy's channel on which they gave them. */
export type Addresses = Readonly<Record<string, string>>

/** What feedback brings beside its words: attachments, facts, addresses and the like. It is kept with the words. */
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

/** Returns the fields of `Brought` that are given. */
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

/** Another customer whom a case answers, because that customer's case was merged into it. */
export interface Party {
  readonly case: string
  readonly customer?: string
  readonly customerName?: string
  readonly language?: Language
  readonly channel: string
  readonly addresses?: Addresses
}

/** How often the customer has said the same thing, and how many of these contacts nobody had answered. */
export interface Contacts {
  readonly contacts: number
  readonly unanswered: number
}

/**
 * How feedback ended that was answered before it was imported, as far as that is known. The case that it opens is only
 * kept on record: no message is sent and nothing falls due.
 */
export interface AnsweredBefore {
  /** When the customer was answered. */
  readonly answered?: Instant
  /** When the case was closed. */
  readonly closed?: Instant
}

/** Feedback as it arrives, after the channel has parsed it. */
export interface Submission extends Brought {
  readonly channel: string
  readonly customer?: string
  readonly customerName?: string
  readonly customerLanguage?: Language
  readonly verbatim?: string
  readonly description?: string
  readonly kind?: string
  /** The category that the customer chose on the form. */
  readonly category?: string
  readonly suggested?: Suggested
  readonly history?: AnsweredBefore
}

/** The case from which another case came: by a split, or because its customer wrote after it was over. */
export interface Origin {
  readonly case: string
  readonly as: "split" | "follow-up"
}

/** What a case receives from the case that it came from. */
export interface OriginGiven extends Origin {
  readonly parties?: readonly Party[]
  readonly contacts?: Contacts
}
