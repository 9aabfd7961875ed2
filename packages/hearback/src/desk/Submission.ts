/**
 * Converts a host's feedback to a submission of core. Feedback can come directly from JSON, so its shape is checked:
 * feedback of another shape is kept in quarantine, with the reason.
 */
import { inspect } from "node:util"
import { Actor, Bundle, type Command, defined, Instant, isName } from "@hearback/core"
import type { Arrival } from "@hearback/engine"
import { nearest } from "@hearback/policy"
import { dateOf, instantOf } from "../call/Instant.ts"
import type { Feedback, Keyed } from "./Feedback.ts"

/** A submission with the values of its envelope, or the raw text with the fault. */
export type ReadFeedback =
  | { readonly feedback: Command.Submission; readonly thread?: string; readonly automatic?: boolean }
  | { readonly raw: string; readonly problem: string }

/** How far the clock of another machine may be ahead of this one. */
const SKEW = 5 * Instant.MINUTE

/** Returns feedback as it arrives. Without an actor, its channel is the receiver. */
export const arrivalOf = (
  { feedback, key, source }: Keyed & { readonly key: string },
  now: number,
  read: ReadFeedback = readFeedback(feedback, now)
): Arrival => {
  const channel = channelOf(feedback)
  const came = source === undefined ? {} : { raw: source.raw, source: sourceOf(source) }
  const at = isMap(feedback) ? receivedOf(feedback) : undefined
  return {
    key,
    channel,
    actor: Actor.channel(channel),
    receivedAt: at === undefined ? now : Math.min(at, now),
    undated: at === undefined,
    ...read,
    ...came
  }
}

/** Returns feedback that could not be read: only its text. */
export const unreadable = (raw: string): ReadFeedback => ({ raw, problem: "intake/unreadable" })

/** Reads a piece of feedback. */
export const readFeedback = (feedback: Feedback, now: number): ReadFeedback => {
  const [wrong] = isMap(feedback) ? faultsOf(feedback) : ["feedback map"]
  if (wrong !== undefined) return { raw: rawOf(feedback), problem: `intake/shape ${wrong}` }
  const at = receivedOf(feedback)
  if (at !== undefined && at > now + SKEW)
    return { raw: rawOf(feedback), problem: `intake/in-the-future ${Instant.renderIso(at)}` }
  const { thread, automatic } = feedback
  return {
    feedback: submissionOf(feedback),
    ...defined({ thread: thread ?? undefined, automatic: automatic ?? undefined })
  }
}

/** Returns feedback as a text. Not every value of a program can be JSON, such as a bigint or a circular object. */
export const rawOf = (feedback: Feedback): string => {
  try {
    return JSON.stringify(feedback) ?? String(feedback)
  } catch {
    return inspect(feedback)
  }
}

/** Returns the channel. Feedback without a channel stays in quarantine like feedback of an unknown channel. */
const channelOf = (feedback: Feedback): string =>
  isMap(feedback) && isText(feedback["channel"]) ? feedback["channel"] : ""

/** Returns when the customer said it, if the feedback gives it. */
export const receivedOf = ({ received }: Partial<Feedback>): number | undefined =>
  isGiven(received) ? instantOf(received) : undefined

const sourceOf = ({ raw: _, ...place }: NonNullable<Keyed["source"]>) => place

type Values = Readonly<Record<string, unknown>>

/** Returns undefined for null, because JSON has no other word for a missing value. */
const isGiven = <T>(value: T): value is NonNullable<T> => value !== undefined && value !== null
const isText = (value: unknown): value is string => typeof value === "string"
const isMap = (value: unknown): value is Values => typeof value === "object" && value !== null && !Array.isArray(value)
const isList = (value: unknown): boolean => isText(value) || (Array.isArray(value) && value.every(isText))
const isPlain = (value: unknown): boolean =>
  isText(value) || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))

const isInstantOfHistory = ([name, at]: readonly [string, unknown]): boolean =>
  ["answered", "closed"].includes(name) && (!isGiven(at) || instantOf(at) !== undefined)

/** Fields that are checked elsewhere, or for which any text is allowed. */
const anything = ["anything", () => true] as const

