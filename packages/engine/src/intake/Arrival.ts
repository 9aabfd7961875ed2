/** What comes in, before anything is decided about it. */
import type { Actor, Command } from "@hearback/core"

/** One arrival. Either the channel was understood (`feedback`), or only the raw bytes are there and why. */
export interface Arrival {
  /** The channel's own id of the message: taken in twice, it is one arrival. */
  readonly key: string
  readonly channel: string
  readonly actor: Actor.Actor
  readonly receivedAt: number
  readonly feedback?: Command.Submission
  /** As it came, where it could not be understood. */
  readonly raw?: string
  /** Why it could not be understood. */
  readonly problem?: string
  /** The case that it names, as a reply does. */
  readonly thread?: string
  /** Written by a machine, such as an out-of-office notice: kept, and nothing follows from it. */
  readonly automatic?: boolean
}
