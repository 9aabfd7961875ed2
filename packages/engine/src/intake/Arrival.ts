/** An arrival, as a channel hands it over: nothing is decided about it yet. */
import type { Actor, Command } from "@hearback/core"
import type { ArrivalSource } from "../port/ArrivalSource.ts"

/** Either the message could be read (`feedback`), or there is only the raw text (`raw`) and the reason (`problem`). */
export interface Arrival {
  /** The channel's own id of the message: taken in twice, it is one arrival. */
  readonly key: string
  readonly channel: string
  readonly actor: Actor.Actor
  readonly receivedAt: number
  /** It names no time of its own: `receivedAt` is when it was taken. */
  readonly undated?: boolean
  readonly feedback?: Command.Submission
  /** As it came. Where it could be read it is stored only if it goes into quarantine. */
  readonly raw?: string
  /** Where it stands in a file, and what is needed to read it again. */
  readonly source?: ArrivalSource
  /** Why it could not be understood. */
  readonly problem?: string
  /** The case that it names, as a reply does. */
  readonly thread?: string
  /** Written by a machine, such as an out-of-office notice: kept, and nothing follows from it. */
  readonly automatic?: boolean
}
