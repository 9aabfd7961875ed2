/**
 * The words of scenario steps in both key languages: their keys, their expectations of a case, and values that are
 * words of the language. The command line takes the same words as flags and values of a command.
 */
import { Bundle } from "@hearback/core"
import { languageOf, type Outline } from "../outline/Outline.ts"
import type { KeyLanguage } from "../vocabulary/KeyLanguage.ts"
import { across, wordsOf } from "../vocabulary/Word.ts"

type Keys = Readonly<Record<KeyLanguage, string>>

const outlines = (...definitions: ReadonlyArray<string>): Readonly<Record<string, Outline>> => {
  const { $defs = {} } = languageOf("scenario").root
  return Object.assign({}, ...definitions.map((name) => $defs[name]?.properties))
}

const keyOf = (found: Readonly<Record<string, Outline>>, word: string): Keys => ({
  en: word,
  "zh-CN": (Object.hasOwn(found, word) ? found[word]?.["x-zh"] : undefined) ?? word
})

/** Returns a key of a step in both languages; an unknown key is returned unchanged. */
export const stepKey = (word: string): Keys => keyOf(outlines("ScenarioStep"), word)

/** Returns a key of an expectation in both languages; an unknown key is returned unchanged. */
export const expectedKey = (word: string): Keys => keyOf(outlines("CaseExpected", "Expect"), word)

/** Returns the value of a step's key in a language. Names and unknown words are returned unchanged. */
export const stepValue = (key: string, text: string, language: Bundle.Language): string => {
  const to = Bundle.keyLanguageOf(language)
  const { resolve } = languageOf("scenario")
  const found = outlines("ScenarioStep")[key]
  const { enum: words = [], "x-enum-zh": zh = [], "x-words": sort } = found === undefined ? {} : resolve(found)
  const [from, into] = to === "en" ? [zh, words] : [words, zh]
  const at = from.indexOf(text)
  if (at !== -1) return String(into[at])
  const table = sort === "kind" || sort === "cause" || sort === "method" ? wordsOf[sort] : undefined
  return (table && across(table, text, to)) ?? text
}
