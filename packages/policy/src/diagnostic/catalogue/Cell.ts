/** Codes `cell/…`: a cell of a condition that does not fit its input. */

import type { TranslatedText } from "../../text/shape/TranslatedText.ts"
import { entry } from "../text/Entry.ts"

/** The type that a test compares with, if it is no number. */
export type Tested = "date" | "length"

/** The entries of these codes. */
export const cell = {
  "cell/wrong-type": entry<{ input: string; expected: TranslatedText; found: string }>({ level: "error" }),
  "cell/unknown-value": entry<{
    input: string
    found: string
    known: ReadonlyArray<string>
    guess?: string
    sure?: boolean
  }>({ level: "error", fix: ({ guess, sure }) => (guess !== undefined && sure === true ? guess : undefined) }),
  "cell/syntax": entry<{ found: string; of?: Tested | undefined }>({ level: "error" }),
  "cell/number-form": entry<{ found: string; proposal?: string }>({
    level: "error",
    fix: ({ proposal }) => (proposal === undefined ? undefined : proposal)
  }),
  "cell/contained": entry<{ found: string; by: string }>({ level: "warning" }),
  "cell/always": entry<{ input: string; found: string }>({ level: "warning" }),
  "cell/never": entry<{ input: string; found: string }>({ level: "error" })
}
