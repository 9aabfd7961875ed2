/** Makes the outbox message of the event that queued it. */
import { defined } from "@hearback/core"
import * as Lane from "../name/Lane.ts"
import type { SealedEvent } from "../port/Event.ts"
import type { OutboxMessage } from "../port/EventStore.ts"
import type { Body } from "../record/clear/Split.ts"

/** The fields of a message that the store reads. */
interface Addressed {
  readonly to: string
  readonly audience: "customer" | "staff"
  readonly channel?: string
  readonly notBefore?: number
}

/** Returns the message of an event: its fields in the clear, with the event's ciphertext. */
export const queuedMessage = (id: string, event: SealedEvent, now: number): OutboxMessage => {
  const { notBefore = now, why: _, under: __, ...body } = event.clear as Body & Addressed
  const { to, channel } = body
  const lane = Lane.render(Lane.ofMessage(body))
  const { sealed } = event
  return defined({ id, kind: "message", lane, to, channel, body, sealed, notBefore: Math.max(now, notBefore) })
}
