/** Messages that were not delivered: those that will be tried again, and those that were given up. */
import { defined } from "@hearback/core"
import { itemsOf, MessageId, noticesIn, openText, type UndeliveredLetter } from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import * as Shape from "../call/Shape.ts"

/** A message that failed or was given up, with its last error. */
export interface UndeliveredMessage {
  readonly id: string
  /** `retrying`: it is sent again at `nextTryAt`. `given-up`: it is only sent again by `retry`. */
  readonly state: "retrying" | "given-up"
  /** The id of its case; absent if it belongs to none or joins notices of several. */
  readonly case?: string
  /** The notices that were joined into it. */
  readonly contains?: readonly { readonly case: string; readonly message: string }[]
  /** The id of the customer or person. */
  readonly to: string
  /** The name of the channel; absent if any channel would do. */
  readonly channel?: string
  /** The name of the message in the policy; `digest` for joined notices. */
  readonly message: string
  /**
   * Why it was given up: the reason of the channel, `given up` after too many tries, or `erased` if its customer was
   * erased.
   */
  readonly reason?: string
  /** The last error without personal data: the message of the adapter, or `deferred`. */
  readonly error?: string
  /** How often it was tried. */
  readonly attempts: number
  readonly givenUpAt?: Date
  readonly nextTryAt?: Date
}

/** Messages that failed or were given up: list them and send them again. */
export interface Undelivered {
  /** Returns the messages that are tried again, the next first, then those that were given up, the oldest first. */
  list(): Promise<readonly UndeliveredMessage[]>
  /** Makes messages due now, as if never tried; the next `tick` sends them. Returns their number. */
  retry(ids: readonly string[]): Promise<number>
}

/** Makes the methods for messages that were not delivered. */
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
