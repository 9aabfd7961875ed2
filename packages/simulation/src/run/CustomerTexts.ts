/** The texts of simulated people: short sentences in the language of the policy. */
import type { Bundle, exampleEvidence } from "@hearback/core"
import { texts } from "../text/catalogue/Texts.ts"

/** An occasion on which somebody gives a reason. */
type Occasion =
  | "hand-over"
  | "compensate"
  | "deny"
  | "found-wrong"
  | "reclassify"
  | "reopen"
  | "extend"
  | "waive"
  | "split"

type AtGates = NonNullable<Parameters<typeof exampleEvidence>[3]["words"]>
type Said = Occasion | Parameters<AtGates>[0] | "where" | "demand" | "description"

type Speaking = { readonly bundle: { readonly language: Bundle.Language } }

/** Returns a customer's text for an occasion; `n` selects one of several if they must differ. */
export const wordsOf =
  ({ bundle: { language } }: Speaking) =>
  (what: Said, count?: number): string => {
    const words = texts[language].writing[what]
    return count === undefined ? words : `${words} ${count}`
  }
