/** The shared state of an open loop, and the options of its methods. */
import type { Bundle } from "@hearback/core"
import type { Engine } from "@hearback/engine"

/** What every call that writes may have: an idempotency key and a signal. */
export interface Call {
  /**
   * The idempotency key: the same key with the same content returns the first answer and writes nothing. Without it,
   * repeating a call may do the work twice.
   */
  readonly key?: string
  /** Ends the call when it is aborted; the call then throws the reason of the signal. */
  readonly signal?: AbortSignal
}

/** Returns the name of a person in the directory, else the id. */
export type NameOf = (person: string) => string

/** The state that the parts of an open loop share. */
export interface Session {
  readonly engine: Engine
  /** The language of messages to developers and staff. */
  readonly language: Bundle.Language
  readonly names: NameOf
  /** Aborts background work when the loop is closed. */
  readonly closing: AbortSignal
  /** Throws if the loop is closed, or if the caller has aborted. */
  begin(call?: Pick<Call, "signal">): void
}
