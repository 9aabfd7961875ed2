/** Messages that are not delivered: those that failed and are tried again, and those that were given up. */
import { defined } from "@hearback/core"
import { itemsOf, MessageId, noticesIn, openText, type UndeliveredLetter } from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import * as Shape from "../call/Shape.ts"

/** A message that failed or was given up, with its last error. */
export interface UndeliveredMessage {
  readonly id: string
  /** `retrying`: it is sent again at `nextTryAt`. `given-up`: it is not sent again until `retry` asks for it. */
  readonly state: "retrying" | "given-up"
  /** Absent where it belongs to no case, or joins notices of several. */
  readonly case?: string
  /** The notices that were joined into it. */
  readonly contains?: readonly { readonly case: string; readonly message: string }[]
  /** The person or the customer. */
  readonly to: string
  /** Absent where any channel would have done. */
  readonly channel?: string
  /** The name of the message in the policy; `digest` for notices that were joined. */
  readonly message: string
  /** Why it was given up: what the channel said; `given up` where none took it, `erased` where it cannot be read any more. */
  readonly reason?: string
  /** What went wrong the last time, without personal data: the adapter's error, or `deferred`. */
  readonly error?: string
  readonly attempts: number
  readonly givenUpAt?: Date
  readonly nextTryAt?: Date
}

/** Messages that did not leave: list them, and try them again. */
export interface Undelivered {
  /** Those that are tried again, the next first; then those that were given up, the longest ago first. */
  list(): Promise<readonly UndeliveredMessage[]>
  /** Offers messages again from now on, as if never tried; the next `tick` sends them. Returns how many there were. */
  retry(ids: readonly string[]): Promise<number>
}

/** Makes the methods for messages that are not delivered. */
export const undeliveredOf = (session: Session): Undelivered => {
  const { engine } = session
  return {
    list: async () => {
      session.begin()
      const messages: UndeliveredMessage[] = []
      for (const state of ["failing", "dead"] as const) {
        const letters = itemsOf((place) => engine.store.undelivered(engine.tenant, { state, limit: 200, ...place }))
        for await (const { reason, ...letter } of letters) {
          const said = reason === undefined ? undefined : await openText(engine.keys, engine.tenant, reason)
          messages.push(messageOf({ ...letter, ...defined({ reason: reason && (said ?? "erased") }) }))
        }
      }
      return messages
    },
    retry: async (ids) => {
      session.begin()
      Shape.checkValue("`ids` of `undelivered.retry`", ids, Shape.listOf(Shape.name))
      return engine.store.revive(engine.tenant, ids, engine.clock.now())
    }
  }
}

const messageOf = ({ message, state, reason, error, at, attempts }: UndeliveredLetter): UndeliveredMessage => {
  const { id, to, channel } = message
  const stream = MessageId.parse(id)?.stream
  const isDead = state === "dead"
  return defined({
    id,
    state: isDead ? "given-up" : "retrying",
    case: stream?.kind === "case" ? stream.id : undefined,
    contains: noticesIn(message),
    to,
    channel,
    message: (message.body as { readonly message?: string }).message ?? "",
    reason,
    error,
    attempts,
    givenUpAt: isDead ? new Date(at) : undefined,
    nextTryAt: isDead ? undefined : new Date(at)
  })
}
