/** Queues messages: rendered when they are decided, so that the record holds what was said. */

import { type CaseEvent, nextPromise } from "../case/Case.ts"
import type { Party } from "../case/track/Conversation.ts"
import * as Gate from "../case/track/Gate.ts"
import { type Audience, type Queued, toldAt } from "../case/track/Message.ts"
import { clockDue, render as fill, placeholders } from "../language/Template.ts"
import { custodian, isMachine } from "../people/Actor.ts"
import type { GateKind, Language, Text } from "../policy/Bundle.ts"
import { encode, english, type Words as FactWords, render } from "../table/Fact.ts"
import { word, words } from "../text/phrase/Words.ts"
import type { Instant } from "../time/Instant.ts"
import { renderDay, renderDue } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"
import { reached } from "../who/Presence.ts"
import type { Draft } from "./Draft.ts"
import * as Drafts from "./Draft.ts"
import { isReceipt, leaving } from "./leave.ts"

/** What the moment adds to what the case knows. */
export interface Occasion {
  readonly clock?: string
  /** The due before it moved. */
  readonly was?: Instant | null
  /** From then on the message is worth nothing: what it asks for is over, what it puts off has lapsed. */
  readonly before?: Instant | null
  readonly reason?: string
  readonly gate?: string
  /** It asks the customer something: such a message waits for the hours in which they are asked. */
  readonly asks?: true
  readonly values?: Readonly<Record<string, string>>
  /** Another customer whom the case answers as well. */
  readonly party?: Party
}

