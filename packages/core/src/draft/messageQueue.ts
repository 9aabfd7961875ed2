/** Queues messages. They are rendered when they are decided, so that the record holds the exact words. */

import type { CaseEvent, EventNamed } from "../case/Case.ts"
import type { Party } from "../case/track/Conversation.ts"
import { type Audience, isSaidOf, type QueuedMessage, toldAt } from "../case/track/Message.ts"
import { custodian, isMachine, nameOf } from "../people/Actor.ts"
import type { Language } from "../policy/Bundle.ts"
import { letter } from "../text/phrase/Words.ts"
import type { Instant } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"
import { personOf, reached } from "../who/Presence.ts"
import type { Draft } from "./Draft.ts"
import * as Drafts from "./Draft.ts"
import type { FilledBy, Name as Notice } from "./Notice.ts"
import { filled, type MessageMoment, type PlaceholderValue, textOf } from "./placeholder.ts"
import { hiding } from "./redaction.ts"
import { isReceipt, leaving } from "./sendingTime.ts"

/** What one occasion adds to a message: values for its text, and limits on when it leaves. */
export interface MessageOccasion extends MessageMoment {
  /** The instant from which the message is useless, since what it asks for is over. */
  readonly before?: Instant | null
  /** Whether it asks the customer something. Such a message waits for the policy's hours for questions. */
  readonly asks?: true
}

/** The occasion of a notice. It fills the placeholders that the table of notices lists. */
export interface NoticeOccasion<N extends Notice> extends Omit<MessageOccasion, "values" | "party" | "asks"> {
  readonly values?: { readonly [P in FilledBy<N>]?: PlaceholderValue }
}

/** Sends a message of the policy to the customer, on the channel that they used last. */
export const tellCustomer = (draft: Draft, message: string, occasion: MessageOccasion = {}): void => {
  const { receipt } = draft.state.feedback
  const { language, lastChannel } = draft.state.conversation
  const to = receipt?.customer ?? "anonymous"
  queue(
    draft,
    message,
    to,
    "customer",
    language ?? draft.meta.gathered.customer?.language ?? draft.policy.bundle.language,
    occasion,
    lastChannel
  )
  // Messages about a gate or a promise go to everybody whom the case answers.
  if (occasion.gate !== undefined || occasion.clock !== undefined)
    for (const party of draft.state.conversation.others) tellParty(draft, party, message, occasion)
}

/** Sends the customer the words of a member of staff. */
export const tellWords = (draft: Draft, text: string, channel: string | undefined): void => {
  const { receipt } = draft.state.feedback
  const language = draft.state.conversation.language ?? draft.policy.bundle.language
  const to = receipt?.customer ?? "anonymous"
  const hide = hiding(draft, { to, audience: "customer", language, channel, isParty: false })
  Drafts.emit(
    draft,
    "message-queued",
    defined({
      id: `m${draft.state.messages.count + 1}`,
      message: "word",
      to,
      audience: "customer",
      language,
      subject: letter(language).about(draft.state.id),
      text: hide?.(text) ?? text,
      channel
    })
  )
}

/** Sends a message to another customer whom the case answers. A gate waits only for the first customer's message. */
export const tellParty = (draft: Draft, party: Party, message: string, occasion: MessageOccasion = {}): void => {
  const { gate: _, ...rest } = occasion
  const to = party.customer ?? "anonymous"
  const language = party.language ?? draft.policy.bundle.language
  queue(draft, message, to, "customer", language, { ...rest, party }, party.channel)
}

/** Notifies staff of what somebody else or time has done. Nobody is notified of their own act. */
export const tellStaff = <N extends Notice>(
  draft: Draft,
  notice: N,
  to: readonly string[],
  occasion: NoticeOccasion<N> = {}
): void => notify(draft, notice, to, occasion, nameOf(draft.by))

/** Queues messages that the policy sends to named people, also if they caused them. */
export const tellNamed = (draft: Draft, message: string, to: readonly string[], occasion: MessageOccasion = {}): void =>
  notify(draft, message, to, occasion)

