/**
 * Which names an owner may give: letters of any script, digits, `-` and `.`, but no word that the language uses at
 * the same place. Source: the language reference, files.
 */
import * as Vocabulary from "../vocabulary/Vocabulary.ts"

/** Words that every JavaScript object answers to: a name of theirs would be found where nobody gave it. */
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

/** Words for a person, which no role may be called. */
const whoWords = bothOf(Vocabulary.who)

/** Moments that clocks start and end at, which no fact, event, level, gate or clock may be called. */
const moments = bothOf(Vocabulary.moments)

/** The sets of reserved words, by what bears the name. */
export const reserved = { name: never, role: [...never, ...whoWords], moment: [...never, ...moments] } as const

/** What a name is made of; it neither begins nor ends with a sign. */
const form = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}.\\-]*[\\p{L}\\p{M}\\p{N}])?"

/** Returns the pattern of a name that is none of these words. */
export const namePattern = (without: ReadonlyArray<string>): RegExp =>
  new RegExp(`^(?!(?:${without.join("|")})$)${form}$`, "u")

/** The pattern of the tags of languages, as in `zh-CN`. */
export const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u

/** Whether a text has the form of a name, reserved or not. */
export const isNameForm = (text: string): boolean => new RegExp(`^${form}$`, "u").test(text)

/** Returns the name that a text could be, when it is near to one: blanks and underscores as dashes. */
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
