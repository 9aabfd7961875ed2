/**
 * Several notices to one person as one message of the outbox. It is stored before it is sent, so a further attempt
 * sends the same, whatever is queued meanwhile.
 *
 * Invariant: `partsOf(join(messages))` equals the messages, and the id depends on all of them.
 */
import * as MessageId from "../name/MessageId.ts"
import type { Json, SealedPart } from "../port/Event.ts"
import type { OutboxMessage } from "../port/EventStore.ts"
import { sha256 } from "../record/Chain.ts"

/** The stored fields of a part; it shares the others with the other parts. */
interface Part {
  readonly id: string
  readonly body: Json
  /** The sealed part, with its bytes in base 64. */
  readonly sealed?: Omit<SealedPart, "ciphertext"> & { readonly ciphertext: string }
}

/** Returns the message that replaces several to the same person and leaves from an instant on. */
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

/** Returns whether a message replaces several. */
export const isJoined = ({ body }: OutboxMessage): boolean => (body as { readonly parts?: unknown }).parts !== undefined

/** Returns the notices that were joined into a message; undefined for a single message. */
export const noticesIn = (
  message: OutboxMessage
): readonly { readonly case: string; readonly message: string }[] | undefined =>
  isJoined(message)
    ? partsOf(message).flatMap(({ id, body }) => {
        const stream = MessageId.parse(id)?.stream
        return stream?.kind === "case" ? [{ case: stream.id, message: (body as { message: string }).message }] : []
      })
    : undefined

/** Returns the messages that were joined; a single message is its own only part. */
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
