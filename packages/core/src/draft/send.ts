/** Queues messages: rendered when they are decided, so that the record holds what was said. */

import type { CaseEvent, EventNamed } from "../case/Case.ts"
import type { Party } from "../case/track/Conversation.ts"
import { type Audience, isSaidOf, type Queued, toldAt } from "../case/track/Message.ts"
import { custodian, isMachine, nameOf } from "../people/Actor.ts"
import type { Language } from "../policy/Bundle.ts"
import { letter } from "../text/phrase/Words.ts"
import type { Instant } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"
import { personOf, reached } from "../who/Presence.ts"
import type { Draft } from "./Draft.ts"
import * as Drafts from "./Draft.ts"
import { isReceipt, leaving } from "./leave.ts"
import type { FilledBy, Name as Notice } from "./Notice.ts"
import { filled, type Moment, textOf, type Value } from "./placeholder.ts"
import { hiding } from "./redact.ts"

/** What the moment adds to what the case knows, and to when the message leaves. */
export interface Occasion extends Moment {
  /** From then on the message is worth nothing: what it asks for is over, what it puts off has lapsed. */
  readonly before?: Instant | null
  /** It asks the customer something: such a message waits for the hours in which they are asked. */
  readonly asks?: true
}

/** The occasion of a notice: it gives what the table of notices says that it does. */
export interface NoticeOccasion<N extends Notice> extends Omit<Occasion, "values" | "party" | "asks"> {
  readonly values?: { readonly [P in FilledBy<N>]?: Value }
}

/** Sends a message of the policy to the customer, on the channel they used last. */
export const tellCustomer = (d: Draft, message: string, occasion: Occasion = {}): void => {
  const { receipt } = d.state.feedback
  const { language, lastChannel } = d.state.conversation
  const to = receipt?.customer ?? "anonymous"
  queue(
    d,
    message,
    to,
    "customer",
    language ?? d.meta.gathered.customer?.language ?? d.policy.bundle.language,
    occasion,
    lastChannel
  )
  // Promises, and what came of them, are for everybody whom the case answers.
  if (occasion.gate !== undefined || occasion.clock !== undefined)
    for (const party of d.state.conversation.others) tellParty(d, party, message, occasion)
}

/** Sends the customer what a person on the staff has written. */
export const tellWords = (d: Draft, text: string, channel: string | undefined): void => {
  const { receipt } = d.state.feedback
  const language = d.state.conversation.language ?? d.policy.bundle.language
  const to = receipt?.customer ?? "anonymous"
  const hide = hiding(d, { to, audience: "customer", language, channel, isParty: false })
  Drafts.emit(
    d,
    "message-queued",
    defined({
      id: `m${d.state.messages.count + 1}`,
      message: "word",
      to,
      audience: "customer",
      language,
      subject: letter(language).about(d.state.id),
      text: hide?.(text) ?? text,
      channel
    })
  )
}

/** Tells another customer whom the case answers as well; a gate waits for the first one's message alone. */
export const tellParty = (d: Draft, party: Party, message: string, occasion: Occasion = {}): void => {
  const { gate: _, ...rest } = occasion
  const to = party.customer ?? "anonymous"
  const language = party.language ?? d.policy.bundle.language
  queue(d, message, to, "customer", language, { ...rest, party }, party.channel)
}

/** Tells people on the staff what somebody else has done, or time; nobody hears of what they have done themselves. */
export const tellStaff = <N extends Notice>(
  d: Draft,
  notice: N,
  to: readonly string[],
  occasion: NoticeOccasion<N> = {}
): void => notify(d, notice, to, occasion, nameOf(d.by))

/** Sends what the policy itself sends to whom it names, whoever has brought it about. */
export const tellNamed = (d: Draft, message: string, to: readonly string[], occasion: Occasion = {}): void =>
  notify(d, message, to, occasion)

