/**
 * One customer and our questions to them: their consents, whether they refuse to be asked, and when they were last
 * asked. It is a stream of its own, so that the minimum time between questions holds across their cases. Customers may
 * refuse questions, never answers to their feedback.
 */

import type { Facts } from "../case/generated/Command.ts"
import { ofFacts } from "../case/Inputs.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import type { QueuedMessage } from "../case/track/Message.ts"
import type { EventOf, EvolveTable } from "../case/track/Track.ts"
import { add } from "../deadline/Span.ts"
import { askedFrom } from "../draft/sendingTime.ts"
import { parse, render } from "../language/Template.ts"
import type { ChannelRule, Language, Text } from "../policy/Bundle.ts"
import { holds, type Policy } from "../policy/Policy.ts"
import { againstConsents } from "../rule/feedback/consent.ts"
import { nextOf, nothing } from "../rule/feedback/questions.ts"
import { inLanguage, templateIn } from "../text/phrase/InLanguage.ts"
import { questionText } from "../text/phrase/Question.ts"
import type { Instant } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"

/** The message by which a channel asks a question. */
const SURVEY = "survey-question"

/** The case or the period that a question is about. */
export interface QuestionOccasion {
  readonly case?: string
  /** The period, as `Frequency.periodOf` names it. */
  readonly period?: string
}

/** The state of one customer's consents, and of the questions that they were asked. */
export interface SurveyCustomer {
  readonly customer: string
  readonly version: number
  /** Until when each consent holds; null if without end. */
  readonly consents: Readonly<Record<string, Instant | null>>
  readonly refuses: boolean
  /** The questions that were sent, the latest last. */
  readonly questions: readonly ({ readonly channel: string; readonly at: Instant } & QuestionOccasion)[]
}

/** The events of a customer's stream, by name. */
export interface CustomerEvents {
  "consent-given": { readonly name: string; readonly until: Instant | null }
  "consent-withdrawn": { readonly name: string }
  "questions-refused": Readonly<Record<never, never>>
  "questions-welcomed": Readonly<Record<never, never>>
  "customer-asked": {
    readonly channel: string
    readonly subject: string
    readonly text: string
    readonly language: Language
  } & QuestionOccasion
  /** A question was not asked, because the customer refuses, has not consented, or was asked recently. */
  "customer-spared": { readonly channel: string; readonly because: Spared } & QuestionOccasion
  /** The customer's key was destroyed. A later customer with this id counts as somebody new. */
  "customer-erased": { readonly by: string }
}

/** Why a customer is not asked. */
export type Spared = "refused" | "consent" | "rest"
/** An event of a customer's stream. */
export type CustomerEvent = EventOf<CustomerEvents>

/** A command to a customer's stream: to ask a question, or to record what the customer wants. */
export type CustomerCommand =
  | ({
      readonly do: "ask"
      readonly channel: string
      readonly language?: Language
      /** The facts on record about the customer. */
      readonly facts?: Facts
    } & QuestionOccasion)
  | {
      readonly do: "consent"
      readonly give?: readonly string[]
      readonly withdraw?: readonly string[]
      readonly questions?: "refused" | "welcome"
    }
  | { readonly do: "forget"; readonly by: string }

/** Returns the state of a customer before their first event. */
export const empty = (customer: string): SurveyCustomer => ({
  customer,
  version: 0,
  consents: {},
  refuses: false,
  questions: []
})

const table: EvolveTable<SurveyCustomer, CustomerEvents> = {
  "consent-given": (s, e) => ({ ...s, consents: { ...s.consents, [e.name]: e.until } }),
  "consent-withdrawn": (asked, event) => {
    const { [event.name]: _, ...consents } = asked.consents
    return { ...asked, consents }
  },
  "questions-refused": (s) => ({ ...s, refuses: true }),
  "questions-welcomed": (s) => ({ ...s, refuses: false }),
  "customer-asked": (asked, event) => ({
    ...asked,
    questions: [
      ...asked.questions,
      defined({ channel: event.channel, at: event.at, case: event.case, period: event.period })
    ]
  }),
  "customer-spared": (s) => s,
  "customer-erased": (s) => empty(s.customer)
}

const fold = table as Readonly<Record<string, (asked: SurveyCustomer, event: CustomerEvent) => SurveyCustomer>>

/** Returns the state after an event. An event of a later version is counted and changes nothing else. */
export const evolve = (asked: SurveyCustomer, event: CustomerEvent): SurveyCustomer => ({
  ...(fold[event.event]?.(asked, event) ?? asked),
  version: asked.version + 1
})

