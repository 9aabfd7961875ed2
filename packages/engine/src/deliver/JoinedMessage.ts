/**
 * Several notices to one person as one message of the outbox. It is stored before it is sent: whatever is queued
 * meanwhile, another try sends the same.
 * Invariant: `partsOf(join(messages))` are the messages, and the id covers which they are.
 */
import * as MessageId from "../name/MessageId.ts"
import type { Json, SealedPart } from "../port/Event.ts"
import type { OutboxMessage } from "../port/EventStore.ts"
import { sha256 } from "../record/Chain.ts"

/** What of a part is stored; the rest it shares with the others. */
interface Part {
  readonly id: string
  readonly body: Json
  /** The sealed part, its bytes in base 64. */
  readonly sealed?: Omit<SealedPart, "ciphertext"> & { readonly ciphertext: string }
}

/** Returns the message that takes the place of several to the same person, and leaves from an instant on. */
export const join = (messages: readonly [OutboxMessage, ...OutboxMessage[]], notBefore: number): OutboxMessage => {
  const { sealed: _, ...shared } = messages[0]
  const parts = messages.map(({ id, body, sealed }): Part => {
    if (sealed === undefined) return { id, body }
    return { id, body, sealed: { ...sealed, ciphertext: Buffer.from(sealed.ciphertext).toString("base64") } }
  })
  const content = sha256(JSON.stringify(messages.map(({ id }) => id))).slice(0, 16)
  return {
    ...shared,
    id: `digest/${shared.to}/${content}`,
    body: { message: "digest", parts } as unknown as Json,
    notBefore
  }
}

/** Whether a message takes the place of several. */
export const isJoined = ({ body }: OutboxMessage): boolean => (body as { readonly parts?: unknown }).parts !== undefined

/** Returns the notices that were joined into a message; undefined where it is a message of its own. */
export const noticesIn = (
  message: OutboxMessage
): readonly { readonly case: string; readonly message: string }[] | undefined =>
  isJoined(message)
    ? partsOf(message).flatMap(({ id, body }) => {
        const stream = MessageId.parse(id)?.stream
        return stream?.kind === "case" ? [{ case: stream.id, message: (body as { message: string }).message }] : []
      })
    : undefined

/** Returns the messages that were joined; one that is no such message is its own only part. */
export const partsOf = (message: OutboxMessage): readonly OutboxMessage[] => {
  const { parts } = message.body as { readonly parts?: readonly Part[] }
  if (parts === undefined) return [message]
  return parts.map(({ sealed, ...part }) => {
    const { sealed: _, ...shared } = message
    if (sealed === undefined) return { ...shared, ...part }
    const ciphertext = Uint8Array.from(Buffer.from(sealed.ciphertext, "base64"))
    return { ...shared, ...part, sealed: { ...sealed, ciphertext } }
  })
}
