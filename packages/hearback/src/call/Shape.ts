/**
 * Checks the shape of options and queries. A host may write JavaScript, or pass on what a browser sent. An unknown
 * name or value would otherwise be ignored silently, and the caller would get another answer than the requested one.
 */
import { Bundle, isName } from "@hearback/core"
import { nearest } from "@hearback/policy"
import { hearbackError } from "./HearbackError.ts"

/** What a value must be, in words and as a test. */
export interface ValueKind {
  readonly says: string
  readonly fits: (value: unknown) => boolean
  /** The allowed words, one of which may have been meant. */
  readonly words?: readonly string[]
  /** What each part of a list or an object must be. */
  readonly each?: ValueKind
}

/** For each field of an object, what it must be. */
export type ArgumentFields = Readonly<Record<string, ValueKind>>

const kind = (says: string, fits: ValueKind["fits"]): ValueKind => ({ says, fits })

/** A text. */
export const text = kind("a text", (value) => typeof value === "string")
/** A text that can be a name. */
export const name = kind("a text that is not empty, without control or broken characters", isName)
/** A boolean. */
export const flag = kind("true or false", (value) => typeof value === "boolean")
/** A whole number from 0 on. */
export const wholeNumber = kind(
  "a whole number from 0 on",
  (value) => Number.isSafeInteger(value) && Number(value) >= 0
)
/** A whole number above 0. */
export const count = kind("a whole number above 0", (value) => Number.isSafeInteger(value) && Number(value) > 0)
/** A number above 0. */
export const positive = kind("a number above 0", (value) => typeof value === "number" && value > 0)
/** An instant. */
export const instant = kind("a Date, or a text with its offset", (value) => value instanceof Date || text.fits(value))
/** A bound of a period. */
export const bound = kind("a Date, a date, or a text with its offset", instant.fits)
/** An object whose values are texts. */
export const textsByName: ValueKind = {
  says: "an object with a text for each name",
  fits: (value) => isRecord(value) && Object.values(value).every(text.fits),
  each: text
}
/** An object. */
export const object = kind("an object", (value) => typeof value === "object" && value !== null)
/** A function. */
export const called = kind("a function", (value) => typeof value === "function")
/** An `AbortSignal`. */
export const signal = kind("an AbortSignal", (value) => value instanceof AbortSignal)
/** Any value, because it is checked where it is read. */
export const anything = kind("any value", () => true)

/** Makes the kind of a value that is one of some words. */
export const oneOf = (words: readonly string[]): ValueKind => ({
  says: words.map((word) => `"${word}"`).join(", "),
  fits: (value) => typeof value === "string" && words.includes(value),
  words
})

/** Makes the kind of a list. */
export const listOf = (each: ValueKind): ValueKind => ({
  says: `a list, each of ${each.says}`,
  fits: (value) => Array.isArray(value) && value.every(each.fits),
  each
})

/** Makes the kind of a value that is of one kind or another. */
export const either = (one: ValueKind, other: ValueKind): ValueKind => ({
  words: [...(one.words ?? []), ...(other.words ?? [])],
  says: `${one.says}, or ${other.says}`,
  fits: (value) => one.fits(value) || other.fits(value)
})

/** Makes the kind of a foreign object that has some methods. */
export const having = (...methods: readonly string[]): ValueKind =>
  kind(`an object with ${methods.map((method) => `\`${method}\``).join(" and ")}`, (value) =>
    methods.every((method) => typeof (value as Readonly<Record<string, unknown>> | null)?.[method] === "function")
  )

/** A policy that was compiled before. */
export const bundle = kind("a bundle of a policy", (value) => {
  const { hearback, id, content } = (value ?? {}) as Readonly<Record<string, unknown>>
  return hearback === 1 && isName(id) && isName(content)
})

/** One of the languages. */
export const language = oneOf(Bundle.languages)
/** The options of every call. */
export const call: ArgumentFields = { key: name, signal }

/**
 * Throws if an object has an unknown field, or one of another kind.
 *
 * Errors: `call/invalid`, which names the field that was probably meant.
 */
export const check = (what: string, given: unknown, fields: ArgumentFields): void => {
  if (given === undefined) return
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw invalid(`\`${what}\` takes an object, not ${shown(given)}`)
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue
    const expected = Object.hasOwn(fields, field) ? fields[field] : undefined
    if (expected === undefined) throw unknownField(what, field, Object.keys(fields))
    if (!expected.fits(value)) throw wrongValue(`\`${field}\` of \`${what}\``, value, expected)
  }
}

/** Throws if a value is given that is not of a kind. */
export const checkValue = (what: string, value: unknown, expected: ValueKind): void => {
  if (value !== undefined && !expected.fits(value)) throw wrongValue(what, value, expected)
}

/** Throws if a value is missing or not of a kind. */
export const mustBe = (what: string, value: unknown, expected: ValueKind): void => {
  if (!expected.fits(value)) throw wrongValue(what, value, expected)
}

/** Throws if a required field is missing. */
export const required = (what: string, given: unknown, fields: readonly string[]): void => {
  const missing = fields.find((field) => (given as Readonly<Record<string, unknown>> | null)?.[field] === undefined)
  if (missing !== undefined) throw invalid(`\`${what}\` needs \`${missing}\``)
}

/** Makes the error of a wrong call. */
export const invalid = (message: string): Error => hearbackError("call/invalid", message)

const unknownField = (what: string, field: string, known: readonly string[]): Error =>
  invalid(
    `\`${what}\` has no ${isProgramWord(field) ? `option \`${field}\`` : "such option"}${meant(field, known)}; it has ${known.join(", ")}`
  )

/** Names the wrong part: of a list or an object with the right form, the part that is wrong. */
const wrongValue = (what: string, value: unknown, expected: ValueKind): Error => {
  const { says, words = [], each } = expected
  const [at, part] = each === undefined ? [] : (partsOf(value).find(([, one]) => !each.fits(one)) ?? [])
  if (each !== undefined && at !== undefined) return wrongValue(within(what, at), part, each)
  return invalid(`${what} is ${shown(value)}${typeof value === "string" ? meant(value, words) : ""}; expected: ${says}`)
}

const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Returns the parts of a value, each with its path in it. */
const partsOf = (value: unknown): readonly (readonly [at: string, part: unknown])[] => {
  if (Array.isArray(value)) return value.map((part, n) => [`[${n}]`, part])
  return isRecord(value) ? Object.entries(value).map(([key, part]) => [`.${key}`, part]) : []
}

/** Returns the path of a part: `cases` of `move` becomes `cases[1]` of `move`. */
const within = (what: string, at: string): string => what.replace(/`([^`]*)`/, `\`$1${at}\``)

const meant = (written: string, words: readonly string[]): string => {
  const guess = nearest(written, words)
  return guess === undefined ? "" : ` (did you mean \`${guess.word}\`?)`
}

/** Returns whether a text is a word of a program: Latin letters without blanks. */
const isProgramWord = (text: string): boolean => /^[\w./:@+-]{0,40}$/.test(text)

/** Returns a value for a message. It can be personal data, so only numbers and words of programs are repeated. */
const shown = (value: unknown): string => {
  if (typeof value === "string") return isProgramWord(value) ? JSON.stringify(value) : "another text"
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  if (value === null || value === undefined) return String(value)
  return Array.isArray(value) ? "a list" : typeof value === "function" ? "a function" : "an object"
}
