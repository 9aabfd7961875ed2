/** What a language says of each code: sentences as functions of what the catalogue says that the code speaks about. */
import type { Entry } from "../../diagnostic/text/Entry.ts"
import type { TranslatedText } from "./TranslatedText.ts"

/** Parameters as one language sees them: of what is said in each language, its own. */
export type InLanguage<P> = {
  readonly [K in keyof P]: TranslatedText extends P[K] ? string | Exclude<P[K], TranslatedText> : P[K]
}

export interface Finding<P> {
  /** One sentence, lower case, the person's own words in backticks. */
  readonly message: string | ((about: InLanguage<P>) => string)
  /** Said beside the carets; an empty text says nothing. */
  readonly label?: string | ((about: InLanguage<P>) => string)
  /** What to do; an empty text says nothing. */
  readonly help?: string | ((about: InLanguage<P>) => string)
  /** What the fix does that writes this text. */
  readonly fix?: string | ((text: string) => string)
}

export type FindingTexts<Rows> = {
  readonly [C in keyof Rows]: Rows[C] extends Entry<infer P> ? Finding<P> : never
}
