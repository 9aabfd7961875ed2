/** Codes `category/…` and `dictionary/…`: the dictionary as a whole. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const category = {
  "category/never-chosen": entry<{ category: string }>({ level: "warning" }),
  "category/no-default": entry<{ category: string; dimension: string; row: string }>({ level: "error" }),
  "category/no-otherwise": entry<{ dimension: string; row: string }>({ level: "error" }),
  "category/cycle": entry<{ path: ReadonlyArray<string> }>({ level: "error" }),
  "dictionary/word-twice": entry<{ word: string; one: string; other: string }>({ level: "warning" })
}
