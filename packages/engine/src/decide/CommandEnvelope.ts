import type { Actor, Command, Gathered, Policy } from "@hearback/core"
import type { Write } from "../port/EventStore.ts"
import type { CommandBatch } from "./CommandBatch.ts"

/** The command envelope: a command to a case, with everything that the caller says about it. */
export interface CommandEnvelope {
  readonly case: string
  readonly command: Command.Command
  readonly actor: Actor.Actor
  /** The idempotency key, which identifies the command for good. */
  readonly key: string
  readonly occurredAt?: number
  readonly ifVersion?: number
  /** Cancels the command until it is appended; after that the command has happened. */
  readonly signal?: AbortSignal | undefined
  readonly sameMatter?: Gathered.Gathered["sameMatter"]
  /** The reading of the feedback's words, if it was read to find its case. */
  readonly words?: Gathered.Gathered["words"]
  /** The version of the policy to decide by, if it is not the one that the case is pinned to. */
  readonly under?: Policy.Policy
  /** Further writes of the same transaction. */
  readonly with?: readonly Write[]
  /** Whether the id is a new one: nothing is loaded, and the append fails if the id exists. */
  readonly isNew?: true
  readonly batch?: CommandBatch
}
