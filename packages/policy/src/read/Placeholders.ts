/**
 * The placeholders of messages: the words of the language in English and Chinese, facts, due dates and other
 * messages.
 */
import { Notice } from "@hearback/core"
import type { Allowed } from "../diagnostic/Suggestion.ts"
import { englishOf } from "../vocabulary/Placeholder.ts"
import { placeholderGuesses, placeholderStems, placeholders } from "../vocabulary/Vocabulary.ts"
import type { DeclaredNames } from "./Names.ts"

const due = "due."
const dueChinese = placeholderStems[due]

/** Returns whether the language has this placeholder. It then never means a fact or a message of the same name. */
export const isFixed = (word: string): boolean => Object.hasOwn(placeholders, word)

/** Returns the English form of a placeholder; undefined if there is none of that name. */
export const placeholderOf = (word: string, names: DeclaredNames): string | undefined => {
  const known = englishOf(word)
  if (known !== undefined) return known
  if (names.fact.has(word) || names.message.has(word)) return word
  const clock = word.startsWith(due)
    ? word.slice(due.length)
    : word.startsWith(dueChinese)
      ? word.slice(dueChinese.length)
      : ""
  return clock !== "" && (names.clock.has(clock) || names.gate.has(clock)) ? due + clock : undefined
}

/** Placeholders that every message can use for its case. */
export const ofEveryMessage: readonly string[] = Object.keys(placeholders).filter(
  (name) => !Object.hasOwn(Notice.placeholders, name)
)

/** Returns every placeholder that a message of this policy may use, with its other names. */
export const allPlaceholders = (names: DeclaredNames): readonly Allowed[] => [
  ...Object.keys(placeholders).map((word) => ({
    word,
    also: [],
    like: placeholderGuesses[word as keyof typeof placeholderGuesses] ?? []
  })),
  ...[...names.clock.keys()].map((clock) => due + clock),
  ...names.fact.keys(),
  ...names.message.keys()
]
