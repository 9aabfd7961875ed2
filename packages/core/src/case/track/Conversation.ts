/** The conversation with the customer: what was said, on which channels, what was asked, and who else is answered. */
import type { Language } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import type { FeedbackReceipt } from "./Feedback.ts"
import { type Addresses, type Brought, broughtBy, type Contacts, type Party } from "./Submission.ts"
import type { EvolveTable } from "./Track.ts"

export type { Party } from "./Submission.ts"

/** One thing that the customer said, with what they brought along. */
export interface Saying extends Omit<Brought, "addresses"> {
  readonly at: Instant
  readonly text: string
  readonly channel: string
  /** `feedback`: the matter itself, once more or for the first time; `word`: something further; `reply`: with an answer. */
  readonly as: "feedback" | "word" | "reply"
  /** Who said it, where that is another customer whom the case answers. */
  readonly customer?: string
  /** The case that it was said in, which was merged into this one. */
  readonly from?: string
}

export interface ConversationState {
  /** The customer for whom the case was opened; undefined where nobody gave a name. */
  readonly customer: string | undefined
  readonly language: Language | undefined
  /** Everything the customer said that may tell what it is about, in the order in which it came. */
  readonly said: readonly Saying[]
  /** When staff had word for the customer outside a gate. */
  readonly told: readonly Instant[]
  /** When the customer spoke after the case was opened, in whatever way. */
  readonly spoke: readonly Instant[]
  readonly others: readonly Party[]
  /** Where the customer is reached, the channel that they used last in the last place. Erasure leaves none. */
  readonly addresses: Addresses
  /** Where the feedback came in, the first channel first. */
  readonly channels: readonly string[]
  /** The last channel on which the customer spoke: where the answer goes. */
  readonly lastChannel: string | undefined
  /** Guiding questions that were asked; the last one waits for an answer while `isAsked`. */
  readonly questions: readonly string[]
  readonly isAsked: boolean
  /** Active channels that were to ask about this case. */
  readonly surveys: readonly string[]
  /** Events of the host, when each happened last. */
  readonly happened: Readonly<Record<string, Instant>>
}

export interface ConversationEvents {
  /** The same thing said again, or, with `from`, another case that was merged into this one. */
  "feedback-joined": Brought & {
    readonly channel: string
    readonly receivedAt: Instant
    readonly contacts: Contacts
    readonly text?: string
    readonly customer?: string
    readonly customerName?: string
    readonly language?: Language
    readonly from?: string
    /** Cases that the merged one was linked to; `siblings`: those of the same cause. */
    readonly links?: readonly string[]
    readonly siblings?: readonly string[]
    /** The very same message by another channel: no further contact. */
    readonly again?: boolean
  }
  /** `missing`: fields that the form requires and that did not come. */
  "question-asked": { readonly question: string; readonly text: string; readonly missing: readonly string[] }
  "event-happened": { readonly name: string; readonly by: string }
  /** The customer is to be asked by an active channel, once for each case. */
  "survey-due": { readonly channel: string; readonly customer: string }
  /** `as`: thanks alone, or a machine's word, from which nothing follows; what came along with a reply. */
  "customer-wrote": Brought & {
    readonly text: string
    readonly channel: string
    readonly as?: "courtesy" | "automatic" | "reply"
    readonly customer?: string
  }
  "customer-told": { readonly text: string; readonly by: string }
  "note-added": { readonly text: string; readonly by: string }
}

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

/** A score alone has no words. After erasure neither has anything else. */
const words = (receipt: FeedbackReceipt): string =>
  [receipt.verbatim ?? "", receipt.description ?? ""].filter((text) => text !== "").join("\n")

/** Returns the conversation that a case is opened with. */
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

/** What stands with a saying: addresses are kept once, with whose they are. */
const alongOf = (brought: Brought): Omit<Brought, "addresses"> => {
  const { addresses: _, ...along } = broughtBy(brought)
  return along
}

/** Returns addresses with newer ones; what was said last stands last. */
const known = (before: Addresses = {}, newer: Addresses = {}): Addresses => {
  const kept = Object.entries(before).filter(([channel]) => !Object.hasOwn(newer, channel))
  return { ...Object.fromEntries(kept), ...newer }
}

/** Returns where one of the customers is reached whom a case answers; `party`: the case that theirs was. */
export const addressesOf = ({ addresses, others }: ConversationState, party: string | undefined): Addresses =>
  party === undefined ? addresses : (others.find((other) => other.case === party)?.addresses ?? {})

/** Returns the conversation after somebody set where its customer is reached. */
export const reached = (
  state: ConversationState,
  { addresses }: { readonly addresses?: Addresses }
): ConversationState => (addresses === undefined ? state : { ...state, addresses: known(state.addresses, addresses) })

/** Returns the conversation with where a customer of the case can be reached. */
const reachedAt = (
  state: ConversationState,
  event: { readonly customer?: string; readonly addresses?: Addresses }
): ConversationState => {
  if (event.addresses === undefined) return state
  if (isFirst(state, event.customer)) return { ...state, addresses: known(state.addresses, event.addresses) }
  const newer = (party: Party): Party => ({ ...party, addresses: known(party.addresses, event.addresses) })
  return { ...state, others: state.others.map((party) => (party.customer === event.customer ? newer(party) : party)) }
}

/** Whoever the case was opened for is answered where they spoke last, whatever others say. */
const isFirst = (state: ConversationState, customer: string | undefined): boolean =>
  customer === undefined || state.customer === undefined || state.customer === customer

const isOf = ({ case: from, customer }: Party, saying: Saying): boolean =>
  saying.from === from || (customer !== undefined && saying.customer === customer)

/** Returns what one of the customers said whom a case answers; undefined = whoever it was opened for. */
export const saidBy = ({ said, others }: ConversationState, party: Party | undefined): readonly Saying[] =>
  said.filter((saying) => (party === undefined ? !others.some((other) => isOf(other, saying)) : isOf(party, saying)))

/** Another customer whose case was merged into this one is answered, too. */
const withParty = (
  state: ConversationState,
  event: ConversationEvents["feedback-joined"],
  from: string
): readonly Party[] => {
  const { customer, customerName, language, channel, addresses } = event
  const party: Party = defined({ case: from, channel, customer, customerName, language, addresses })
  return [...state.others.filter((other) => other.case !== from), party]
}

/** The customer for whom a case was opened needs no name in it. */
const named = <E extends { readonly customer?: string }>(
  state: ConversationState,
  event: E
): Omit<E, "customer"> & Partial<Pick<E, "customer">> => {
  const { customer, ...rest } = event
  return isFirst(state, customer) ? rest : event
}

/** What was said, with what came along; nothing where neither is there. After erasure there are no words. */
const sayingOf = (
  event: Brought & Pick<Saying, "at" | "as" | "channel"> & Partial<Pick<Saying, "text" | "customer" | "from">>
): readonly Saying[] => {
  const { at, text = "", channel, as, customer, from } = event
  const along = alongOf(event)
  return text === "" && as !== "word" && Object.keys(along).length === 0
    ? []
    : [{ at, text, channel, as, ...defined({ customer, from }), ...along }]
}

/** Words further back answer nothing that is still open. */
const mostKept = 64

/** Returns the conversation after a word of the customer's. */
export const spoken = (state: ConversationState, event: { readonly at: Instant }): ConversationState => ({
  ...state,
  spoke: [...state.spoke.slice(1 - mostKept), event.at]
})

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
