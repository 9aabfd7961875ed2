/** Messages that were given up: refused where they were to go, or taken by nobody for as long as they were offered. */
import { type DeadLetter, type Engine, MessageId } from "@hearback/engine"

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

export const undeliveredOf = ({
  engine,
  whenOpen
}: {
  readonly engine: Engine
  readonly whenOpen: () => void
}): Undelivered => ({
  list: async () => {
    whenOpen()
    const result: UndeliveredMessage[] = []
    for (let after: string | undefined; ; ) {
      const page = await engine.store.dead(engine.tenant, { limit: 200, ...(after === undefined ? {} : { after }) })
      result.push(...page.items.map(shown))
      if (page.next === undefined) return result
      after = page.next
    }
  },
  retry: async (ids) => {
    whenOpen()
    return engine.store.revive(engine.tenant, ids, engine.clock.now())
  }
})

const shown = ({ message, reason, at, attempts }: DeadLetter): UndeliveredMessage => {
  const { id, to, channel } = message
  const stream = MessageId.parse(id)?.stream
  return {
    id,
    ...(stream?.kind === "case" ? { case: stream.id } : {}),
    to,
    ...(channel === undefined ? {} : { channel }),
    message: (message.body as { readonly message?: string }).message ?? "",
    reason,
    attempts,
    givenUpAt: new Date(at)
  }
}
