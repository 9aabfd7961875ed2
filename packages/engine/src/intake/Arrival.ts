/** An arrival, as a channel passes it on, before anything is decided about it. */
import type { Actor, Command } from "@hearback/core"
import type { ArrivalSource } from "../port/ArrivalSource.ts"

/**
 * A message that arrived. It could be read (`feedback`), or there is only the raw text (`raw`) and the reason
 * (`problem`).
 */
export interface Arrival {
  /** The channel's own id of the message. A message that arrives twice with one key is one arrival. */
  readonly key: string
  readonly channel: string
  readonly actor: Actor.Actor
  readonly receivedAt: number
  /** Whether the message has no time of its own; `receivedAt` is then the time of intake. */
  readonly undated?: boolean
  readonly feedback?: Command.Submission
  /** The message as it came. If it could be read, this is stored only if it goes into quarantine. */
  readonly raw?: string
  /** Its place in a file, and what is needed to read it again. */
  readonly source?: ArrivalSource
  /** Why it could not be read. */
  readonly problem?: string
  /** The case that it names, as a reply does. */
  readonly thread?: string
  /** Whether a machine wrote it, such as an out-of-office notice. It is kept, and nothing follows from it. */
  readonly automatic?: boolean
}
