/** Finds words of the dictionary that stand for two things at once, so that the reading is ambiguous. */

import { gateFacts } from "@hearback/core"
import type { DictionaryRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"

/** A list of words and what its words stand for. */
type Speaker = readonly [name: string, words: Tree | undefined]

/** Reports words that are in two lists that exclude each other. */
export const dictionary = (reading: Reading, { categories }: DictionaryRule): void => {
  const tree = get(reading.root, "dictionary")
  const above = new Map(categories.map(({ name, under }) => [name, under]))
  const isBelow = (name: string, other: string): boolean => {
    const seen = new Set<string>()
    for (let at = above.get(name); at !== undefined && !seen.has(at); at = above.get(at)) {
      if (at === other) return true
      seen.add(at)
    }
    return false
  }
  const wordsIn = (section: string): readonly Speaker[] =>
    entriesOf(get(tree, section)).map(([name, entry]) => [name, get(entry, "words")])
  // A word can be in a category and in the category above it, because it supports both.
  twice(reading, wordsIn("categories"), (one, other) => !isBelow(one, other) && !isBelow(other, one))
  twice(reading, wordsIn("kinds"))
  twice(reading, entriesOf(get(tree, "emotions")))
  twice(reading, [
    ["stronger", dig(tree, "intensifiers", "stronger")],
    ["weaker", dig(tree, "intensifiers", "weaker")],
    ["negation", get(tree, "negation")]
  ])
}

/**
 * Reports a category that nothing can choose while words lead to others: no form, no gate and no category below it.
 */
export const neverChosen = (
  reading: Reading,
  { dictionary: { categories, otherwise }, loops, form, channels }: UnhashedBundle
): void => {
  const forms = [form, ...Object.values(channels).flatMap((channel) => channel.form ?? [])]
  const isOffered = forms.some((one) => [...one.require, ...one.offer, ...one.prefill].includes("category"))
  const isConfirmed = loops.some(({ gates }) =>
    gates.some(({ kind }) => gateFacts[kind].evidence.optional?.includes("category"))
  )
  const isRead = categories.some(({ words, name }) => words.length > 0 && name !== otherwise)
  // The category meant for all other words has its own finding, if there is one.
  const isOtherwiseKnown = !reading.isFaulty("dictionary.otherwise")
  if (reading.isPack || isOffered || isConfirmed || !isRead || !isOtherwiseKnown) return
  for (const { name, words } of categories) {
    const tree = dig(reading.root, "dictionary", "categories", name)
    const isAbove = categories.some(({ under }) => under === name)
    if (words.length > 0 || name === otherwise || isAbove || tree === undefined || reading.isFaulty(tree.path)) continue
    if (tree.named.file.path.startsWith("pack:")) continue
    const at = get(tree, "words") ?? tree
    reading.say(
      "category/never-chosen",
      at,
      { category: name },
      { span: itemsOf(at).length === 0 && at !== tree ? at.span : tree.named }
    )
  }
}

const twice = (
  reading: Reading,
  speakers: readonly Speaker[],
  excludes: (one: string, other: string) => boolean = () => true
): void => {
  const seen = new Map<string, { readonly name: string; readonly at: Tree }[]>()
  for (const [name, words] of speakers)
    for (const item of itemsOf(words)) {
      const word = (wordOf(item) ?? "").trim().toLowerCase()
      const before = seen.get(word) ?? []
      const other = before.find((one) => one.name !== name && excludes(one.name, name))
      if (other !== undefined)
        reading.say(
          "dictionary/word-twice",
          item,
          { word: wordOf(item) ?? "", one: other.name, other: name },
          {
            related: [
              related(
                other.at.span,
                said((t) => t.place.wordToo)
              )
            ]
          }
        )
      seen.set(word, [...before, { name, at: item }])
    }
}
