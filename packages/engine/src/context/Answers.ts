/**
 * Checks that an adapter's answer has the type of its port. An adapter may be written in JavaScript, or pass on what a
 * service returned. A wrong answer makes this one call fail.
 *
 * Errors: a `TypeError` that names the wrong member, what it is and what is expected. It quotes only words of the port,
 * and nothing that may be personal.
 */
import { Bundle, type Gathered } from "@hearback/core"
import type { Delivery } from "../port/Channel.ts"
import type { Classification } from "../port/Classifier.ts"
import type { Absence, CustomerRecord, Person } from "../port/Directory.ts"
import type { Destroyed } from "../port/KeyStore.ts"
import { ownSentence } from "../redact/OwnSentence.ts"

/** Throws if a value is not what is expected; `at` is its path in the answer. */
type Check = (value: unknown, at: string) => void

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return "a list"
  if (typeof value === "number") return Number.isFinite(value) ? "a number" : String(value)
  return { string: "a text", object: "an object", function: "a function" }[typeof value as string] ?? typeof value
}

const wrong = (at: string, found: string, expected: string): never => {
  const place = at === "" ? "it answered" : `\`${at}\` of its answer is`
  throw ownSentence(new TypeError(`${place} ${found}; expected: ${expected}`))
}

const being =
  (expected: string, fits: (value: unknown) => boolean): Check =>
  (value, at) => {
    if (!fits(value)) wrong(at, value === "" ? "an empty text" : kindOf(value), expected)
  }

const text = being("a text", (value) => typeof value === "string")
const name = being("a text that is not empty", (value) => typeof value === "string" && value.trim() !== "")
const flag = being("true or false", (value) => typeof value === "boolean")
const fact = being("a text, a number, true or false", (value) =>
  typeof value === "number" ? Number.isFinite(value) : typeof value === "string" || typeof value === "boolean"
)
/** A longer pause is a mistake in units, and its end would not be a valid instant.  Units: ms. */
const hundredYears = 100 * 366 * 86_400_000
const length = being(
  "a number of ms from 0 to those of a hundred years",
  (value) => typeof value === "number" && value >= 0 && value <= hundredYears
)
const instant = being("a whole number of ms since 1970", (value) => Number.isSafeInteger(value))
/** The last instant of a `Date`. */
const lastInstant = 8.64e15
const aTime = being(
  "a number of ms since 1970",
  (value) => Number.isFinite(value) && Math.abs(Number(value)) <= lastInstant
)
const share = being("a number from 0 to 1", (value) => typeof value === "number" && value >= 0 && value <= 1)
const decimal = being("a number above 0, or a text of one", (value) =>
  typeof value === "number" || typeof value === "string" ? Number.isFinite(Number(value)) && Number(value) > 0 : false
)

/** Checks for one of some words. A wrong value is quoted only if it is a word of the port. */
const oneOf =
  (...words: readonly string[]): Check =>
  (value, at) => {
    const found = typeof value === "string" && /^[a-z-]{1,20}$/i.test(value) ? JSON.stringify(value) : kindOf(value)
    if (!words.includes(value as string)) wrong(at, found, words.map((word) => JSON.stringify(word)).join(", "))
  }

const list =
  (each: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return wrong(at, kindOf(value), "a list")
    for (const [n, one] of value.entries()) each(one, `${at}[${n}]`)
  }

const record =
  (each: Check): Check =>
  (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return wrong(at, kindOf(value), "an object")
    for (const one of Object.values(value)) each(one, at)
  }

interface Members {
  readonly required?: Readonly<Record<string, Check>>
  readonly optional?: Readonly<Record<string, Check>>
}

/** Checks the members of an object. Members that the port does not have are allowed. */
const having =
  ({ required = {}, optional = {} }: Members): Check =>
  (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return wrong(at, kindOf(value), "an object")
    const member = (key: string): unknown => Reflect.get(value, key)
    const place = (key: string): string => (at === "" ? key : `${at}.${key}`)
    for (const [key, check] of Object.entries(required)) check(member(key), place(key))
    for (const [key, check] of Object.entries(optional)) if (member(key) !== undefined) check(member(key), place(key))
  }

