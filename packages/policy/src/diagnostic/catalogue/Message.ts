/** Codes `message/…`: messages to customers and staff. */

import type { TranslatedText } from "../../text/shape/TranslatedText.ts"
import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const message = {
  "message/missing": entry<{ message: string }>({ level: "error" }),
  "message/unknown-placeholder": entry<{
    placeholder: string
    guess?: string
    sure?: boolean
    known?: readonly string[]
  }>({ level: "error", fix: ({ guess, sure }) => (guess !== undefined && sure === true ? `{${guess}}` : undefined) }),
  "message/stray-brace": entry<{ found: string; proposal?: string }>({
    level: "error",
    fix: ({ proposal }) => (proposal === undefined ? undefined : proposal)
  }),
  "message/unknown-here": entry<{ placeholder: string; message: string; loop: string }>({ level: "warning" }),
  "message/too-early": entry<{ placeholder: string; message: string; gate: string }>({ level: "warning" }),
  "message/not-known-then": entry<{ placeholder: string; message: string; when: TranslatedText }>({ level: "warning" }),
  "message/must-say": entry<{ message: string; placeholder: string }>({ level: "error" }),
  "message/no-case": entry<{ message: string }>({ level: "error" }),
  "message/for-staff": entry<{ message: string }>({ level: "warning" }),
  "message/cycle": entry<{ messages: ReadonlyArray<string> }>({ level: "error" })
}
