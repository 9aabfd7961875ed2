/** Makes what is said to a person in every language, so that the one who prints chooses. */
import type { Bundle } from "@hearback/core"
import { texts } from "./catalogue/Texts.ts"
import type { Texts } from "./en/Texts.ts"
import type { TranslatedText } from "./shape/TranslatedText.ts"

/** A text that a language has. */
export type Say = (texts: Texts, language: Bundle.Language) => string

/** Returns the languages that there are texts in. */
export const spoken = (): readonly Bundle.Language[] => Object.keys(texts) as Bundle.Language[]

/** Says something in every language. */
export const said = (say: Say): TranslatedText =>
  Object.fromEntries(spoken().map((language) => [language, say(texts[language], language)])) as TranslatedText

/** A person's own words are the same in every language. */
export const same = (words: string): TranslatedText => said(() => words)

/** Says which words are allowed. */
export const oneOf = (words: readonly string[]): TranslatedText => said((t) => t.value.oneOf(words))
