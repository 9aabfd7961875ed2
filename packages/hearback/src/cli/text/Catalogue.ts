/** Every text of the command line, of one shape in each language: a language is its folder and a line here. */
import type { Language } from "../../runtime/Language.ts"
import { texts as en, type Texts as Own } from "./en/Texts.ts"
import { type AllWords, ofCore } from "./Words.ts"
import { texts as zh } from "./zh-CN/Texts.ts"

export const catalogue: Readonly<Record<Language, Own>> = { en, "zh-CN": zh }

export const languages = (): readonly Language[] => Object.keys(catalogue) as Language[]

export interface Texts extends Own {
  readonly word: AllWords
}

/** Returns the texts of a language, with the words that core has. Help is apart: it is read only when asked for. */
export const textsOf = (language: Language): Texts => {
  const own = catalogue[language]
  return { ...own, word: { ...own.word, ...ofCore(language) } }
}
