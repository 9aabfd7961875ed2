/** Codes `language/…`: versions of the policy language, and its two key languages. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const language = {
  "language/version": entry<{ found: string; newest: number }>({ level: "error" }),
  "language/mixed-keys": entry<{ word: string; right: string; first: string }>({
    level: "error",
    fix: ({ right }) => right
  })
}
