/** Messages to customers and staff: what was queued, and what became of it. Queued ones leave through the outbox. */
import type { Language } from "../../model/Bundle.ts"
import type { EvolveTable } from "../../model/Track.ts"

export interface Queued {
  /** Unique on the case; the outbox adds the case, and receivers drop repeats by it. */
  readonly id: string
  readonly message: string
  readonly to: string
  readonly audience: "customer" | "staff"
  readonly channel?: string
  readonly language: Language
  readonly text: string
  /** The gate that told it; a bounce reopens that gate. */
  readonly gate?: string
}

export interface MessageState {
  readonly count: number
  /** Gates whose message has not been handed over yet, by message id. */
  readonly underway: Readonly<Record<string, string>>
}

export interface MessageEvents {
  "message-queued": Queued
  "message-handed-over": { readonly id: string }
  "message-bounced": { readonly id: string; readonly reason: string }
}

export const nothing: MessageState = { count: 0, underway: {} }

const arrived = (s: MessageState, e: { readonly id: string }): MessageState => {
  if (!(e.id in s.underway)) return s
  const { [e.id]: _, ...underway } = s.underway
  return { ...s, underway }
}

export const evolve: EvolveTable<MessageState, MessageEvents> = {
  "message-queued": (s, e) => ({
    count: s.count + 1,
    underway: e.gate === undefined ? s.underway : { ...s.underway, [e.id]: e.gate }
  }),
  "message-handed-over": arrived,
  "message-bounced": arrived
}
