/** Reads texts for people. A text without a language has the language of its file. */

import { Bundle, defined } from "@hearback/core"
import type { Text } from "../bundle/Bundle.ts"
import { entriesOf, get, type Tree, wordOf } from "../link/Tree.ts"
import type { Reading } from "./Reading.ts"

/** Returns whether the product supports a language. */
export const isLanguage = (tag: string): boolean => Bundle.isLanguage(tag)

/**
 * Returns the supported languages, and the one that a tag such as `zh` or `en-GB` probably means, as parameters of a
 * finding.
 */
export const languageMeant = (tag: string) => {
  const known = Bundle.languages
  const guess = known.find((each) => each.slice(0, 2) === tag.slice(0, 2).toLowerCase())
  return defined({ known, guess, sure: guess === undefined ? undefined : true })
}

/** Reads a text; undefined if none is written. */
export const textOf = (reading: Reading, tree: Tree | undefined): Text | undefined => {
  if (tree === undefined) return undefined
  const bare = wordOf(tree)
  // A block text ends with an unintended line break.
  if (bare !== undefined) return { [reading.languageOf(tree.span)]: bare.trimEnd() }
  const texts = entriesOf(tree).flatMap(([language, text]) => {
    if (!isLanguage(language))
      reading.say(
        "name/unknown",
        text,
        { kind: "language", name: language, ...languageMeant(language) },
        { span: text.named }
      )
    const words = wordOf(text)
    return isLanguage(language) && words !== undefined ? [[language, words.trimEnd()] as const] : []
  })
  return texts.length === 0 ? undefined : Object.fromEntries(texts)
}

/** Returns `{ title }` if an entry has a title, else `{}`. */
export const titled = (reading: Reading, tree: Tree | undefined): { readonly title?: Text } => {
  return defined({ title: textOf(reading, get(tree, "title")) })
}
