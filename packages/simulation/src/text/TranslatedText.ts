/** Makes sentences in every language. */
import type { Bundle } from "@hearback/core"
import { texts } from "./catalogue/Texts.ts"
import type { Texts } from "./en/Texts.ts"

export type TranslatedText = Bundle.TranslatedText

/** A text that a language has. */
export type Say = (texts: Texts, language: Bundle.Language) => string

/** Says something in every language. */
export const said = (say: Say): TranslatedText =>
  Object.fromEntries(
    (Object.keys(texts) as Bundle.Language[]).map((language) => [language, say(texts[language], language)])
  ) as TranslatedText

/** Returns several things in a row. */
export const listed = (all: readonly TranslatedText[]): TranslatedText =>
  said((t, language) => t.part.list(all.map((one) => one[language])))

/** Returns a share as people read it in each language. */
export const percent = (share: number): TranslatedText => said((t) => t.part.percent(Number((share * 100).toFixed(1))))
