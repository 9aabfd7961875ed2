/** `language/…`: versions of the language, and its two sets of words. */

import { entry } from "../text/Entry.ts"

export const language = {
  "language/version": entry<{ found: string; newest: number }>({ level: "error" }),
  "language/mixed-keys": entry<{ word: string; right: string; first: string }>({
    level: "error",
    fix: ({ right }) => right
  })
}
