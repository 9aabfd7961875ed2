/** Messages to customers and staff: what was queued, and whether it arrived. The outbox delivers queued messages. */
import type { Language } from "../../policy/Bundle.ts"
import type { Instant, Millis } from "../../time/Instant.ts"
import { hash } from "../../value/Hash.ts"
import { defined } from "../../value/Optional.ts"
import { type EvolveTable, withEntry } from "./Track.ts"

/** The readers of a message: customers or staff. */
export type Audience = "customer" | "staff"

/** A message as it is queued for delivery. */
export interface QueuedMessage {
  /** The message id, unique on the case. The outbox adds the case id; receivers recognise repeats by it. */
  readonly id: string
  readonly message: string
  readonly to: string
  readonly audience: Audience
  /** The former case of the reader, if that is another customer whom the case answers. */
  readonly party?: string
  readonly channel?: string
  readonly language: Language
  /** The subject, in one line. */
  readonly subject: string
  readonly text: string
  /** The gate whose content the message tells. A bounce reopens that gate. */
  readonly gate?: string
  /** The earliest instant of delivery, at the end of the quiet hours. */
  readonly notBefore?: Instant
  /** Whether it is about a promise whose time is over. Among messages that leave together it is the first. */
  readonly overdue?: true
  /** Notices to one person within this time leave together.  Units: ms. */
  readonly digest?: Millis
  /** An instant in the future that the message names. It does not wait for other notices beyond that instant. */
  readonly before?: Instant
}

/** The state of the messages of a case. */
export interface MessageState {
  readonly count: number
  /** The gate of each message that no channel has taken yet, by message id. */
  readonly underway: Readonly<Record<string, string>>
  /** Every message, in the order in which it was queued. It is a list, since adding to a record copies every entry. */
  readonly sent: readonly SentMessage[]
  /** The gates whose message bounced. No machine sends it again. */
  readonly bounced: readonly string[]
  /** The reference that the channel gave to the last message, by reader. */
  readonly references: Readonly<Record<string, string>>
}

/** What is kept of a message, also after a channel took it, since a bounce may come late. */
export interface SentMessage extends Pick<QueuedMessage, "id" | "message" | "to" | "audience" | "party" | "gate"> {
  readonly at: Instant
  /** A hash of subject and text, by which two messages with the same words are recognised. */
  readonly words: string
  readonly returned?: true
}

/** The events of messages, by name. */
export interface MessageEvents {
  "message-queued": QueuedMessage
  /**
   * A channel took the message. `by`: the channel of the host; `reference`: its name for the message, which replies
   * quote.
   */
  "message-handed-over": {
    readonly id: string
    readonly to?: string
    readonly party?: string
    readonly by?: string
    readonly reference?: string
  }
  "message-bounced": { readonly id: string; readonly reason: string }
}

/** The state of a case without messages. */
export const nothing: MessageState = {
  count: 0,
  underway: {},
  sent: [],
  bounced: [],
  references: {}
}

/** The longest reason of a bounce that is recorded.  Units: characters. */
export const longestReason = 300

/** Returns a message to a customer; undefined for a message to staff or an id that is not known. */
export const letterOf = ({ sent }: MessageState, id: string): SentMessage | undefined => {
  const found = sent.findLast((one) => one.id === id)
  return found?.audience === "customer" ? found : undefined
}

/** Returns the gate that waits for a message to arrive; undefined if no gate does, or a later message told it. */
export const toldBy = (state: MessageState, id: string): string | undefined => {
  const gate = letterOf(state, id)?.gate
  if (gate === undefined) return undefined
  const last = state.sent.findLast((one) => one.audience === "customer" && one.gate === gate)
  return last?.id === id ? gate : undefined
}

const wordsOf = ({ subject = "", text = "" }: Partial<QueuedMessage>): string => hash(`${subject}\n${text}`)

const isToSame = (one: SentMessage, { to, party }: QueuedMessage): boolean => one.to === to && one.party === party

/** Returns when a customer last got the same words; undefined if their last message said something else. */
export const toldAt = ({ sent }: MessageState, message: QueuedMessage): Instant | undefined => {
  const last = sent.findLast(
    (one) => one.audience === "customer" && one.message === message.message && isToSame(one, message)
  )
  return last?.returned === undefined && last?.words === wordsOf(message) ? last.at : undefined
}

/** Returns whether a reader was told the same words at this instant. Words of another instant may be repeated. */
export const isSaidOf = ({ sent }: MessageState, message: QueuedMessage, at: Instant): boolean => {
  const then = sent.filter((one) => one.at === at && one.returned === undefined && isToSame(one, message))
  return then.length > 0 && then.some(({ words }) => words === wordsOf(message))
}

/** A reader of a channel. Each has a thread of their own there. */
interface Reader {
  readonly to?: string
  readonly party?: string
  readonly by?: string
}

const readerOf = ({ to = "", party = "", by = "" }: Reader): string => JSON.stringify([by, party, to])

/** Returns the channel's reference to the case's last message to a reader. */
export const referenceOf = ({ references }: MessageState, reader: Reader): string | undefined => {
  const name = readerOf(reader)
  return Object.hasOwn(references, name) ? references[name] : undefined
}

const without = (all: Readonly<Record<string, string>>, id: string): Readonly<Record<string, string>> => {
  if (!Object.hasOwn(all, id)) return all
  const { [id]: _, ...rest } = all
  return rest
}

/** Returns the messages with one marked as bounced, or as arrived after all. */
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

/** Returns the messages after an event. */
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
