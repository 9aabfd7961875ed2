/**
 * The port to customers and staff. A channel may send, take in, or both. Throwing anything means "try again later"; a
 * refusal is a value. Channels alone see plain personal data.
 */

export type Audience = "customer" | "staff"

/** Whom a message goes to, or comes from. */
export interface Correspondent {
  /** The customer's id, or the person's in the directory; absent where nobody gave a name. */
  readonly id?: string
  /** Of a kind the channel knows: a mail address, a telephone number. There wherever the channel `needsAddress`. */
  readonly address?: string
  readonly name?: string
}

export interface Outgoing {
  /** The same for every attempt at the same message. */
  readonly key: string
  readonly audience: Audience
  readonly to: Correspondent
  /** The case that it is about: what comes back with a reply as `thread` of feedback. Absent where it is about none. */
  readonly thread?: string
  /** The name of the message in the policy; `word` for what a person wrote, `digest` for notices that were joined. */
  readonly message: string
  /** What it is about, in one line. */
  readonly subject: string
  readonly text: string
  /** The notices that were joined into this message, in its order; absent for a message of its own. */
  readonly contains?: readonly { readonly case: string; readonly message: string }[]
  readonly language: "zh-CN" | "en"
}

export type Delivery =
  | { readonly delivery: "sent" | "delivered"; readonly reference?: string }
  | { readonly delivery: "deferred"; readonly retryAfterMs?: number }
  | { readonly delivery: "refused" | "bounced"; readonly reason: string }

/** Whose messages a channel is to forget. */
export interface ErasedCustomer {
  /** Every address that is known of them, and their id. */
  readonly addresses: readonly string[]
  /** The cases that speak of them: what staff was told of these is theirs, too. */
  readonly cases: readonly string[]
}

export interface Channel {
  /** One that has the name of a channel of the policy answers the customers who write there. */
  readonly name: string
  /** Whom it sends to; a channel for staff never sees what customers are written. */
  readonly audiences: readonly Audience[]
  /**
   * Whether it reaches people at an address alone; default true. One that does not finds them by their id or by the case,
   * such as a page of the host's own, and is given messages also where no address is known.
   */
  readonly needsAddress?: boolean
  /** Whether it can carry to such an address; without it, to any. */
  accept?(address: string): boolean | Promise<boolean>
  send?(message: Outgoing, options: { readonly signal: AbortSignal; readonly attempt: number }): Promise<Delivery>
  /** Removes what the channel itself still holds of a customer who is erased. Without it the channel holds nothing. */
  erase?(customer: ErasedCustomer, options: { readonly signal: AbortSignal }): Promise<void>
}