/** Queues a notice. The deputy of an absent owner gets the owner's notices. */
const notify = (
  draft: Draft,
  message: string,
  to: readonly string[],
  occasion: MessageOccasion,
  except?: string
): void => {
  const { owner, recused } = draft.state.ownership
  const { people } = draft.meta.gathered
  const readers = to.map((id) => (id === owner ? reached(draft.policy, people, owner, draft.now) : id))
  for (let i = 0; i < readers.length; i++) {
    const id = readers[i] as string
    if (readers.indexOf(id) < i || id === custodian || isMachine(id) || id === except || recused.includes(id)) continue
    const person = personOf(people, id)
    // People who have left and recused people get no notices.
    if (person === undefined && people.length > 0) continue
    queue(draft, message, id, "staff", person?.language ?? draft.policy.bundle.language, occasion)
  }
}

type QueuedEvent = EventNamed<"message-queued">

const queue = (
  draft: Draft,
  message: string,
  to: string,
  audience: Audience,
  language: Language,
  occasion: MessageOccasion,
  channel?: string
): void => {
  const rule = draft.policy.bundle.messages[message]
  if (rule === undefined || Drafts.isRecording(draft)) return
  const before = occasion.before ?? (audience === "staff" ? upcoming(draft, occasion) : undefined)
  const names: Instant[] = []
  const chosen = textOf(draft, message)
  const moment = { ...occasion, names }
  // A gate waits only for messages to the customer.
  const gate = audience === "customer" ? occasion.gate : undefined
  const isParty = occasion.party !== undefined
  const reader = { audience, language, hide: hiding(draft, { to, audience, language, channel, isParty }) }
  const queued: { -readonly [K in keyof QueuedEvent]: QueuedEvent[K] } = {
    event: "message-queued",
    at: draft.now,
    why: chosen.rule,
    id: `m${draft.state.messages.count + 1}`,
    message,
    to,
    audience,
    language,
    subject: filled(draft, message, rule.subject, reader, moment) || letter(language).about(draft.state.id),
    text: filled(draft, message, chosen.text, reader, moment) ?? ""
  }
  if (channel !== undefined) queued.channel = channel
  if (gate !== undefined) queued.gate = gate
  if (occasion.party !== undefined) queued.party = occasion.party.case
  if (audience === "staff" && isOverdue(draft, occasion)) queued.overdue = true
  const leaves = leaving(draft, { message, audience, gate, asks: occasion.asks, before, names })
  if (leaves.notBefore !== undefined) queued.notBefore = leaves.notBefore
  if (leaves.digest !== undefined) queued.digest = leaves.digest
  if (leaves.before !== undefined) queued.before = leaves.before
  if (!isSaid(draft, queued, occasion)) Drafts.put(draft, queued)
}

const dueOf = (draft: Draft, { clock }: MessageOccasion): Instant | undefined =>
  clock === undefined ? undefined : (draft.state.clocks[clock]?.dueAt ?? undefined)

/** Returns whether a message is about a clock whose time is over. */
const isOverdue = (draft: Draft, occasion: MessageOccasion): boolean =>
  (dueOf(draft, occasion) ?? Number.POSITIVE_INFINITY) <= draft.now

/** Returns when the time of the clock that a message is about is over. */
const upcoming = (draft: Draft, occasion: MessageOccasion): Instant | undefined => {
  const dueAt = dueOf(draft, occasion)
  return dueAt !== undefined && dueAt > draft.now ? dueAt : undefined
}

/**
 * Returns whether somebody was already told the same for one cause: in one instant of a step; about a missed promise,
 * also if its clock begins again and fires for that instant a second time; and, for an acknowledgement of the
 * customer's words, until they speak again or the case is reopened.
 */
const isSaid = (draft: Draft, queued: QueuedMessage, occasion: MessageOccasion): boolean => {
  const { state } = draft
  const isSame = (event: CaseEvent): boolean =>
    event.event === "message-queued" &&
    event.at === draft.now &&
    event.to === queued.to &&
    event.party === queued.party &&
    event.text === queued.text &&
    event.subject === queued.subject
  if (draft.events.some(isSame) || (isOverdue(draft, occasion) && isSaidOf(state.messages, queued, draft.now)))
    return true
  if (!isReceipt(draft, queued)) return false
  const since = Math.max(0, state.conversation.spoke.at(-1) ?? 0, state.lifecycle.reopenings.at(-1) ?? 0)
  return (toldAt(state.messages, queued) ?? -1) >= since
}