/** Returns why a customer is not asked now; undefined if they may be. */
const spared = (policy: Policy, asked: SurveyCustomer, rule: ChannelRule, at: Instant): Spared | undefined => {
  if (asked.refuses) return "refused"
  const until = rule.consent === undefined ? null : asked.consents[rule.consent]
  if (until === undefined || (until !== null && until < at)) return "consent"
  const last = asked.questions.at(-1)
  const isTooSoon = rule.rest !== undefined && last !== undefined && add({ policy, now: at }, last.at, rule.rest) > at
  return isTooSoon ? "rest" : undefined
}

/** The result of a command to a customer's stream: events, the new state, and questions to send. */
export interface CustomerStep {
  readonly events: readonly CustomerEvent[]
  readonly state: SurveyCustomer
  readonly send: readonly QueuedMessage[]
  readonly refusal?: readonly RefusalReason[]
}

/** Asks a customer, or records what they want. The same question about the same case or period is asked once. */
export const step = (policy: Policy, state: SurveyCustomer, command: CustomerCommand, at: Instant): CustomerStep => {
  const events: CustomerEvent[] = []
  const send: QueuedMessage[] = []
  let s = state
  const emit = (event: CustomerEvent): void => {
    s = evolve(s, event)
    events.push(event)
  }
  if (command.do === "forget") {
    if (s.version > 0) emit({ event: "customer-erased", at, why: "retention", by: command.by })
    return { events, state: s, send }
  }
  const refusal = command.do === "consent" ? against(policy, command) : []
  if (refusal.length > 0) return { events, state, send, refusal }
  if (command.do === "consent") {
    for (const name of command.give ?? []) {
      const lasts = policy.bundle.customers?.consent[name]?.lasts
      const until = lasts === undefined ? null : add({ policy, now: at }, at, lasts)
      if (s.consents[name] !== until)
        emit({ event: "consent-given", at, why: `customers.consent.${name}`, name, until })
    }
    for (const name of command.withdraw ?? [])
      if (name in s.consents) emit({ event: "consent-withdrawn", at, why: `customers.consent.${name}`, name })
    if (command.questions === "refused" && !s.refuses) emit({ event: "questions-refused", at, why: "sending.opt-out" })
    if (command.questions === "welcome" && s.refuses) emit({ event: "questions-welcomed", at, why: "sending.opt-out" })
    return { events, state: s, send }
  }
  const { channel, case: about, period } = command
  const rule = policy.bundle.channels[channel]
  const language = command.language ?? policy.bundle.language
  const onFile = ofFacts(policy, command.facts ?? {})
  const first = nextOf(policy, channel, nothing, onFile)
  const question =
    first === undefined
      ? inLanguage(rule?.question, language, policy.bundle.language)
      : questionText(policy, first, language)
  const occasion = defined({ case: about, period })
  const isDone = s.questions.some(
    (one) => one.channel === channel && one.case === about && one.period === period && (about ?? period) !== undefined
  )
  if (rule === undefined || question === undefined || isDone) return { events, state, send }
  // For a question about a case, its condition was checked on that case.
  if (about === undefined && holds(rule.when, onFile) !== "yes") return { events, state, send }
  const because = spared(policy, s, rule, at)
  if (because !== undefined) {
    const key = { refused: "sending.opt-out", consent: `channels.${channel}.consent`, rest: `channels.${channel}.rest` }
    emit({ event: "customer-spared", at, why: key[because], channel, because, ...occasion })
    return { events, state: s, send }
  }
  const template = policy.bundle.messages[SURVEY]
  const said = (part: Text | undefined, otherwise: string): string =>
    render(
      templateIn(part, language, policy.bundle.language) ?? parse(otherwise),
      (name) => (name === "question" ? question : name === "case.id" ? about : undefined),
      template?.mustSay
    )
  const words = { subject: said(template?.subject, "") || question, text: said(template?.text, "{question}") }
  emit({ event: "customer-asked", at, why: `channels.${channel}`, channel, ...words, language, ...occasion })
  const id = `q${s.questions.length}`
  const notBefore = askedFrom(policy, SURVEY, at)
  const letter = { id, message: SURVEY, to: s.customer, audience: "customer" as const, channel, language }
  send.push({ ...letter, ...words, ...defined({ notBefore }) })
  return { events, state: s, send }
}

/** Returns why consents or a refusal cannot be recorded. A policy may not let customers refuse questions. */
const against = (
  policy: Policy,
  command: Extract<CustomerCommand, { readonly do: "consent" }>
): readonly RefusalReason[] => {
  const reasons = [...againstConsents(policy, [...(command.give ?? []), ...(command.withdraw ?? [])])]
  if (command.questions === "refused" && policy.bundle.customers?.optOut === false)
    reasons.push(reason("asking/no-opt-out", "sending.opt-out"))
  return reasons
}
