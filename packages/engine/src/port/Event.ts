/**
 * Stored events with a clear and a sealed part, in streams that belong to a tenant.
 *
 * Invariant: `clear` contains no personal data; it is in `sealed`, under a key of the customer's own.
 */

/** A value that JSON does not change: no `undefined`, no `NaN`, no `Infinity`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * A stream of one tenant, by its name. For a store the name is any text; the engine writes and parses it by `Stream`.
 */
export interface Ref {
  readonly tenant: string
  readonly stream: string
}

/** Personal data that only the key of `customer` opens (see `Seal`). */
export interface Sealed {
  readonly customer: string
  readonly ciphertext: Uint8Array
}

/** One of several values that are sealed together, with its place. Without a place it is all that is sealed. */
export interface SealedPart extends Sealed {
  readonly place?: number
}

/** An event ready to be stored.  Units: `at` and `recordedAt` in ms since 1970, UTC. */
export interface SealedEvent {
  /** Name and version, as `EventType` writes them: `owner-assigned`, `owner-assigned.v2`. */
  readonly type: string
  /** When it happened. */
  readonly at: number
  /** When it was recorded. */
  readonly recordedAt: number
  readonly actor: string
  /** The id of the command that caused it. */
  readonly command: string
  /** The content hash of the policy that decided it. */
  readonly policy: string
  readonly clear: Json
  readonly sealed?: SealedPart
}

/**
 * An event with its place in the record. Events that were written together have one `hash`, which chains them to the
 * events before them in the stream (see `Chain`).
 */
export interface StoredEvent extends SealedEvent, Ref {
  /** The number in its stream, from 1, without gaps. */
  readonly version: number
  /** The position, which grows over all streams and tenants of a store. Readers follow it. */
  readonly position: number
  readonly hash: string
}

/** The clear part of an event, with its type and times. */
export type ClearEvent = Pick<StoredEvent, "version" | "type" | "at" | "recordedAt" | "clear">

/** A whole stream: its events in order of version. */
export interface StreamHistory<Event = StoredEvent> {
  readonly stream: string
  readonly events: readonly Event[]
}

/** The last event of a stream, stored apart from it, so that missing events at the end are noticed. */
export interface Head {
  readonly stream: string
  readonly version: number
  readonly hash: string
}
