/**
 * Whether what an adapter answered is an answer of its port. An adapter may be written in JavaScript, or hand on what a
 * service said: what is malformed is the failure of this one call, and goes no further.
 *
 * Errors: a `TypeError` that says which member is wrong, what it is and what is expected. It quotes words of ports alone,
 * and nothing that may be of a person.
 */
import { Bundle, type Gathered } from "@hearback/core"
import type { Delivery } from "../port/Channel.ts"
import type { Classification } from "../port/Classifier.ts"
import type { Absence, CustomerRecord, Person } from "../port/Directory.ts"
import type { Destroyed } from "../port/KeyStore.ts"
import { ownSentence } from "../redact/OwnSentence.ts"

/** Says what is expected where a value is something else; `at` is where it stands in the answer. */
type Check = (value: unknown, at: string) => void

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return "a list"
  if (typeof value === "number") return Number.isFinite(value) ? "a number" : String(value)
  return { string: "a text", object: "an object", function: "a function" }[typeof value as string] ?? typeof value
}

const wrong = (at: string, found: string, expected: string): never => {
  const place = at === "" ? "it answered" : `\`${at}\` of its answer is`
  throw ownSentence(new TypeError(`${place} ${found}; expected is ${expected}`))
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
/** A longer pause is a mistake in units; its end would be no instant. */
const hundredYears = 100 * 366 * 86_400_000
const length = being(
  "a number of ms from 0 to those of a hundred years",
  (value) => typeof value === "number" && value >= 0 && value <= hundredYears
)
const instant = being("a whole number of ms since 1970", (value) => Number.isSafeInteger(value))
/** Of those that a `Date` can tell. */
const lastInstant = 8.64e15
const aTime = being(
  "a number of ms since 1970",
  (value) => Number.isFinite(value) && Math.abs(Number(value)) <= lastInstant
)
const share = being("a number from 0 to 1", (value) => typeof value === "number" && value >= 0 && value <= 1)
const decimal = being("a number above 0, or a text of one", (value) =>
  typeof value === "number" || typeof value === "string" ? Number.isFinite(Number(value)) && Number(value) > 0 : false
)

/** A word of the port; what is found instead is quoted where it is such a word. */
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

/** Members that a port does not know are the adapter's own. */
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
/** Units: characters; ids of mail have at most 998. */
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

/** Nothing is an answer, too: `undefined`, and `null`, as it is said in JSON. */
const orNothing =
  <T>(check: Check) =>
  (answer: unknown): T | undefined => {
    if (answer === undefined || answer === null) return undefined
    check(answer, "")
    return answer as T
  }

export const person = orNothing<Person>(aPerson)
export const people = checked<readonly Person[]>(list(aPerson))
export const absence = orNothing<Absence>(anAbsence)
export const customer = orNothing<CustomerRecord>(aCustomer)
export const customerIds = checked<readonly string[]>(list(name))
export const rate = orNothing<Gathered.ExchangeRate>(aRate)
export const classification = checked<Classification>(aClassification)
export const key = checked<Uint8Array>(aKey)
export const keyOrNone = orNothing<Uint8Array>(aKey)
export const destroyed = checked<Destroyed>(having({ required: { complete: flag } }))
export const yesOrNo = checked<boolean>(flag)

/** A clock may count parts of a millisecond, which no instant of the record has. */
export const now = (answer: unknown): number => {
  aTime(answer, "")
  return Math.floor(answer as number)
}

export const id = checked<string>(
  being("a text without blanks", (value) => typeof value === "string" && /^[^\s\p{Cc}]+$/u.test(value))
)

export const delivery = (answer: unknown): Delivery => {
  const given = checked<Delivery>(aDelivery)(answer)
  if (given.delivery === "sent" || given.delivery === "delivered") {
    aReceipt(given, "")
    // The message is gone: a name for it that nobody could mean is no reason to send it again.
    if ((given.reference?.length ?? 0) > longestReference) return { delivery: given.delivery }
  }
  if (given.delivery === "deferred") {
    aDeferral(given, "")
    // A channel may count parts of a millisecond, which no instant of the outbox has.
    return given.retryAfterMs === undefined ? given : { ...given, retryAfterMs: Math.ceil(given.retryAfterMs) }
  }
  if (given.delivery === "refused" || given.delivery === "bounced") aRefusal(given, "")
  return given
}
