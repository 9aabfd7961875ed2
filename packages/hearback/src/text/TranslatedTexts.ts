/** Makes what is said in every language, so that the one who shows it chooses. */
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
