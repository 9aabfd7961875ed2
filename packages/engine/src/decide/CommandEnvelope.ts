/** What the shell is asked to do to a case. */
import type { Actor, Command, Gathered, Policy } from "@hearback/core"
import type { Write } from "../port/EventStore.ts"
import type { CommandBatch } from "./CommandBatch.ts"

/** A command with its envelope, before the shell has gathered what core may not fetch. */
export interface CommandEnvelope {
  readonly case: string
  readonly command: Command.Command
  readonly actor: Actor.Actor
  /** Names the command for ever. */
  readonly key: string
  readonly occurredAt?: number
  readonly ifVersion?: number
  readonly sameMatter?: Gathered.Gathered["sameMatter"]
  /** The version of the policy that a move leads to, instead of the one that the case is pinned to. */
  readonly under?: Policy.Policy
  /** Further writes that belong to the same transaction. */
  readonly with?: readonly Write[]
  /** The case has an id of its own that nobody has used: nothing is loaded, and the append is the fence. */
  readonly isNew?: true
  readonly batch?: CommandBatch
}