/** Who stands in for an absent owner reads the owner's notices. */
const notify = (d: Draft, message: string, to: readonly string[], occasion: Occasion, except?: string): void => {
  const { owner, recused } = d.state.ownership
  const { people } = d.meta.gathered
  const readers = to.map((id) => (id === owner ? reached(d.policy, people, owner, d.now) : id))
  for (let i = 0; i < readers.length; i++) {
    const id = readers[i] as string
    if (readers.indexOf(id) < i || id === custodian || isMachine(id) || id === except || recused.includes(id)) continue
    const person = personOf(people, id)
    // Nobody writes to those who have left, nor to those who must keep out of the case.
    if (person === undefined && people.length > 0) continue
    queue(d, message, id, "staff", person?.language ?? d.policy.bundle.language, occasion)
  }
}

type QueuedEvent = EventNamed<"message-queued">

const queue = (
  d: Draft,
  message: string,
  to: string,
  audience: Audience,
  language: Language,
  occasion: Occasion,
  channel?: string
): void => {
  const rule = d.policy.bundle.messages[message]
  if (rule === undefined || Drafts.isRecording(d)) return
  const before = occasion.before ?? (audience === "staff" ? upcoming(d, occasion) : undefined)
  const names: Instant[] = []
  const chosen = textOf(d, message)
  const moment = { ...occasion, names }
  // A gate waits for word to the customer alone.
  const gate = audience === "customer" ? occasion.gate : undefined
  const isParty = occasion.party !== undefined
  const reader = { audience, language, hide: hiding(d, { to, audience, language, channel, isParty }) }
  const queued: { -readonly [K in keyof QueuedEvent]: QueuedEvent[K] } = {
    event: "message-queued",
    at: d.now,
    why: chosen.rule,
    id: `m${d.state.messages.count + 1}`,
    message,
    to,
    audience,
    language,
    subject: filled(d, message, rule.subject, reader, moment) || letter(language).about(d.state.id),
    text: filled(d, message, chosen.text, reader, moment) ?? ""
  }
  if (channel !== undefined) queued.channel = channel
  if (gate !== undefined) queued.gate = gate
  if (occasion.party !== undefined) queued.party = occasion.party.case
  if (audience === "staff" && isOverdue(d, occasion)) queued.overdue = true
  const leaves = leaving(d, { message, audience, gate, asks: occasion.asks, before, names })
  if (leaves.notBefore !== undefined) queued.notBefore = leaves.notBefore
  if (leaves.digest !== undefined) queued.digest = leaves.digest
  if (leaves.before !== undefined) queued.before = leaves.before
  if (!isSaid(d, queued, occasion)) Drafts.put(d, queued)
}

const dueOf = (d: Draft, { clock }: Occasion): Instant | undefined =>
  clock === undefined ? undefined : (d.state.clocks[clock]?.dueAt ?? undefined)

/** Whether it is told of a clock whose time is over. */
const isOverdue = (d: Draft, occasion: Occasion): boolean => (dueOf(d, occasion) ?? Number.POSITIVE_INFINITY) <= d.now

/** When the time of the clock that it calls to mind is over. */
const upcoming = (d: Draft, occasion: Occasion): Instant | undefined => {
  const dueAt = dueOf(d, occasion)
  return dueAt !== undefined && dueAt > d.now ? dueAt : undefined
}

/**
 * Nobody is told the same twice for one cause: at one instant of a step; of a promise whose time is over, also where its
 * clock begins again and rings for that instant a second time; and, where word of the customer's is acknowledged, until
 * they speak again or the case is reopened.
 */
const isSaid = (d: Draft, queued: Queued, occasion: Occasion): boolean => {
  const { state } = d
  const isSame = (event: CaseEvent): boolean =>
    event.event === "message-queued" &&
    event.at === d.now &&
    event.to === queued.to &&
    event.party === queued.party &&
    event.text === queued.text &&
    event.subject === queued.subject
  if (d.events.some(isSame) || (isOverdue(d, occasion) && isSaidOf(state.messages, queued, d.now))) return true
  if (!isReceipt(d, queued)) return false
  const since = Math.max(0, state.conversation.spoke.at(-1) ?? 0, state.lifecycle.reopenings.at(-1) ?? 0)
  return (toldAt(state.messages, queued) ?? -1) >= since
}