/** Returns a text in a language, else in the policy's, else in any that it has. */
export const inLanguage = (text: Text | undefined, language: Language, own: Language): string | undefined =>
  text === undefined ? undefined : (text[language] ?? text[own] ?? Object.values(text)[0])

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
  Drafts.emit(
    d,
    "message-queued",
    defined({
      id: `m${d.state.messages.count + 1}`,
      message: "word",
      to: receipt?.customer ?? "anonymous",
      audience: "customer",
      language,
      subject: words(language).about(d.state.id),
      text,
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

/** Sends a notice of the policy to people on the staff; who stands in for an absent owner reads the owner's. */
export const tellStaff = (d: Draft, message: string, to: readonly string[], occasion: Occasion = {}): void => {
  const { owner } = d.state.ownership
  const reader = (id: string): string => (id === owner ? reached(d.policy, d.meta.gathered.people, owner, d.now) : id)
  for (const id of new Set(to.map(reader))) {
    if (id === custodian || isMachine(id)) continue
    const person = d.meta.gathered.people.find((p) => p.id === id)
    queue(d, message, id, "staff", person?.language ?? d.policy.bundle.language, occasion)
  }
}

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
  const said = (template: Text | undefined): string | undefined => {
    const text = inLanguage(template, language, d.policy.bundle.language)
    return text === undefined
      ? undefined
      : fill(text, (name) => value(d, name, language, occasion, new Set([message])), rule.mustSay)
  }
  const { gate, asks, before } = occasion
  const queued: Queued = {
    id: `m${d.state.messages.count + 1}`,
    message,
    to,
    audience,
    language,
    subject: said(rule.subject) || words(language).about(d.state.id),
    text: said(rule.text) ?? "",
    ...defined({
      channel,
      gate,
      party: occasion.party?.case,
      overdue: audience === "staff" ? isOverdue(d, occasion) : undefined
    }),
    ...leaving(d, defined({ message, audience, gate, asks, before: before ?? undefined }))
  }
  if (!isSaid(d, queued)) Drafts.emit(d, "message-queued", queued, `messages.${message}`)
}

/** Whether it is told of a clock whose time is over. */
const isOverdue = (d: Draft, { clock }: Occasion): true | undefined => {
  const dueAt = clock === undefined ? undefined : d.state.clocks[clock]?.dueAt
  return typeof dueAt === "number" && dueAt <= d.now ? true : undefined
}

/**
 * Nobody is told the same twice for one cause: at one instant of a step, and, where word of the customer's is
 * acknowledged, until they speak again or the case is reopened.
 */
const isSaid = (d: Draft, queued: Queued): boolean => {
  const { state } = d
  const isSame = (event: CaseEvent): boolean =>
    event.event === "message-queued" &&
    event.at === d.now &&
    event.to === queued.to &&
    event.party === queued.party &&
    event.text === queued.text &&
    event.subject === queued.subject
  if (d.events.some(isSame)) return true
  if (!isReceipt(d, queued)) return false
  const since = Math.max(0, state.conversation.spoke.at(-1) ?? 0, state.lifecycle.reopenings.at(-1) ?? 0)
  return (toldAt(state.messages, queued) ?? -1) >= since
}

/** Returns what a placeholder says now, or undefined where it has no value. */
const value = (
  d: Draft,
  name: string,
  language: Language,
  occasion: Occasion,
  within: ReadonlySet<string>
): string | undefined => {
  const given = occasion.values?.[name] ?? fromCase(d, name, language, occasion)
  if (given !== undefined) return given
  const included = within.has(name) ? undefined : d.policy.bundle.messages[name]
  if (included === undefined) return undefined
  const text = inLanguage(included.text, language, d.policy.bundle.language) ?? ""
  return placeholders(text).length === 0
    ? text.trim()
    : fill(text, (inner) => value(d, inner, language, occasion, new Set([...within, name])), included.mustSay)
}

const fromCase = (d: Draft, name: string, language: Language, occasion: Occasion): string | undefined => {
  const c = d.state
  const owner = d.meta.gathered.people.find((person) => person.id === c.ownership.owner)
  const clock = occasion.clock === undefined ? undefined : c.clocks[occasion.clock]
  const date = (at: Instant | undefined): string | undefined =>
    at === undefined ? undefined : renderDay(at, d.policy.zone)
  // What ends with a day is said of that day: 24:00, not 00:00 of the next.
  const due = (at: Instant | null | undefined): string | undefined =>
    at === null || at === undefined ? undefined : renderDue(at, d.policy.zone)
  switch (name) {
    case "case.id":
      return c.id
    case "received.date":
      return date(c.feedback.receipt?.receivedAt)
    case "customer.name":
      if (occasion.party !== undefined) return occasion.party.customerName
      return d.meta.gathered.customer?.name ?? c.feedback.receipt?.customerName
    case "owner.name":
      return owner?.name ?? (c.ownership.owner === custodian ? words(language).team : c.ownership.owner)
    case "owner.contact":
      return owner?.contact
    case "owner.department":
      return inLanguage(d.policy.bundle.departments[owner?.department ?? ""]?.title, language, d.policy.bundle.language)
    case "next.promise":
    case "next.due":
      return next(d, name, language, occasion.gate)
    case "due.was":
      return due(occasion.was === undefined ? (clock?.breaches.at(-1)?.dueAt ?? clock?.dueAt) : occasion.was)
    case "due.now":
      return due(clock?.dueAt)
    case "clock":
      return clock === undefined ? undefined : titleOf(d, clock.name, language)
    case "reason":
      return occasion.reason === undefined ? Gate.latestEvidence(c.gates, "reason") : because(occasion.reason, language)
  }
  const kind = Object.values(d.kinds).find(({ facts: { fills = {} } }) => Object.hasOwn(fills, name))
  if (kind !== undefined) return kind.facts.fills?.[name]?.(gatesOf(d, kind.kind), c, d.policy, language)
  const asked = clockDue(name)
  return asked === undefined ? factText(d, name, language) : due(c.clocks[asked]?.dueAt)
}

/** A fact as people write it: money with its currency, yes and no as words. */
const factText = (d: Draft, name: string, language: Language): string | undefined => {
  const declared = d.policy.bundle.facts[name]
  const fact = d.state.feedback.facts[name] ?? declared?.default
  if (fact === undefined || declared === undefined) return fact === undefined ? undefined : String(fact)
  const code = encode(declared.type, fact)
  const isWorded = declared.kind === "money" || declared.kind === "yes-no"
  return isWorded && code !== undefined ? render(declared.type, code, yesNo[language]) : String(fact)
}

const yesNo: Readonly<Record<Language, FactWords>> = {
  en: english,
  "zh-CN": { ...english, yes: "是", no: "否" }
}

/** A reason of the engine's own, a duty by its name, or a person's own words. */
const because = (reason: string, language: Language): string =>
  word("duty", word("because", reason, language), language)

/** The nearest promise still owed; the one that this very message keeps is not. */
const next = (d: Draft, name: string, language: Language, keeps: string | undefined): string | undefined => {
  const loop = Drafts.loop(d)
  const promise = nextPromise(d.state, (clock) => {
    const rule = loop?.clocks.get(clock)
    return rule?.promise === true && !(keeps !== undefined && rule.metByGates.includes(keeps))
  })
  if (promise === undefined || promise.dueAt === null) return undefined
  return name === "next.due" ? renderDue(promise.dueAt, d.policy.zone) : titleOf(d, promise.name, language)
}

/** A clock is called as its gate: the title, else the word of its kind. */
const titleOf = (d: Draft, clock: string, language: Language): string => {
  const loop = Drafts.loop(d)
  const rule = loop?.clocks.get(clock)
  const gate = loop?.gates.get(rule?.gate ?? clock)
  const title = inLanguage(gate?.title ?? rule?.title, language, d.policy.bundle.language)
  return title ?? (gate === undefined ? clock : words(language).gate[gate.kind])
}

const gatesOf = (d: Draft, kind: GateKind): readonly Gate.GateState[] =>
  (Drafts.loop(d)?.rule.gates ?? []).flatMap((gate) => (gate.kind === kind ? [Gate.at(d.state.gates, gate.name)] : []))
