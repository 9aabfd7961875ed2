/**
 * The port to customers and staff. A channel may send, take in, or both. Throwing anything means "try again later"; a
 * refusal is a value. Channels alone see plain personal data.
 */
import type { Audience, Bundle } from "@hearback/core"

export type { Audience }

/** Whom a message goes to, or comes from. Address and name of a message that leaves are one line each. */
export interface Correspondent {
  /** The customer's id, or the person's in the directory; absent where nobody gave a name. */
  readonly id?: string
  /** Of a kind the channel knows: a mail address, a telephone number. There wherever the channel `needsAddress`. */
  readonly address?: string
  readonly name?: string
}

/** A message as a channel is given it. */
export interface Outgoing {
  /** The same for every attempt at the same message. */
  readonly key: string
  readonly audience: Audience
  readonly to: Correspondent
  /** The case that it is about: what comes back with a reply as `thread` of feedback. Absent where it is about none. */
  readonly thread?: string
  /** The name of the message in the policy; `word` for what a person wrote, `digest` for notices that were joined. */
  readonly message: string
  /** What this channel called the last message of the case to them: this one belongs beside it. */
  readonly inReplyTo?: string
  /** What it is about, in one line. */
  readonly subject: string
  readonly text: string
  /** The notices that were joined into this message, in its order; absent for a message of its own. */
  readonly contains?: readonly { readonly case: string; readonly message: string }[]
  /** The text as HTML, for a channel that takes `html`. */
  readonly html?: string
  /** Which part of a text that is longer than the channel takes. Each part has a key of its own. */
  readonly part?: { readonly number: number; readonly of: number }
  readonly language: Bundle.Language
  /** The trace of its delivery, as the header `traceparent` says it. Absent where nobody traces. */
  readonly trace?: string
}

/**
 * What became of a message. `reference`: what the channel calls it, which later messages are given as `inReplyTo`; one of
 * more than 1,000 characters is not kept. `retryAfterMs`: not tried again before. `reason`: of it 300 characters are kept
 * and told to staff, in one line; what the message says, and to whom, is taken out of it.
 */
export type Delivery =
  | { readonly delivery: "sent" | "delivered"; readonly reference?: string }
  | { readonly delivery: "deferred"; readonly retryAfterMs?: number }
  | { readonly delivery: "refused" | "bounced"; readonly reason: string }

/** A message that has come in, as far as it could be read. What could not be read has `raw` alone. */
export interface Inbound {
  /** The channel's own id of the message: taken in twice, it is one arrival. */
  readonly key: string
  /** As it came. It is kept where the message goes into quarantine. */
  readonly raw?: string
  /** Who wrote it, once the channel is sure of that: an `id` makes it the word of that customer. */
  readonly from?: Correspondent
  readonly verbatim?: string
  readonly attachments?: readonly string[]
  /** When it was written.  Units: ms since 1970. */
  readonly at?: number
  /** Written by a machine (out of office, bounce): never answered. */
  readonly automatic?: boolean
  /** The case that it names, as a reply does: the `thread` of the message that it answers. */
  readonly thread?: string
  /** The channel of the policy by which it came, where that has another name than this channel. */
  readonly channel?: string
}

/** What became of a message that came in. It is stored when this is given. */
export type Taken =
  | { readonly outcome: "opened" | "joined"; readonly case: string }
  | { readonly outcome: "quarantined" | "received"; readonly id: string; readonly reason: string }

/** Whose messages a channel is to forget. */
export interface ErasedCustomer {
  /** Every address that is known of them, and their id. */
  readonly addresses: readonly string[]
  /** The cases that speak of them: what staff was told of these is theirs, too. */
  readonly cases: readonly string[]
}

/** A way to send messages to people, to take in theirs, or both. A host implements it for its mail, chat or page. */
export interface Channel {
  /** One that has the name of a channel of the policy answers the customers who write there. */
  readonly name: string
  /** Its audiences; a channel for staff never gets messages to customers. */
  readonly audiences: readonly Audience[]
  /**
   * Whether it reaches people at an address alone; default true. One that does not finds them by their id or by the case,
   * such as a page of the host's own, and is given messages also where no address is known.
   */
  readonly needsAddress?: boolean
  /**
   * Whether replies to what it sends name the case, which is the `thread` of a message. Without it the text itself names
   * the case.
   */
  readonly threads?: boolean
  /** Whether it takes `html` beside the text. */
  readonly html?: boolean
  /** How long a text may be, as `length` counts it; longer ones are sent in parts that say so. At least 40. */
  readonly maxLength?: number
  /** Whether it can carry to such an address; without it, to any. */
  accept?(address: string): boolean | Promise<boolean>
  send?(message: Outgoing, options: { readonly signal: AbortSignal; readonly attempt: number }): Promise<Delivery>
  /**
   * Takes in what comes, until the signal. What the far side keeps is acknowledged there once `take` has resolved, since it
   * is stored then; where it throws, the message is given again under the same key. One that resolves before is called again after a moment, one that throws after a pause.
   */
  receive?(take: (message: Inbound) => Promise<Taken>, options: { readonly signal: AbortSignal }): Promise<void>
  /** Removes what the channel itself still holds of a customer who is erased. Without it the channel holds nothing. */
  erase?(customer: ErasedCustomer, options: { readonly signal: AbortSignal }): Promise<void>
}
