/** The conversation with the customer: what was said, by which channels, what was asked, and who else is answered. */
import type { Language } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { FeedbackReceipt } from "./Feedback.ts"
import { type Addresses, type Brought, broughtBy, type Contacts, type Party } from "./Submission.ts"
import type { EvolveTable } from "./Track.ts"

export type { Party } from "./Submission.ts"

/** One thing that the customer said, with what came with it. */
export interface Saying extends Omit<Brought, "addresses"> {
  readonly at: Instant
  readonly text: string
  readonly channel: string
  /**
   * `feedback`: the matter itself, for the first time or again. `word`: a further message. `reply`: the answer to a
   * question.
   */
  readonly as: "feedback" | "word" | "reply"
  /** The customer who said it, if that is another one whom the case answers. */
  readonly customer?: string
  /** The case in which it was said, if that case was merged into this one. */
  readonly from?: string
}

/** The state of the conversation with the customers of a case. */
export interface ConversationState {
  /** The customer for whom the case was opened; undefined if nobody gave a name. */
  readonly customer: string | undefined
  readonly language: Language | undefined
  /** What the customer said that may tell what the case is about, oldest first. */
  readonly said: readonly Saying[]
  /** When staff wrote to the customer outside a gate. */
  readonly told: readonly Instant[]
  /** When the customer spoke after the case was opened, by any channel. */
  readonly spoke: readonly Instant[]
  readonly others: readonly Party[]
  /** The customer's addresses by channel; the one used last is the last. Empty after erasure. */
  readonly addresses: Addresses
  /** The channels by which the feedback came in, the first one first. */
  readonly channels: readonly string[]
  /** The channel on which the customer spoke last. Answers go there. */
  readonly lastChannel: string | undefined
  /** The guiding questions that were asked. The last one waits for an answer while `isAsked`. */
  readonly questions: readonly string[]
  readonly isAsked: boolean
  /** The active channels that have asked about this case. */
  readonly surveys: readonly string[]
  /** Events of the host by name, each with the instant at which it last happened. */
  readonly happened: Readonly<Record<string, Instant>>
}

/** The events of the conversation, by name. */
export interface ConversationEvents {
  /** The customer said the same matter again; with `from`, another case was merged into this one. */
  "feedback-joined": Brought & {
    readonly channel: string
    readonly receivedAt: Instant
    readonly contacts: Contacts
    readonly text?: string
    readonly customer?: string
    readonly customerName?: string
    readonly language?: Language
    readonly from?: string
    /** Cases that the merged case was linked to; `siblings` are those of the same cause. */
    readonly links?: readonly string[]
    readonly siblings?: readonly string[]
    /** The same message came by another channel. It does not count as a further contact. */
    readonly again?: boolean
  }
  /** A guiding question was asked. `missing`: fields that the form requires and that were not given. */
  "question-asked": { readonly question: string; readonly text: string; readonly missing: readonly string[] }
  "event-happened": { readonly name: string; readonly by: string }
  /** An active channel has to ask the customer. It does so once for each case. */
  "survey-due": { readonly channel: string; readonly customer: string }
  /**
   * The customer wrote. `as`: thanks alone or an automatic reply, after which nothing happens; or what came with a
   * reply.
   */
  "customer-wrote": Brought & {
    readonly text: string
    readonly channel: string
    readonly as?: "courtesy" | "automatic" | "reply"
    readonly customer?: string
  }
  "customer-told": { readonly text: string; readonly by: string }
  "note-added": { readonly text: string; readonly by: string }
}

/** The state of a conversation in which nothing was said. */
export const nothing: ConversationState = {
  customer: undefined,
  language: undefined,
  said: [],
  told: [],
  spoke: [],
  others: [],
  addresses: {},
  channels: [],
  lastChannel: undefined,
  questions: [],
  isAsked: false,
  surveys: [],
  happened: {}
}

/** Returns the words of a receipt. A score alone has none, and after erasure there are none. */
const words = (receipt: FeedbackReceipt): string =>
  [receipt.verbatim ?? "", receipt.description ?? ""].filter((text) => text !== "").join("\n")

/** Returns the conversation with which a case is opened. */
export const opened = ({ receipt }: { readonly receipt: FeedbackReceipt }): ConversationState => ({
  ...nothing,
  customer: receipt.customer,
  language: receipt.customerLanguage,
  lastChannel: receipt.channel,
  channels: [receipt.channel],
  addresses: receipt.addresses ?? {},
  said: [
    { at: receipt.receivedAt, text: words(receipt), channel: receipt.channel, as: "feedback", ...alongOf(receipt) }
  ]
})

/** Returns what is kept with a saying. Addresses are kept once, with their customer. */
const alongOf = (brought: Brought): Omit<Brought, "addresses"> => {
  const { addresses: _, ...along } = broughtBy(brought)
  return along
}

/** Returns addresses with newer ones added; the newest is the last. */
const known = (before: Addresses = {}, newer: Addresses = {}): Addresses => {
  const kept = Object.entries(before).filter(([channel]) => !Object.hasOwn(newer, channel))
  return { ...Object.fromEntries(kept), ...newer }
}

