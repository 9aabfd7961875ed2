/**
 * Translates keys, inputs and words of a policy for a reader. A name that does not belong to the language stays
 * unchanged.
 */
import { Bundle } from "@hearback/core"
import { languageOf, type Outline } from "../outline/Outline.ts"
import { rewritten } from "../vocabulary/Placeholder.ts"
import * as Vocabulary from "../vocabulary/Vocabulary.ts"
import { keyIn, wordsOf } from "../vocabulary/Word.ts"

let keys: ReadonlyMap<string, string> | undefined

/** The Chinese word of each key. If a key occurs at several places, that of the first counts. */
const keysInChinese = (): ReadonlyMap<string, string> => {
  if (keys !== undefined) return keys
  const found = new Map<string, string>()
  const visit = ({ properties = {}, $defs = {}, anyOf = [], items, additionalProperties }: Outline): void => {
    for (const [key, outline] of Object.entries(properties)) {
      if (outline["x-zh"] !== undefined && !found.has(key)) found.set(key, outline["x-zh"])
      visit(outline)
    }
    for (const outline of [...Object.values($defs), ...anyOf]) visit(outline)
    if (items !== undefined) visit(items)
    if (additionalProperties !== undefined && additionalProperties !== false) visit(additionalProperties)
  }
  visit(languageOf("policy").root)
  keys = found
  return found
}

/** Returns the key language for a reader. Readers of neither language get the English keys. */
const isEnglish = (language: Bundle.Language): boolean => Bundle.keyLanguageOf(language) === "en"

/** Returns a key of the policy language, such as `or-explain.by`, translated part by part. */
export const keyWord = (key: string, language: Bundle.Language): string =>
  isEnglish(language)
    ? key
    : key
        .split(".")
        .map((part) => keysInChinese().get(part) ?? part)
        .join(".")

/** Returns a text of a message with its placeholders in a language; facts and messages keep their names. */
export const placeholderWords = (text: string, language: Bundle.Language): string =>
  rewritten(text, Bundle.keyLanguageOf(language))

/** Returns the name of an input in a language. */
export const inputWord = (input: string, language: Bundle.Language): string =>
  (isEnglish(language) ? undefined : keyIn("inputs", input, Bundle.keyLanguageOf(language), none)) ?? input

const none = { inputs: new Set<string>(), moments: new Set<string>() }

const values: Vocabulary.WordPairs = {
  ...Vocabulary.never,
  ...Vocabulary.who,
  ...Vocabulary.moments,
  ...Vocabulary.endings,
  ...Vocabulary.kinds,
  ...Vocabulary.routine,
  ...Vocabulary.sides,
  ...Vocabulary.emotions
}

let choices: ReadonlyMap<string, Vocabulary.WordPairs> | undefined

/** For each key, the Chinese words of its values: choices, and words of the language among names. */
const choicesInChinese = (): ReadonlyMap<string, Vocabulary.WordPairs> => {
  if (choices !== undefined) return choices
  const found = new Map<string, Vocabulary.WordPairs>()
  const { root, resolve } = languageOf("policy")
  const under = (outline: Outline): Vocabulary.WordPairs => {
    const { enum: words = [], "x-enum-zh": chinese = [], "x-words": sort, ...more } = resolve(outline)
    const { anyOf = [], items, additionalProperties, patternProperties = {} } = more
    const parts = [...anyOf, ...Object.values(patternProperties), ...(items ? [items] : [])]
    const all = additionalProperties ? [...parts, additionalProperties] : parts
    const own = words.map((word, i) => [String(word), chinese[i] ?? String(word)] as const)
    const ours = Object.entries(wordsOf).find(([name]) => name === sort)?.[1] ?? {}
    return Object.fromEntries([...own, ...[ours, ...all.map(under)].flatMap((table) => Object.entries(table))])
  }
  for (const { properties = {} } of [root, ...Object.values(root.$defs ?? {})])
    for (const [key, outline] of Object.entries(properties)) found.set(key, { ...under(outline), ...found.get(key) })
  choices = found
  return found
}

/** Returns a word (who, a moment, a kind, a loop or another) below a key such as `extend.approve`, in a language. */
export const valueWord = (word: string, language: Bundle.Language, key = ""): string => {
  if (isEnglish(language)) return word
  const tables: readonly Vocabulary.WordPairs[] = key.split(".").map((part) => choicesInChinese().get(part) ?? {})
  return [...tables.toReversed(), values].find((table) => Object.hasOwn(table, word))?.[word] ?? word
}
