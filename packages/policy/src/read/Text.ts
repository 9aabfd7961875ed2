/** Texts for people: a bare string is in the language of the file it stands in. */
import { entriesOf, get, type Tree, wordOf } from "../link/Tree.ts"
import type { Language, Text } from "../model.ts"
import type { Reading } from "./Reading.ts"

const languages: readonly string[] = ["zh-CN", "en"] satisfies readonly Language[]

/** Reads a text; nothing where none is written. */
export const textOf = (r: Reading, tree: Tree | undefined): Text | undefined => {
  if (tree === undefined) return undefined
  const bare = wordOf(tree)
  // A block text ends with a line break that nobody meant.
  if (bare !== undefined) return { [r.languageOf(tree.span)]: bare.trimEnd() }
  const texts = entriesOf(tree).flatMap(([language, text]) => {
    const words = wordOf(text)
    return languages.includes(language) && words !== undefined ? [[language, words.trimEnd()] as const] : []
  })
  return texts.length === 0 ? undefined : Object.fromEntries(texts)
}

/** Returns `{ title }` where an entry has one, to be spread into what is read. */
export const titled = (r: Reading, tree: Tree | undefined): { readonly title?: Text } => {
  const title = textOf(r, get(tree, "title"))
  return title === undefined ? {} : { title }
}
