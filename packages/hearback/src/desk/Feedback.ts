/** Feedback as a host writes it. */
import type { AnyNames, Bundle, PolicyNames } from "@hearback/core"
import type { Instantish } from "../call/Instant.ts"

/** What a customer says, with where it came from and what is known about it. */
export interface Feedback<N extends PolicyNames = AnyNames> {
  readonly channel: N["channel"]
  /** Without an `id` nobody is known, and answers go to the `address`. */
  readonly customer?:
    | string
    | {
        readonly id?: string
        readonly name?: string
        readonly address?: string
        readonly language?: Bundle.Language
        readonly consent?: readonly N["consent"][]
      }
  /** The customer's own words. Without words and without a score the feedback is kept in quarantine. */
  readonly verbatim?: string
  readonly description?: string
  /** When the customer said it; default now. */
  readonly received?: Instantish
  readonly happenedAt?: string
  readonly where?: string
  readonly demand?: string
  readonly hopedForBy?: string
  readonly score?: number
  readonly kind?: N["kind"]
  /** What the customer chose on the form. */
  readonly category?: N["category"]
  readonly attachments?: readonly string[]
  readonly facts?: N["facts"]
  /**
   * It was answered before it came here, as far as that is known: its case is on record and no more. Nothing is sent, and
   * a promise is judged by these instants or stands as not known. The host alone says so.
   */
  readonly history?: { readonly answered?: Instantish; readonly closed?: Instantish }
  /** The case that the message names, as a reply does. Its own customer's word goes there; anybody else's does not. */
  readonly thread?: string
  /** Written by a machine (out of office, delivery report): kept, never answered, and no case is opened for it. */
  readonly automatic?: boolean
}

/** One piece of feedback of many, with the key that makes a second run harmless. */
export interface Keyed<N extends PolicyNames = AnyNames> {
  readonly feedback: Feedback<N>
  readonly key?: string
  /** As it came: kept where it goes into quarantine, so that it can be read again. */
  readonly source?: FeedbackRow
}

/** A row of a file. */
export interface FeedbackRow {
  /** Which row it is, however it is read: the same row is not taken twice. */
  readonly row?: string
  readonly raw: string
  readonly file?: string
  /** What the file holds was answered before it came here. */
  readonly history?: boolean
  /** Counted from 1. */
  readonly line?: number
  /** The bytes themselves in base64, where they are no text in the encoding in which they were read. */
  readonly bytes?: string
  /** The first line of its table, and what stands between the cells. */
  readonly head?: string
  readonly delimiter?: string
}
