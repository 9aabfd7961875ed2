/** Keys, inputs and words of a policy as a reader of a language writes them; a name that is none of ours stays as it is. */
import { languageOf, type Outline } from "../outline/Outline.ts"
import type { KeyLanguage } from "../vocabulary/KeyLanguage.ts"
import * as Vocabulary from "../vocabulary/Vocabulary.ts"
import { keyIn } from "../vocabulary/Word.ts"

let keys: ReadonlyMap<string, string> | undefined

/** The Chinese word of each key; of one that stands in several places that of the first. */
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

/** Returns a key of the policy language, such as `or-explain.by`, part by part. */
export const keyWord = (key: string, language: KeyLanguage): string =>
  language === "en"
    ? key
    : key
        .split(".")
        .map((part) => keysInChinese().get(part) ?? part)
        .join(".")

/** Returns the name of an input. */
export const inputWord = (input: string, language: KeyLanguage): string =>
  (language === "en" ? undefined : keyIn("inputs", input, language, none)) ?? input

const none = { inputs: new Set<string>(), moments: new Set<string>() }

const values: Vocabulary.Words = {
  ...Vocabulary.never,
  ...Vocabulary.who,
  ...Vocabulary.moments,
  ...Vocabulary.endings,
  ...Vocabulary.kinds,
  ...Vocabulary.sides,
  ...Vocabulary.emotions
}

/** Returns who, a moment, a kind or a loop. */
export const valueWord = (word: string, language: KeyLanguage): string =>
  language !== "en" && Object.hasOwn(values, word) ? (values[word] ?? word) : word
