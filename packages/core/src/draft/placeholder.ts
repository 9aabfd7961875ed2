/** The values of the placeholders of messages: from the case, and from the occasion of the message. */

import { nextPromise } from "../case/Case.ts"
import type { ClockState } from "../case/track/Clocks.ts"
import type { Party } from "../case/track/Conversation.ts"
import * as Gate from "../case/track/Gate.ts"
import { timerNamed } from "../case/track/Timer.ts"
import { clockDue, render as fill } from "../language/Template.ts"
import { custodian } from "../people/Actor.ts"
import type { PersonState } from "../people/Person.ts"
import type { GateKind, Language, RuleId, Text } from "../policy/Bundle.ts"
import { choose } from "../policy/Policy.ts"
import { type CodeWords, encode, english, render } from "../table/Fact.ts"
import { dateInLetter, dayInLetter, dueInLetter } from "../text/phrase/Dates.ts"
import { inLanguage, templateIn } from "../text/phrase/InLanguage.ts"
import { viewOf } from "../text/phrase/View.ts"
import { voice } from "../text/phrase/Voice.ts"
import { letter, opening, word } from "../text/phrase/Words.ts"
import { readable, spoken } from "../text/shape/Said.ts"
import type { Voice } from "../text/shape/Voice.ts"
import type { Instant } from "../time/Instant.ts"
import type { Draft } from "./Draft.ts"
import * as Drafts from "./Draft.ts"
import type { Hide } from "./redaction.ts"
import type { GateKindDefinition, GateKinds } from "./Situation.ts"

/** Values of placeholders that belong to the occasion of a message and not to the case. */
export interface MessageMoment {
  readonly clock?: string
  /** The due before it moved. */
  readonly was?: Instant | null
  readonly reason?: string | undefined
  readonly gate?: string
  /** Values of further placeholders: a text, or a function that gives the text in the reader's language. */
  readonly values?: Readonly<Record<string, PlaceholderValue>>
  /** The other customer of the case who gets the message, if it is not the first one. */
  readonly party?: Party
  /** Collects the instants at which something is due and that the text names. */
  readonly names?: Instant[]
}

/** The value of a placeholder. */
export type PlaceholderValue = string | undefined | Due | Quoted | ((voice: Voice) => string | undefined)

/** An instant at which something is due. */
interface Due {
  readonly due: Instant
}

/** The customer's words, of which at most `most` characters are quoted. */
interface Quoted {
  readonly quoted: string
  readonly most: number
}

/** The reader of a message. */
export interface MessageReader {
  readonly audience: "customer" | "staff"
  readonly language: Language
  /** Hides what the reader must not read. */
  readonly hide?: Hide | undefined
}

/** Returns a text of a message, with its placeholders filled for a reader. */
export const filled = (
  draft: Draft,
  message: string,
  template: Text | undefined,
  reader: MessageReader,
  moment: MessageMoment
): string | undefined => {
  const found = templateIn(template, reader.language, draft.policy.bundle.language)
  if (found === undefined) return undefined
  const telling = { d: draft, reader, moment }
  const within = [message]
  const { mustSay } = draft.policy.bundle.messages[message] ?? {}
  return fill(found, (name, isFirst) => value(telling, name, isFirst, within), mustSay)
}

/** Returns the text of a message for the case as it is now, with the row of the policy that chose it. */
export const textOf = (draft: Draft, message: string): { readonly text: Text | undefined; readonly rule: RuleId } => {
  const { text, variants } = draft.policy.bundle.messages[message] ?? {}
  const chosen = variants === undefined ? undefined : choose(variants, Drafts.vector(draft))
  return { text: chosen?.value ?? text, rule: chosen?.rule ?? `messages.${message}` }
}

/** The reader and the occasion of a text. */
interface Telling {
  readonly d: Draft
  readonly reader: MessageReader
  readonly moment: MessageMoment
}

/** Returns the value of a placeholder; undefined if it has none. `isFirst`: it begins a sentence. */
const value = (telling: Telling, name: string, isFirst: boolean, within: readonly string[]): string | undefined => {
  const { d, reader, moment } = telling
  const known = given(d, moment.values?.[name], reader, moment) ?? fromCase(d, name, reader, moment)
  if (known !== undefined) return isFirst ? opening(known, reader.language) : known
  const included = within.includes(name) ? undefined : d.policy.bundle.messages[name]
  const template = templateIn(textOf(d, name).text, reader.language, d.policy.bundle.language)
  if (included === undefined || template === undefined) return undefined
  return fill(template, (inner, begins) => value(telling, inner, begins, [...within, name]), included.mustSay)
}

