/**
 * Events as stored: with a clear and a sealed part, in streams that belong to a tenant.
 * Invariant: `clear` holds no personal data; that stands in `sealed`, under a key of the customer's own.
 */

/** A value that survives JSON unchanged: no `undefined`, no `NaN`, no `Infinity`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A stream of one tenant, by its name. To a store the name is any text; the engine reads and writes it by `Stream`. */
export interface Ref {
  readonly tenant: string
  readonly stream: string
}

/** Personal data that only the key of `customer` opens (see `Seal`). */
export interface Sealed {
  readonly customer: string
  readonly ciphertext: Uint8Array
}

/** One of several values that are sealed together: which of them. Without a place it is all that is sealed. */
export interface SealedPart extends Sealed {
  readonly place?: number
}

/** An event ready to be stored.  Units: `at` and `recordedAt` in ms since 1970, UTC. */
export interface SealedEvent {
  /** Name with version, as `EventType` writes it: `owner-assigned`, `owner-assigned.v2`. */
  readonly type: string
  /** When it happened. */
  readonly at: number
  /** When it was recorded. */
  readonly recordedAt: number
  readonly actor: string
  /** Id of the command that caused it. */
  readonly command: string
  /** Content hash of the policy that decided it. */
  readonly policy: string
  readonly clear: Json
  readonly sealed?: SealedPart
}

/**
 * An event in its place. Events that were written together have one `hash`, which chains them to what stands before them in
 * the stream (see `Chain`).
 */
export interface StoredEvent extends SealedEvent, Ref {
  /** Counts from 1 in each stream, without gaps. */
  readonly version: number
  /** Grows over all streams and tenants of a store; readers follow it. */
  readonly position: number
  readonly hash: string
}

/** What an event says in the clear. */
export type ClearEvent = Pick<StoredEvent, "version" | "type" | "at" | "recordedAt" | "clear">

/** A stream as a whole: its events in order of version. */
export interface StreamHistory<Event = StoredEvent> {
  readonly stream: string
  readonly events: readonly Event[]
}

/** The last event of a stream, kept apart from it so that a cut tail shows. */
export interface Head {
  readonly stream: string
  readonly version: number
  readonly hash: string
}
