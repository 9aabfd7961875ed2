/** Messages to customers and staff: what was queued, and what became of it. Queued ones leave through the outbox. */
import type { Language } from "../../policy/Bundle.ts"
import type { Instant, Millis } from "../../time/Instant.ts"
import { hash } from "../../value/Hash.ts"
import { defined } from "../../value/Optional.ts"
import { type EvolveTable, withEntry } from "./Track.ts"

/** Who reads a message: customers, or the staff. */
export type Audience = "customer" | "staff"

export interface QueuedMessage {
  /** Unique on the case; the outbox adds the case, and receivers drop repeats by it. */
  readonly id: string
  readonly message: string
  readonly to: string
  readonly audience: Audience
  /** Of another customer whom the case answers as well: the case that theirs was. */
  readonly party?: string
  readonly channel?: string
  readonly language: Language
  /** What it is about, in one line. */
  readonly subject: string
  readonly text: string
  /** The gate that told it; a bounce reopens that gate. */
  readonly gate?: string
  /** It does not leave before the quiet hours end. */
  readonly notBefore?: Instant
  /** It is about a promise whose time is over: of several that leave together it comes first. */
  readonly overdue?: true
  /** A notice within this time of another to the same person leaves together with it. */
  readonly digest?: Millis
  /** It names an instant that is still to come: it waits for no other notice until then. */
  readonly before?: Instant
}

export interface MessageState {
  readonly count: number
  /** Gates whose message has not been handed over yet, by message id. */
  readonly underway: Readonly<Record<string, string>>
  /** Every message, in the order in which they were queued: a list, since a record is copied entry by entry to add one. */
  readonly sent: readonly SentMessage[]
  /** Gates whose message came back: no machine tells them again. */
  readonly bounced: readonly string[]
  /** What channels called the last message to each reader. */
  readonly references: Readonly<Record<string, string>>
}

/** What is kept of a message, also after it was handed over: a bounce may come late. One that came back told nothing. */
export interface SentMessage extends Pick<QueuedMessage, "id" | "message" | "to" | "audience" | "party" | "gate"> {
  readonly at: Instant
  /** A hash of subject and text: whether two messages say the same is all that is asked. */
  readonly words: string
  readonly returned?: true
}

export interface MessageEvents {
  "message-queued": QueuedMessage
  /** `by`: the host's channel that took it, and `reference`, what it calls it: a reply to it names that. */
  "message-handed-over": {
    readonly id: string
    readonly to?: string
    readonly party?: string
    readonly by?: string
    readonly reference?: string
  }
  "message-bounced": { readonly id: string; readonly reason: string }
}

export const nothing: MessageState = {
  count: 0,
  underway: {},
  sent: [],
  bounced: [],
  references: {}
}

/** So much of why a message did not arrive is on record.  Units: characters. */
export const longestReason = 300

/** Returns a message to a customer; undefined for one to the staff, or that nobody knows. */
export const letterOf = ({ sent }: MessageState, id: string): SentMessage | undefined => {
  const found = sent.findLast((one) => one.id === id)
  return found?.audience === "customer" ? found : undefined
}

/** Returns the gate that waits for a message to arrive; undefined where none does, or another one told it later. */
export const toldBy = (state: MessageState, id: string): string | undefined => {
  const gate = letterOf(state, id)?.gate
  if (gate === undefined) return undefined
  const last = state.sent.findLast((one) => one.audience === "customer" && one.gate === gate)
  return last?.id === id ? gate : undefined
}

const wordsOf = ({ subject = "", text = "" }: Partial<QueuedMessage>): string => hash(`${subject}\n${text}`)

const isToSame = (one: SentMessage, { to, party }: QueuedMessage): boolean => one.to === to && one.party === party

/** Returns when a customer was told the very same by this message, where it is the last that it told them. */
export const toldAt = ({ sent }: MessageState, message: QueuedMessage): Instant | undefined => {
  const last = sent.findLast(
    (one) => one.audience === "customer" && one.message === message.message && isToSame(one, message)
  )
  return last?.returned === undefined && last?.words === wordsOf(message) ? last.at : undefined
}

/** Returns whether somebody was told the very same of an instant: time may be told again of what it has told before. */
export const isSaidOf = ({ sent }: MessageState, message: QueuedMessage, at: Instant): boolean => {
  const then = sent.filter((one) => one.at === at && one.returned === undefined && isToSame(one, message))
  return then.length > 0 && then.some(({ words }) => words === wordsOf(message))
}

/** Who reads what a channel sends: each has a thread of their own there. */
interface Reader {
  readonly to?: string
  readonly party?: string
  readonly by?: string
}

const readerOf = ({ to = "", party = "", by = "" }: Reader): string => JSON.stringify([by, party, to])

/** Returns what a channel called the last message of the case to somebody. */
export const referenceOf = ({ references }: MessageState, reader: Reader): string | undefined => {
  const name = readerOf(reader)
  return Object.hasOwn(references, name) ? references[name] : undefined
}

const without = (all: Readonly<Record<string, string>>, id: string): Readonly<Record<string, string>> => {
  if (!Object.hasOwn(all, id)) return all
  const { [id]: _, ...rest } = all
  return rest
}

/** Puts down whether a message came back, or arrived after all. */
const marked = (sent: MessageState["sent"], id: string, returned: true | undefined): MessageState["sent"] => {
  if (!sent.some((one) => one.id === id && one.returned !== returned)) return sent
  return sent.map((one) => {
    const { returned: _, ...rest } = one
    return one.id === id ? { ...rest, ...defined({ returned }) } : one
  })
}

const sentOf = (event: QueuedMessage & { readonly at: Instant }): SentMessage => {
  const { id, at, message, to, audience, party, gate } = event
  const sent: { -readonly [K in keyof SentMessage]: SentMessage[K] } = {
    id,
    at,
    message,
    to,
    audience,
    words: wordsOf(event)
  }
  if (party !== undefined) sent.party = party
  if (gate !== undefined) sent.gate = gate
  return sent
}

export const evolve: EvolveTable<MessageState, MessageEvents> = {
  "message-queued": (state, event) => ({
    ...state,
    count: state.count + 1,
    underway: event.gate === undefined ? state.underway : withEntry(state.underway, event.id, event.gate),
    sent: [...state.sent, sentOf(event)]
  }),
  "message-handed-over": (state, event) => ({
    ...state,
    underway: without(state.underway, event.id),
    sent: marked(state.sent, event.id, undefined),
    references:
      event.reference === undefined ? state.references : { ...state.references, [readerOf(event)]: event.reference }
  }),
  "message-bounced": (state, event) => {
    const gate = toldBy(state, event.id)
    return {
      ...state,
      underway: without(state.underway, event.id),
      sent: marked(state.sent, event.id, true),
      bounced: gate === undefined || state.bounced.includes(gate) ? state.bounced : [...state.bounced, gate]
    }
  }
}