const due = (
  draft: Draft,
  at: Instant | null | undefined,
  language: Language,
  { names }: MessageMoment
): string | undefined => {
  if (at === null || at === undefined) return undefined
  names?.push(at)
  return dueInLetter(at, draft.policy.zone, language)
}

const given = (
  draft: Draft,
  said: PlaceholderValue,
  { language, hide }: MessageReader,
  moment: MessageMoment
): string | undefined => {
  if (typeof said === "function") return said(voiceOf(draft, language))
  if (typeof said !== "object") return said
  // Hidden parts are removed before the words are cut, so that no part of a number is left.
  return "due" in said ? due(draft, said.due, language, moment) : spoken(hide?.(said.quoted) ?? said.quoted, said.most)
}

/** Returns the phrases of a language, with the names of the people of the case. */
const voiceOf = (draft: Draft, language: Language): Voice => {
  const { people, customer } = draft.meta.gathered
  const { receipt } = draft.state.feedback
  const nameOf = (id: string): string => {
    const person = people.find((one) => one.id === id)
    if (person !== undefined) return person.name
    const isCustomer = id === receipt?.customer || draft.state.conversation.others.some((one) => one.customer === id)
    if (id === receipt?.customer) return customer?.name ?? receipt.customerName ?? id
    return isCustomer ? id : letter(language).customer
  }
  const view = viewOf(draft.policy, language, draft.state.lifecycle.loop, nameOf)
  return voice(language, { ...view, gateTitle: (gate) => titleOf(draft, gate, language) })
}

const fromCase = (draft: Draft, name: string, reader: MessageReader, moment: MessageMoment): string | undefined => {
  const { language, audience, hide = shown } = reader
  const c = draft.state
  const clock = moment.clock === undefined ? undefined : c.clocks[moment.clock]
  switch (name) {
    case "case.id":
      return c.id
    case "received.date":
      return c.feedback.receipt && dayInLetter(c.feedback.receipt.receivedAt, draft.policy.zone, language)
    case "customer.name":
      return customerName(draft, moment) ?? (audience === "staff" ? letter(language).customer : undefined)
    case "owner.name":
      return ownerOf(draft)?.name ?? (c.ownership.owner === custodian ? letter(language).team : c.ownership.owner)
    case "owner.contact":
      return ownerOf(draft)?.contact
    case "owner.department":
      return ownerDepartment(draft, language)
    case "next.promise":
      return titleOfNext(draft, language, moment.gate)
    case "next.due":
      return due(draft, next(draft, moment.gate)?.dueAt, language, moment)
    case "due.was":
      return due(
        draft,
        moment.was === undefined ? (clock?.breaches.at(-1)?.dueAt ?? clock?.dueAt) : moment.was,
        language,
        moment
      )
    case "due.now":
      return due(draft, clock?.dueAt, language, moment)
    case "clock.title":
      return clock === undefined ? undefined : clockTitle(draft, clock.name, language)
    case "gate.title":
      return moment.gate === undefined ? undefined : titleOf(draft, moment.gate, language)
    case "reason":
      if (moment.reason !== undefined) return hide(because(moment.reason, language))
      // For a customer, the reason shown at a gate is their answer. A notice has a reason of its own, or none.
      return audience === "customer" ? told(Gate.latestEvidence(c.gates, "reason"), hide) : undefined
  }
  const kind = filling(draft.kinds, name)
  if (kind !== undefined)
    return told(kind.facts.fills?.[name]?.(gatesOf(draft, kind.kind), c, draft.policy, language), hide)
  const asked = clockDue(name)
  if (asked !== undefined) return due(draft, c.clocks[asked]?.dueAt, language, moment)
  // Personal facts of the first customer are not told to other customers.
  const isOthers = moment.party !== undefined && draft.policy.bundle.facts[name]?.personal !== undefined
  return isOthers ? undefined : told(factText(draft, name, language), (text) => hide(text, name))
}

