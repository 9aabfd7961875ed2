/** Messages to customers and staff: what was queued, and what became of it. Queued ones leave through the outbox. */
import type { Language } from "../../policy/Bundle.ts"
import type { Instant, Millis } from "../../time/Instant.ts"
import { hash } from "../../value/Hash.ts"
import { defined } from "../../value/Optional.ts"
import type { EvolveTable } from "./Track.ts"

/** Who reads a message. */
export type Audience = "customer" | "staff"

export interface Queued {
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
  /** Each message to a customer, also after it was handed over: a bounce may come late. */
  readonly letters: Readonly<Record<string, Letter>>
  /** Gates whose message came back: no machine tells them again. */
  readonly bounced: readonly string[]
  /** What each customer was told last by each message of the policy; one that came back told nothing. */
  readonly last: Readonly<Record<string, Told>>
  /** The message that told somebody something of an instant, by a hash of all that; one that came back told nothing. */
  readonly said: Readonly<Record<string, string>>
  /** What channels called the last message to each reader. */
  readonly references: Readonly<Record<string, string>>
}

/** A message to a customer, and whether it came back. */
interface Letter {
  readonly to: string
  readonly party?: string
  readonly gate?: string
  readonly returned?: true
}

interface Told {
  readonly id: string
  readonly at: Instant
  /** A hash: whether two texts are the same is all that is asked. */
  readonly text: string
}

export interface MessageEvents {
  "message-queued": Queued
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
  letters: {},
  bounced: [],
  last: {},
  said: {},
  references: {}
}

/** So much of why a message did not arrive is on record.  Units: characters. */
export const longestReason = 300

/** Returns a message to a customer; undefined for one to the staff, or that nobody knows. */
export const letterOf = ({ letters }: MessageState, id: string): Letter | undefined =>
  Object.hasOwn(letters, id) ? letters[id] : undefined

/** Returns the gate that waits for a message to arrive; undefined where none does, or another one told it later. */
export const toldBy = (s: MessageState, id: string): string | undefined => {
  const gate = letterOf(s, id)?.gate
  const last = Object.entries(s.letters).findLast(([, letter]) => letter.gate === gate)
  return gate !== undefined && last?.[0] === id ? gate : undefined
}

const nameOf = ({ to, message, party = "" }: Pick<Queued, "to" | "message" | "party">): string =>
  `${message} ${party} ${to}`
const textOf = ({ subject = "", text = "" }: Partial<Queued>): string => hash(`${subject}\n${text}`)

/** Returns when a customer was told the very same by this message, where it is the last that it told them. */
export const toldAt = (s: MessageState, message: Queued): Instant | undefined => {
  const last = s.last[nameOf(message)]
  return last?.text === textOf(message) ? last.at : undefined
}

const wordsAt = ({ to, party = "", subject = "", text = "" }: Partial<Queued>, at: Instant): string =>
  hash(`${at}\n${party}\n${to}\n${subject}\n${text}`)

/** Returns whether somebody was told the very same of an instant: time may be told again of what it has told before. */
export const isSaidOf = (s: MessageState, message: Queued, at: Instant): boolean =>
  Object.hasOwn(s.said, wordsAt(message, at))

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

const letter = ({ to, party, gate }: Omit<Letter, "returned">): Letter => defined({ to, party, gate })

/** Puts down whether a message came back, or arrived after all. */
const marked = (letters: MessageState["letters"], id: string, returned: true | undefined): MessageState["letters"] => {
  const known = Object.hasOwn(letters, id) ? letters[id] : undefined
  return known === undefined || known.returned === returned
    ? letters
    : { ...letters, [id]: { ...letter(known), ...defined({ returned }) } }
}

export const evolve: EvolveTable<MessageState, MessageEvents> = {
  "message-queued": (s, e) => ({
    ...s,
    count: s.count + 1,
    underway: e.gate === undefined ? s.underway : { ...s.underway, [e.id]: e.gate },
    letters: e.audience === "staff" ? s.letters : { ...s.letters, [e.id]: letter(e) },
    said: { ...s.said, [wordsAt(e, e.at)]: e.id },
    last: e.audience === "staff" ? s.last : { ...s.last, [nameOf(e)]: { id: e.id, at: e.at, text: textOf(e) } }
  }),
  "message-handed-over": (s, e) => ({
    ...s,
    underway: without(s.underway, e.id),
    letters: marked(s.letters, e.id, undefined),
    references: e.reference === undefined ? s.references : { ...s.references, [readerOf(e)]: e.reference }
  }),
  "message-bounced": (s, e) => {
    const gate = toldBy(s, e.id)
    return {
      ...s,
      underway: without(s.underway, e.id),
      letters: marked(s.letters, e.id, true),
      bounced: gate === undefined || s.bounced.includes(gate) ? s.bounced : [...s.bounced, gate],
      last: Object.fromEntries(Object.entries(s.last).filter(([, { id }]) => id !== e.id)),
      said: Object.fromEntries(Object.entries(s.said).filter(([, id]) => id !== e.id))
    }
  }
}