const language = oneOf(...Bundle.languages)

const aDelegation = having({ required: { to: name, roles: list(name), until: instant } })
const aPerson = having({
  required: { id: name, roles: list(name) },
  optional: {
    name: text,
    department: text,
    language,
    address: text,
    contact: text,
    calendar: text,
    deputy: text,
    delegates: list(aDelegation)
  }
})
const anAbsence = having({ optional: { until: instant, deputy: text } })
const aCustomer = having({
  optional: { name: text, language, address: text, consent: list(name), facts: record(fact) }
})
const aRate = having({ required: { rate: decimal }, optional: { of: text } })
const aSpan: Check = (value, at) => {
  list(instant)(value, at)
  if ((value as readonly number[]).length !== 2) wrong(at, "a list", "two numbers")
}
const aClassification = having({
  required: { category: name, confidence: share },
  optional: { spans: list(aSpan), runnerUp: name }
})
const aKey = being("32 bytes", (value) => value instanceof Uint8Array && value.length === 32)
const aDelivery = having({ required: { delivery: oneOf("sent", "delivered", "deferred", "refused", "bounced") } })
/** The longest reference of a channel; mail ids have at most 998.  Units: characters. */
const longestReference = 1_000
const aReceipt = having({ optional: { reference: text } })
const aDeferral = having({ optional: { retryAfterMs: length } })
const aRefusal = having({ required: { reason: text } })

const checked =
  <T>(check: Check) =>
  (answer: unknown): T => {
    check(answer, "")
    return answer as T
  }

/** Checks a value that may be absent: `undefined`, or `null` as in JSON. */
const orNothing =
  <T>(check: Check) =>
  (answer: unknown): T | undefined => {
    if (answer === undefined || answer === null) return undefined
    check(answer, "")
    return answer as T
  }

/** Checks a person of the directory, or that there is none. */
export const person = orNothing<Person>(aPerson)
/** Checks a list of people. */
export const people = checked<readonly Person[]>(list(aPerson))
/** Checks an absence, or that there is none. */
export const absence = orNothing<Absence>(anAbsence)
/** Checks a customer's record, or that there is none. */
export const customer = orNothing<CustomerRecord>(aCustomer)
/** Checks a list of customers' ids. */
export const customerIds = checked<readonly string[]>(list(name))
/** Checks an exchange rate, or that there is none. */
export const rate = orNothing<Gathered.ExchangeRate>(aRate)
/** Checks a classification. */
export const classification = checked<Classification>(aClassification)
/** Checks a key. */
export const key = checked<Uint8Array>(aKey)
/** Checks a key, or that there is none. */
export const keyOrNone = orNothing<Uint8Array>(aKey)
/** Checks the answer to the destruction of a key. */
export const destroyed = checked<Destroyed>(having({ required: { complete: flag } }))
/** Checks a boolean. */
export const yesOrNo = checked<boolean>(flag)

/** Checks an instant and rounds it down, since instants of the record have no fraction of a millisecond. */
export const now = (answer: unknown): number => {
  aTime(answer, "")
  return Math.floor(answer as number)
}

/** Checks an id. */
export const id = checked<string>(
  being("a text without blanks", (value) => typeof value === "string" && /^[^\s\p{Cc}]+$/u.test(value))
)

/** Checks the result of a delivery. */
export const delivery = (answer: unknown): Delivery => {
  const given = checked<Delivery>(aDelivery)(answer)
  if (given.delivery === "sent" || given.delivery === "delivered") {
    aReceipt(given, "")
    // The message was sent, so a reference that is too long is dropped and is no reason to send it again.
    if ((given.reference?.length ?? 0) > longestReference) return { delivery: given.delivery }
  }
  if (given.delivery === "deferred") {
    aDeferral(given, "")
    // Instants of the outbox have no fraction of a millisecond.
    return given.retryAfterMs === undefined ? given : { ...given, retryAfterMs: Math.ceil(given.retryAfterMs) }
  }
  if (given.delivery === "refused" || given.delivery === "bounced") aRefusal(given, "")
  return given
}