const shown: Hide = (text) => text

const told = (text: string | undefined, hide: Hide): string | undefined => (text === undefined ? undefined : hide(text))

const ownerOf = ({ meta, state }: Draft): PersonState | undefined =>
  meta.gathered.people.find(({ id }) => id === state.ownership.owner)

const ownerDepartment = (draft: Draft, language: Language): string | undefined => {
  const department = ownerOf(draft)?.department
  return department === undefined ? undefined : departmentTitle(draft, department, language)
}

const fillers = new WeakMap<GateKinds, ReadonlyMap<string, GateKindDefinition>>()

/** Returns the gate kind that gives a placeholder its value. */
const filling = (kinds: GateKinds, name: string): GateKindDefinition | undefined => {
  let known = fillers.get(kinds)
  if (known === undefined) {
    known = new Map(
      Object.values(kinds).flatMap((kind) => Object.keys(kind.facts.fills ?? {}).map((fill) => [fill, kind]))
    )
    fillers.set(kinds, known)
  }
  return known.get(name)
}

const customerName = (draft: Draft, { party }: MessageMoment): string | undefined =>
  party === undefined
    ? (draft.meta.gathered.customer?.name ?? draft.state.feedback.receipt?.customerName)
    : party.customerName

/** Returns the title of a department in a language. */
export const departmentTitle = ({ policy: { bundle } }: Draft, name: string, language: Language): string =>
  inLanguage(bundle.departments[name]?.title, language, bundle.language) ?? readable(name)

/** Returns a fact as people write it: money with its currency, yes and no as words, a date as in a letter. */
const factText = (draft: Draft, name: string, language: Language): string | undefined => {
  const declared = draft.policy.bundle.facts[name]
  const fact = draft.state.feedback.facts[name] ?? declared?.default
  if (fact === undefined || declared === undefined) return fact === undefined ? undefined : String(fact)
  const code = encode(declared.type, fact)
  if (declared.kind === "date") return dateInLetter(String(fact), language)
  const title = inLanguage(declared.titles?.[String(fact)], language, draft.policy.bundle.language)
  if (title !== undefined) return title
  const isWorded = declared.kind === "money" || declared.kind === "yes-no"
  return isWorded && code !== undefined ? render(declared.type, code, { ...english, ...yesNo(language) }) : String(fact)
}

const yesNo = (language: Language): Pick<CodeWords, "yes" | "no"> => letter(language)

/** Returns a reason as text: a reason of the engine, the name of a duty, or a person's own words. */
const because = (reason: string, language: Language): string =>
  word("duty", word("because", reason, language), language)

/** Returns the promise that is due next, without the one that this message keeps. */
const next = (draft: Draft, keeps: string | undefined): ClockState | undefined => {
  const loop = Drafts.loop(draft)
  return nextPromise(draft.state, (clock) => {
    const rule = loop?.clocks.get(clock)
    return rule?.promise === true && !(keeps !== undefined && rule.metByGates.includes(keeps))
  })
}

const titleOfNext = (draft: Draft, language: Language, keeps: string | undefined): string | undefined => {
  const promise = next(draft, keeps)
  return promise === undefined || promise.dueAt === null ? undefined : titleOf(draft, promise.name, language)
}

/** Returns the title of a clock or a gate: that of its gate, else the word for the gate's kind. */
const titleOf = (draft: Draft, name: string, language: Language): string => {
  const loop = Drafts.loop(draft)
  const rule = loop?.clocks.get(name)
  const gate = loop?.gates.get(rule?.gate ?? name)
  const title = inLanguage(gate?.title ?? rule?.title, language, draft.policy.bundle.language)
  return title ?? (gate === undefined ? readable(name) : word("gate-kind", gate.kind, language))
}

/** Returns the title of what is due: of a promise, or of what a timer waits for. */
const clockTitle = (draft: Draft, name: string, language: Language): string =>
  timerNamed(name) === undefined ? titleOf(draft, name, language) : voiceOf(draft, language).clock(name)

const gatesOf = (draft: Draft, kind: GateKind): readonly Gate.GateState[] =>
  (Drafts.loop(draft)?.rule.gates ?? [])
    .filter((gate) => gate.kind === kind)
    .map(({ name }) => Gate.at(draft.state.gates, name))
