/** Feedback as a host writes it. */
import type { AnyNames, Bundle, PolicyNames } from "@hearback/core"
import type { Instantish } from "../call/Instant.ts"

/** Feedback of a customer: their words, the channel and what is known about it. */
export interface Feedback<N extends PolicyNames = AnyNames> {
  readonly channel: N["channel"]
  /** The customer. With an `id`, or a text as id, they are known; without one, answers go to the `address`. */
  readonly customer?:
    | string
    | {
        readonly id?: string
        readonly name?: string
        readonly address?: string
        readonly language?: Bundle.Language
        readonly consent?: readonly N["consent"][]
      }
  /** The customer's own words. Feedback without words and without a score goes into quarantine. */
  readonly verbatim?: string
  /** What happened, in the words of whoever took the feedback. */
  readonly description?: string
  /** When the customer said it. Default: now. */
  readonly received?: Instantish
  /** When it happened, in words. */
  readonly happenedAt?: string
  /** Where it happened, in words. */
  readonly where?: string
  /** What the customer asks for. */
  readonly demand?: string
  /** By when the customer hopes for an answer, in words. */
  readonly hopedForBy?: string
  /** The score of a rating or a survey. */
  readonly score?: number
  /** The kind, if the host knows it: then the words do not decide it. */
  readonly kind?: N["kind"]
  /** The category that the customer chose on the form. */
  readonly category?: N["category"]
  /** The names of attachments; Hearback does not store their contents. */
  readonly attachments?: readonly string[]
  /** Facts about the case, by the names that the policy declares. */
  readonly facts?: N["facts"]
  /**
   * For feedback that was answered before Hearback: when it was answered and closed. Its case is only recorded: nothing
   * is sent, and promises are judged by these instants or count as not known. Only the host may give it.
   */
  readonly history?: { readonly answered?: Instantish; readonly closed?: Instantish }
  /**
   * The case that the message names, as a reply does. The message joins this case only if it comes from the same
   * customer.
   */
  readonly thread?: string
  /**
   * True for a message written by a machine (out of office, delivery report): it is kept, opens no case and gets no
   * answer.
   */
  readonly automatic?: boolean
}

/** One piece of feedback among many, with its idempotency key. */
export interface Keyed<N extends PolicyNames = AnyNames> {
  readonly feedback: Feedback<N>
  /** The idempotency key: a second run with the same key takes nothing twice. */
  readonly key?: string
  /** The original row. It is kept if the feedback goes into quarantine, so that it can be read again. */
  readonly source?: FeedbackRow
}

/** The row of a file from which feedback was read. */
export interface FeedbackRow {
  /** The identity of the row: the same row is taken only once, however the file is read. */
  readonly row?: string
  /** The text of the row. */
  readonly raw: string
  /** The name of the file. */
  readonly file?: string
  /** True if the feedback of the file was answered before Hearback. */
  readonly history?: boolean
  /** The line in the file, counted from 1. */
  readonly line?: number
  /** The bytes in base64, if they are not text in the encoding of the file. */
  readonly bytes?: string
  /** The first line of the table, with the names of its columns. */
  readonly head?: string
  /** The character between two cells. */
  readonly delimiter?: string
}
