/** Codes `shape/…`: keys and values that the language does not have at their place. */

import type { TranslatedText } from "../../text/shape/TranslatedText.ts"
import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const shape = {
  "shape/unknown-key": entry<{
    key: string
    where: TranslatedText
    guess?: string
    sure?: boolean
    allowed: ReadonlyArray<string>
  }>({ level: "error", fix: ({ guess, sure }) => (guess !== undefined && sure === true ? guess : undefined) }),
  "shape/item-twice": entry<{ item: string }>({ level: "warning" }),
  "shape/empty-list": entry<{ key: string }>({ level: "warning" }),
  "shape/no-effect": entry<{ key: string; why: TranslatedText }>({ level: "warning" }),
  "shape/missing-key": entry<{ keys: ReadonlyArray<string>; where: TranslatedText; any?: boolean }>({ level: "error" }),
  "shape/two-of": entry<{ keys: ReadonlyArray<string>; where: TranslatedText }>({ level: "error" }),
  "shape/wrong-type": entry<{ where?: string; expected: TranslatedText; found: TranslatedText }>({ level: "error" }),
  "shape/unknown-word": entry<{
    word: string
    where?: string
    guess?: string
    sure?: boolean
    allowed: ReadonlyArray<string>
  }>({ level: "error", fix: ({ guess, sure }) => (guess !== undefined && sure === true ? guess : undefined) })
}