const shapes: Readonly<Record<string, readonly [expected: string, fits: (value: unknown) => boolean]>> = {
  ...Object.fromEntries(
    ["verbatim", "description", "happenedAt", "where", "demand", "hopedForBy", "kind", "category", "thread"].map(
      (field) => [field, ["text", isText] as const]
    )
  ),
  channel: anything,
  customer: anything,
  history: ["instants", (value) => isMap(value) && Object.entries(value).every(isInstantOfHistory)],
  received: ["instant", (value) => instantOf(value) !== undefined],
  score: ["number", (value) => typeof value === "number" && Number.isFinite(value)],
  automatic: ["yes-no", (value) => typeof value === "boolean"],
  consent: ["texts", isList],
  attachments: ["texts", isList],
  facts: ["facts", (value) => isMap(value) && Object.values(value).every((each) => !isGiven(each) || isPlain(each))]
}

const customerShapes: typeof shapes = {
  id: ["name", isName],
  name: ["text", isText],
  address: ["text", isText],
  language: ["text", isText],
  consent: ["texts", isList]
}

/** Returns the faults of the shape, each as `field expected`; for an unknown field, the one that was meant. */
const faultsOf = (feedback: Feedback): readonly string[] => {
  const values = feedback as unknown as Values
  const { customer } = values
  const among = (table: typeof shapes, given: Values, within: string): readonly string[] =>
    Object.entries(given).flatMap(([field, value]) => {
      if (!isGiven(value)) return []
      const [expected, fits] = (Object.hasOwn(table, field) ? table[field] : undefined) ?? []
      if (expected !== undefined) return fits?.(value) === true ? [] : [`${within}${field} ${expected}`]
      const guess = nearest(field, Object.keys(table))
      return [`${within}${field} unknown${guess === undefined ? "" : ` ${within}${guess.word}`}`]
    })
  const ofCustomer =
    !isGiven(customer) || (isText(customer) && (customer.trim() === "" || isName(customer)))
      ? []
      : isMap(customer) && (isGiven(customer["id"]) || isGiven(customer["address"]))
        ? among(customerShapes, customer, "customer.")
        : [isText(customer) ? "customer name" : "customer.id text"]
  return [...among(shapes, values, ""), ...ofCustomer]
}

const listOf = (value: unknown): readonly string[] => (isText(value) ? [value] : (value as readonly string[]))

/** Returns a language. If messages are not written in it, the policy chooses. */
const languageOf = (tag: string): Bundle.Language | undefined =>
  Bundle.languages.find((language) => new RegExp(`^${language.slice(0, 2)}\\b`, "i").test(tag))

const given = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, v]) => isGiven(v)))

/** Returns the customer with the other values of a customer object; a blank id is no customer. */
const submissionOf = (feedback: Feedback): Command.Submission => {
  const {
    customer,
    received: _,
    thread: __,
    automatic: ___,
    consent,
    attachments,
    facts,
    history,
    ...rest
  } = given(feedback as unknown as Values)
  const person = (isText(customer) ? { id: customer } : (customer ?? {})) as Values
  const { id, name, address, language, consent: agreed = consent } = given(person)
  const channel = channelOf(feedback)
  return given({
    ...rest,
    channel,
    ...(isText(id) && id.trim() !== "" ? { customer: id } : {}),
    customerName: name,
    addresses: isText(address) && address.trim() !== "" ? { [channel]: address.trim() } : undefined,
    customerLanguage: isText(language) ? languageOf(language) : undefined,
    consent: agreed === undefined ? undefined : listOf(agreed),
    attachments: attachments === undefined ? undefined : listOf(attachments),
    facts: facts === undefined ? undefined : given(facts as Values),
    history: history === undefined ? undefined : historyOf(history as NonNullable<Feedback["history"]>)
  }) as unknown as Command.Submission
}

const historyOf = ({ answered, closed }: NonNullable<Feedback["history"]>): Command.Submission["history"] =>
  defined({ answered: instantOf(answered), closed: instantOf(closed) })

/** Returns a submission as a host writes it. */
export const feedbackOf = (submission: Command.Submission): Feedback => {
  const { customer, customerName, addresses, customerLanguage, consent, history: past, ...rest } = submission
  const history = past && defined({ answered: dateOf(past.answered), closed: dateOf(past.closed) })
  const address = addresses?.[submission.channel]
  const person = { id: customer, name: customerName, address, language: customerLanguage, consent }
  return defined({
    ...rest,
    history,
    customer: customer === undefined ? undefined : defined(person)
  }) as unknown as Feedback
}
