/**
 * Rules for names that an author chooses: letters of any script, digits, `-` and `.`, but no word that the language
 * uses at the same place. Source: the language reference, files.
 */
import * as Vocabulary from "../vocabulary/Vocabulary.ts"

/** Words that every JavaScript object has as properties, so that a lookup would find them by mistake. */
const inherited = [
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf"
]

/** Words that no name may be, in both key languages. */
const never = [...bothOf(Vocabulary.never), ...inherited]

/** Words for a person, which may not be role names. */
const whoWords = bothOf(Vocabulary.who)

/** Words for moments at which clocks start and end. No fact, event, level, gate or clock may have these names. */
const moments = bothOf(Vocabulary.moments)

/** The reserved words of each kind of name. */
export const reserved = { name: never, role: [...never, ...whoWords], moment: [...never, ...moments] } as const

/** The characters of a name. It neither begins nor ends with a sign. */
const form = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}.\\-]*[\\p{L}\\p{M}\\p{N}])?"

/** Returns the pattern of a name that is none of these words. */
export const namePattern = (without: ReadonlyArray<string>): RegExp =>
  new RegExp(`^(?!(?:${without.join("|")})$)${form}$`, "u")

/** The pattern of language tags, as in `zh-CN`. */
export const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u

/** Returns whether a text has the form of a name, reserved or not. */
export const isNameForm = (text: string): boolean => new RegExp(`^${form}$`, "u").test(text)

/** Returns the name that a text almost is, with dashes for blanks and underscores; undefined if it is not close. */
export function nameLike(text: string): string | undefined {
  const proposal = text
    .trim()
    .replace(/[\s_/]+/gu, "-")
    .replace(/[^\p{L}\p{M}\p{N}.-]/gu, "")
    .replace(/^[.-]+|[.-]+$/gu, "")
  return isNameForm(proposal) && proposal !== text ? proposal : undefined
}

function bothOf(table: Vocabulary.WordPairs): ReadonlyArray<string> {
  return [...Object.keys(table), ...Object.values(table)]
}
