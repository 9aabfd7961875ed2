/**
 * The port to the customer. Every half is optional: a channel may only send, only accept pushes or only pull.
 * Throwing anything means "try again later"; a refusal is a value. Channels alone see plain personal data.
 */

export interface Address {
  /** Of a kind the channel knows: a mail address, an open id, a telephone number. */
  readonly value: string
  readonly name?: string
}

export interface ChannelCapabilities {
  /** What a successful send proves; with `none` the engine counts it as sent and never waits for more. */
  readonly receipts: "none" | "sent" | "delivered"
  /** Replies carry a thread; without it the engine puts the case's reference into the text. */
  readonly threads: boolean
  /** The far side drops a repeated `key`; without it a crash between send and settle may send twice. */
  readonly dedupes: boolean
  /** Characters; the engine shortens texts to it. No limit when absent. */
  readonly maxLength?: number
}

export interface Outgoing {
  /** The same for every attempt at the same message. */
  readonly key: string
  readonly to: Address
  readonly thread?: string
  /** The name of the message in the policy; `word` for what a person wrote, `digest` for notices that were joined. */
  readonly message: string
  /** What it is about, in one line. */
  readonly subject?: string
  readonly text: string
  /** The notices that were joined into this message, in its order; absent for a message of its own. */
  readonly contains?: readonly { readonly case: string; readonly message: string }[]
  readonly html?: string
  readonly language: "zh-CN" | "en"
}

export type Delivery =
  | { readonly delivery: "sent" | "delivered"; readonly reference?: string }
  | { readonly delivery: "deferred"; readonly retryAfterMs?: number }
  | { readonly delivery: "refused" | "bounced"; readonly reason: string }

export interface Inbound {
  /** The channel's own id of the message: taken in twice, it is one arrival. */
  readonly key: string
  /** As it came. What cannot be decoded has nothing else. */
  readonly raw: Uint8Array
  readonly from?: Address
  readonly verbatim?: string
  /** Units: ms since 1970. */
  readonly occurredAt?: number
  /** Written by a machine (out of office, bounce): never answered. */
  readonly automatic: boolean
  readonly thread?: string
}

/** What became of an arrival. It is durable when this is given. */
export type Taken =
  | { readonly outcome: "opened" | "joined"; readonly case: string }
  | { readonly outcome: "quarantined"; readonly id: string; readonly reason: string }

/** Whose messages a channel is to forget. */
export interface ErasedCustomer {
  /** Every address that is known of them, and their id. */
  readonly addresses: readonly string[]
  /** The cases that speak of them: what staff was told of these is theirs, too. */
  readonly cases: readonly string[]
}

export interface Channel {
  readonly name: string
  readonly capabilities: ChannelCapabilities
  send?(message: Outgoing, options: { readonly signal: AbortSignal; readonly attempt: number }): Promise<Delivery>
  /** Push: verifies the request's signature itself. Several messages may come in one request. */
  accept?(request: Request): Promise<readonly Inbound[]>
  /** Pull: acknowledge upstream only after `deliver` resolved. Resolves when `signal` aborts. */
  receive?(deliver: (message: Inbound) => Promise<Taken>, signal: AbortSignal): Promise<void>
  /** Removes what the channel itself still holds of a customer who is erased. Without it the channel holds nothing. */
  erase?(customer: ErasedCustomer, options: { readonly signal: AbortSignal }): Promise<void>
}
