/** A message in the outbox, from the event that queued it. */
import { defined } from "@hearback/core"
import * as Lane from "../name/Lane.ts"
import type { SealedEvent } from "../port/Event.ts"
import type { OutboxMessage } from "../port/EventStore.ts"
import type { Body } from "../record/clear/Split.ts"

/** What the store has to know of a message. */
interface Addressed {
  readonly to: string
  readonly audience: "customer" | "staff"
  readonly channel?: string
  readonly notBefore?: number
}

/** Returns the message of an event: it is what the event has in the clear, and carries the event's ciphertext. */
export const queuedMessage = (id: string, event: SealedEvent, now: number): OutboxMessage => {
  const { notBefore = now, why: _, under: __, ...body } = event.clear as Body & Addressed
  const { to, channel } = body
  const lane = Lane.render(Lane.ofMessage(body))
  const { sealed } = event
  return defined({ id, kind: "message", lane, to, channel, body, sealed, notBefore: Math.max(now, notBefore) })
}
