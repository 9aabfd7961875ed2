/** Messages to customers and staff: what was queued, and what became of it. Queued ones leave through the outbox. */
import type { Language } from "../../policy/Bundle.ts"
import type { Instant, Millis } from "../../time/Instant.ts"
import type { EvolveTable } from "./Track.ts"

export interface Queued {
  /** Unique on the case; the outbox adds the case, and receivers drop repeats by it. */
  readonly id: string
  readonly message: string
  readonly to: string
  readonly audience: "customer" | "staff"
  readonly channel?: string
  readonly language: Language
  /** What it is about, in one line. */
  readonly subject?: string
  readonly text: string
  /** The gate that told it; a bounce reopens that gate. */
  readonly gate?: string
  /** It does not leave before the quiet hours end. */
  readonly notBefore?: Instant
  /** A notice within this time of another to the same person leaves together with it. */
  readonly digest?: Millis
}

export interface MessageState {
  readonly count: number
  /** Gates whose message has not been handed over yet, by message id. */
  readonly underway: Readonly<Record<string, string>>
  /** The gate that each message told, also after it was handed over: a bounce may come late. */
  readonly told: Readonly<Record<string, string>>
  /** Gates whose message came back: no machine tells them again. */
  readonly bounced: readonly string[]
}

export interface MessageEvents {
  "message-queued": Queued
  "message-handed-over": { readonly id: string }
  "message-bounced": { readonly id: string; readonly reason: string }
}

export const nothing: MessageState = { count: 0, underway: {}, told: {}, bounced: [] }

const without = (all: Readonly<Record<string, string>>, id: string): Readonly<Record<string, string>> => {
  if (!Object.hasOwn(all, id)) return all
  const { [id]: _, ...rest } = all
  return rest
}

export const evolve: EvolveTable<MessageState, MessageEvents> = {
  "message-queued": (s, e) => ({
    ...s,
    count: s.count + 1,
    underway: e.gate === undefined ? s.underway : { ...s.underway, [e.id]: e.gate },
    told: e.gate === undefined ? s.told : { ...s.told, [e.id]: e.gate }
  }),
  "message-handed-over": (s, e) => ({ ...s, underway: without(s.underway, e.id) }),
  "message-bounced": (s, e) => {
    const gate = s.told[e.id]
    return {
      ...s,
      underway: without(s.underway, e.id),
      told: without(s.told, e.id),
      bounced: gate === undefined || s.bounced.includes(gate) ? s.bounced : [...s.bounced, gate]
    }
  }
}
