/**
 * The port to customers and staff. A channel may send, take in, or both. Throwing anything means "try again later"; a
 * refusal is a value. Channels alone see plain personal data.
 */
import type { Audience, Bundle } from "@hearback/core"

export type { Audience }

/** A sender or a receiver of messages. In messages that leave, address and name have one line each. */
export interface Correspondent {
  /** The id of the customer or of the person in the directory; absent if nobody is known. */
  readonly id?: string
  /**
   * An address of the kind that the channel uses, such as an e-mail address or a telephone number. Always present if
   * the channel has `needsAddress`.
   */
  readonly address?: string
  readonly name?: string
}

/** A message that a channel sends. */
export interface Outgoing {
  /** The same for every attempt at the same message: pass it on if the far side can remove repeats. */
  readonly key: string
  /** Whether it goes to a customer or to staff. */
  readonly audience: Audience
  /** The person to whom it goes. */
  readonly to: Correspondent
  /** The id of its case; absent if it belongs to none. Return it as `thread` of the feedback when a reply comes. */
  readonly thread?: string
  /** The name of the message in the policy; `word` for a text that a person wrote, `digest` for joined notices. */
  readonly message: string
  /** The channel's own id of the last message about this case to this person, so that both can stand together. */
  readonly inReplyTo?: string
  /** The subject, in one line. */
  readonly subject: string
  readonly text: string
  /** The notices that were joined into this message, in its order; absent for a message of its own. */
  readonly contains?: readonly { readonly case: string; readonly message: string }[]
  /** The text as HTML, if the channel takes `html`. */
  readonly html?: string
  /** Which part this is, if the text was longer than `maxLength`. Each part has a key of its own. */
  readonly part?: { readonly number: number; readonly of: number }
  readonly language: Bundle.Language
  /** The trace of the delivery, in the form of the header `traceparent`; absent without tracing. */
  readonly trace?: string
}

/**
 * The result of sending a message. `reference`: the channel's id of the message, given to later messages as
 * `inReplyTo`; longer than 1,000 characters it is not kept. `retryAfterMs`: the shortest wait before the next try.
 * `reason`: the staff read up to 300 characters of it in one line; the text and the address of the message are removed.
 */
export type Delivery =
  | { readonly delivery: "sent" | "delivered"; readonly reference?: string }
  | { readonly delivery: "deferred"; readonly retryAfterMs?: number }
  | { readonly delivery: "refused" | "bounced"; readonly reason: string }

/** A received message, as far as it could be read. If nothing could be read, it has only `key` and `raw`. */
export interface Inbound {
  /** The channel's own id of the message: the same id is taken in once. */
  readonly key: string
  /** The original message. It is kept if the message goes into quarantine. */
  readonly raw?: string
  /** Who wrote it. Give an `id` only if the channel has verified it: then it is the word of that customer. */
  readonly from?: Correspondent
  /** The text that the customer wrote. */
  readonly verbatim?: string
  /** The names of attachments; Hearback does not store their contents. */
  readonly attachments?: readonly string[]
  /** When it was written.  Units: ms since 1970. */
  readonly at?: number
  /** True for a message written by a machine (out of office, bounce): it gets no answer. */
  readonly automatic?: boolean
  /** The case that it names, as a reply does: the `thread` of the message that it answers. */
  readonly thread?: string
  /** The policy's channel on which it arrived, if its name differs from this channel's. */
  readonly channel?: string
}

/** The result of a received message. The message is stored when this is returned. */
export type Taken =
  | { readonly outcome: "opened" | "joined"; readonly case: string }
  | { readonly outcome: "quarantined" | "received"; readonly id: string; readonly reason: string }

/** The customer whose messages a channel has to delete. */
export interface ErasedCustomer {
  /** Every known address of the customer, and their id. */
  readonly addresses: readonly string[]
  /** The cases that name the customer. Notices to staff about these are the customer's data, too. */
  readonly cases: readonly string[]
}

/** A way to send messages to people, to receive theirs, or both. A host implements it for its mail, chat or page. */
export interface Channel {
  /**
   * The name of the channel. If a channel of the policy has the same name, this one answers the customers who write
   * there.
   */
  readonly name: string
  /** Who receives messages on this channel. A channel for staff never gets messages to customers. */
  readonly audiences: readonly Audience[]
  /**
   * Whether the channel needs an address to reach people. Default true. With `false` it finds people by their id or by
   * the case, as a page of the host does, and it also gets messages without an address.
   */
  readonly needsAddress?: boolean
  /**
   * Whether replies name the case, as the `thread` of the message. Default false: then the text of the message itself
   * names the case.
   */
  readonly threads?: boolean
  /** Whether the channel takes `html` beside the text. Default false. */
  readonly html?: boolean
  /**
   * The longest text that the channel takes, as JavaScript's `length` counts it. At least 40. Longer texts are sent in
   * several parts that say so.
   */
  readonly maxLength?: number
  /** Returns whether the channel can send to an address. Without this method it takes every address. */
  accept?(address: string): boolean | Promise<boolean>
  /** Sends a message. A thrown error means "try again". `attempt` counts from 1. */
  send?(message: Outgoing, options: { readonly signal: AbortSignal; readonly attempt: number }): Promise<Delivery>
  /**
   * Receives messages until `signal` is aborted, and gives each to `take`. When `take` resolves, the message is stored:
   * acknowledge it to the sender's side only then. If `take` throws, give the message again under the same key. A
   * method that returns before the signal is called again after a moment; one that throws, after a pause.
   */
  receive?(take: (message: Inbound) => Promise<Taken>, options: { readonly signal: AbortSignal }): Promise<void>
  /**
   * Removes what the channel itself still holds of an erased customer. Without this method the channel holds nothing.
   */
  erase?(customer: ErasedCustomer, options: { readonly signal: AbortSignal }): Promise<void>
}