/**
 * Returns the addresses of one of the customers whom a case answers. `party`: the id of that customer's former case.
 */
export const addressesOf = ({ addresses, others }: ConversationState, party: string | undefined): Addresses =>
  party === undefined ? addresses : (others.find((other) => other.case === party)?.addresses ?? {})

/** Returns the conversation after somebody set the customer's addresses. */
export const reached = (
  state: ConversationState,
  { addresses }: { readonly addresses?: Addresses }
): ConversationState => (addresses === undefined ? state : { ...state, addresses: known(state.addresses, addresses) })

/** Returns the conversation with the address of one of its customers. */
const reachedAt = (
  state: ConversationState,
  event: { readonly customer?: string; readonly addresses?: Addresses }
): ConversationState => {
  if (event.addresses === undefined) return state
  if (isFirst(state, event.customer)) return { ...state, addresses: known(state.addresses, event.addresses) }
  const newer = (party: Party): Party => ({ ...party, addresses: known(party.addresses, event.addresses) })
  return { ...state, others: state.others.map((party) => (party.customer === event.customer ? newer(party) : party)) }
}

/**
 * Returns whether it is the customer for whom the case was opened. Answers to them go to the channel that they used
 * last.
 */
const isFirst = (state: ConversationState, customer: string | undefined): boolean =>
  customer === undefined || state.customer === undefined || state.customer === customer

const isOf = ({ case: from, customer }: Party, saying: Saying): boolean =>
  saying.from === from || (customer !== undefined && saying.customer === customer)

/** Returns what one of the customers of a case said. `party` undefined: the customer for whom it was opened. */
export const saidBy = ({ said, others }: ConversationState, party: Party | undefined): readonly Saying[] =>
  said.filter((saying) => (party === undefined ? !others.some((other) => isOf(other, saying)) : isOf(party, saying)))

/** Returns the conversation with another customer, whose case was merged into this one. */
const withParty = (
  state: ConversationState,
  event: ConversationEvents["feedback-joined"],
  from: string
): readonly Party[] => {
  const { customer, customerName, language, channel, addresses } = event
  const party: Party = defined({ case: from, channel, customer, customerName, language, addresses })
  return [...state.others.filter((other) => other.case !== from), party]
}

/** Returns an event with its customer's name; the customer for whom the case was opened needs none. */
const named = <E extends { readonly customer?: string }>(
  state: ConversationState,
  event: E
): Omit<E, "customer"> & Partial<Pick<E, "customer">> => {
  const { customer, ...rest } = event
  return isFirst(state, customer) ? rest : event
}

/** Returns what was said and what came with it; undefined if there is neither. After erasure there are no words. */
const sayingOf = (
  event: Brought & Pick<Saying, "at" | "as" | "channel"> & Partial<Pick<Saying, "text" | "customer" | "from">>
): readonly Saying[] => {
  const { at, text = "", channel, as, customer, from } = event
  const along = alongOf(event)
  return text === "" && as !== "word" && Object.keys(along).length === 0
    ? []
    : [{ at, text, channel, as, ...defined({ customer, from }), ...along }]
}

/** The number of sayings that are kept. Older words answer no question that is still open. */
const mostKept = 64

/** Returns the conversation after a word of the customer's. */
export const spoken = (state: ConversationState, event: { readonly at: Instant }): ConversationState => ({
  ...state,
  spoke: [...state.spoke.slice(1 - mostKept), event.at]
})

/** Returns the conversation after an event. */
export const evolve: EvolveTable<ConversationState, ConversationEvents> = {
  "feedback-joined": (state, event) => ({
    ...(event.from === undefined || (event.customer !== undefined && event.customer === state.customer)
      ? reachedAt(state, event)
      : { ...state, others: withParty(state, event, event.from) }),
    channels: state.channels.includes(event.channel) ? state.channels : [...state.channels, event.channel],
    said:
      event.again === true
        ? state.said
        : [...state.said, ...sayingOf({ ...named(state, event), at: event.receivedAt, as: "feedback" })],
    lastChannel: event.from === undefined ? event.channel : state.lastChannel
  }),
  "question-asked": (s, e) => ({ ...s, questions: [...s.questions, e.question], isAsked: true }),
  "event-happened": (s, e) => ({ ...s, happened: { ...s.happened, [e.name]: e.at } }),
  "survey-due": (s, e) => ({ ...s, surveys: [...s.surveys, e.channel] }),
  "customer-wrote": (state, event) =>
    event.as === "automatic"
      ? state
      : {
          ...reachedAt(state, event),
          lastChannel: isFirst(state, event.customer) ? event.channel : state.lastChannel,
          isAsked: state.isAsked && event.as !== undefined,
          said:
            event.as === "courtesy"
              ? state.said
              : [...state.said, ...sayingOf({ ...named(state, event), as: event.as ?? "word" })]
        },
  "customer-told": (s, e) => ({ ...s, told: [...s.told.slice(1 - mostKept), e.at] }),
  "note-added": (s) => s
}
