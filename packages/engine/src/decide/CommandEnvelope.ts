/** The command envelope: a command to a case, with everything that the caller says about it. */
import type { Actor, Command, Gathered, Policy } from "@hearback/core"
import type { Write } from "../port/EventStore.ts"
import type { CommandBatch } from "./CommandBatch.ts"

export interface CommandEnvelope {
  readonly case: string
  readonly command: Command.Command
  readonly actor: Actor.Actor
  /** Idempotency key: names the command for good. */
  readonly key: string
  readonly occurredAt?: number
  readonly ifVersion?: number
  /** Ends the command until it is appended; after that it has happened. */
  readonly signal?: AbortSignal | undefined
  readonly sameMatter?: Gathered.Gathered["sameMatter"]
  /** The words of the feedback, where routing has read them. */
  readonly words?: Gathered.Gathered["words"]
  /** The version of the policy to decide under, where it is not the one that the case is pinned to. */
  readonly under?: Policy.Policy
  /** Further writes that belong to the same transaction. */
  readonly with?: readonly Write[]
  /** The id of the case is new: nothing is loaded, and the append fails where the id is taken. */
  readonly isNew?: true
  readonly batch?: CommandBatch
}
