/** The shared state of an open loop, and the options of its methods. */
import type { Bundle } from "@hearback/core"
import type { Engine } from "@hearback/engine"

/** `key`: the same key with the same content gives the same answer; without one the call must not be repeated. */
export interface Call {
  readonly key?: string
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
