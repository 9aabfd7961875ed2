/** Messages that were given up: refused where they were to go, or taken by nobody for as long as they were offered. */
import { defined } from "@hearback/core"
import { itemsOf, MessageId, openText, type UndeliveredLetter } from "@hearback/engine"
import type { Session } from "../call/Call.ts"

export interface UndeliveredMessage {
  readonly id: string
  /** Absent where it belongs to no case. */
  readonly case?: string
  /** The person or the customer. */
  readonly to: string
  /** Absent where any channel would have done. */
  readonly channel?: string
  /** The name of the message in the policy. */
  readonly message: string
  /** What the channel said; `given up` where it never took it, `erased` where its text cannot be read any more. */
  readonly reason: string
  readonly attempts: number
  readonly givenUpAt: Date
}

export interface Undelivered {
  /** The longest ago first. */
  list(): Promise<readonly UndeliveredMessage[]>
  /** Offers messages again from now on, as if never tried; the next `tick` sends them. Returns how many there were. */
  retry(ids: readonly string[]): Promise<number>
}

/** Makes the methods for messages that were given up. */
export const undeliveredOf = (session: Session): Undelivered => {
  const { engine } = session
  return {
    list: async () => {
      session.begin()
      const messages: UndeliveredMessage[] = []
      const given = itemsOf((place) => engine.store.undelivered(engine.tenant, { state: "dead", limit: 200, ...place }))
      for await (const letter of given) {
        const reason = await openText(engine.keys, engine.tenant, letter.reason ?? "")
        messages.push(messageOf({ ...letter, reason: reason ?? "erased" }))
      }
      return messages
    },
    retry: async (ids) => {
      session.begin()
      return engine.store.revive(engine.tenant, ids, engine.clock.now())
    }
  }
}

const messageOf = ({
  message,
  reason,
  at,
  attempts
}: UndeliveredLetter & { readonly reason: string }): UndeliveredMessage => {
  const { id, to, channel } = message
  const stream = MessageId.parse(id)?.stream
  return defined({
    id,
    case: stream?.kind === "case" ? stream.id : undefined,
    to,
    channel,
    message: (message.body as { readonly message?: string }).message ?? "",
    reason,
    attempts,
    givenUpAt: new Date(at)
  })
}
