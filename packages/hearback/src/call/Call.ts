/** What every method of an open loop works with, and how it may be called. */
import type { Bundle } from "@hearback/core"
import type { Engine } from "@hearback/engine"

/** `key`: the same key with the same content gives the same answer; without one the call must not be repeated. */
export interface Call {
  readonly key?: string
  readonly signal?: AbortSignal
}

/** Returns what a person is called: the directory's name, else the id. */
export type NameOf = (person: string) => string

/** An open loop, as its parts share it. */
export interface Session {
  readonly engine: Engine
  /** Of messages to developers and staff. */
  readonly language: Bundle.Language
  readonly names: NameOf
  /** Ends what goes on by itself once the loop is closed. */
  readonly closing: AbortSignal
  /** Throws once the loop is closed, or the caller has aborted. */
  begin(call?: Pick<Call, "signal">): void
}
