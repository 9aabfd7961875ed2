/** Every text of the command line, of one shape in each language. */
import type { Language } from "../../runtime/Language.ts"
import type { Texts as Own } from "./en/Texts.ts"
import { texts as all } from "./generated/Texts.ts"
import { type AllWords, ofCore } from "./Words.ts"

export const catalogue: Readonly<Record<Language, Own>> = all

export const languages = (): readonly Language[] => Object.keys(catalogue) as Language[]

export interface Texts extends Own {
  readonly word: AllWords
}

/** Returns the texts of a language, with the words that core has. Help is apart: it is read only when asked for. */
export const textsOf = (language: Language): Texts => {
  const own = catalogue[language]
  return { ...own, word: { ...own.word, ...ofCore(language) } }
}
