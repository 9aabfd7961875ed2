/** What simulated people write: short and to the point, in the language of the policy. */
import type { Bundle, exampleEvidence } from "@hearback/core"
import { texts } from "../text/catalogue/Texts.ts"

/** What somebody gives a reason for. */
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

/** Returns a customer's text for an occasion; the `n`-th of several where they have to differ. */
export const wordsOf =
  ({ bundle: { language } }: Speaking) =>
  (what: Said, count?: number): string => {
    const words = texts[language].writing[what]
    return count === undefined ? words : `${words} ${count}`
  }
