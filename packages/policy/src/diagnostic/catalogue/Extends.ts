/**
 * Codes `extends/…`: a policy that extends others. Codes `pack/…`, `binding/…` and `source/…`: what a pack leaves
 * open, makes binding and refers to.
 */

import type { TranslatedText } from "../../text/shape/TranslatedText.ts"
import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const extending = {
  "extends/unknown": entry<{ name: string; known: ReadonlyArray<string>; guess?: string; sure?: boolean }>({
    level: "error",
    fix: ({ guess, sure }) => (guess !== undefined && sure === true ? guess : undefined)
  }),
  "extends/cycle": entry<{ names: ReadonlyArray<string> }>({ level: "error" }),
  "extends/conflict": entry<{ path: string; packs: readonly [string, string] }>({ level: "error" }),
  "extends/no-base": entry({ level: "warning" }),
  "extends/removed-but-used": entry<{ path: string; by: string }>({ level: "error" }),
  "extends/loop-replaced": entry<{ loop: string; was: string }>({ level: "info" }),
  "extends/nothing-removed": entry<{ path: string; guess?: string }>({ level: "error" }),
  "extends/nothing-to-change": entry<{ path: string; word: string }>({ level: "error" }),
  "extends/part-twice": entry<{ path: string }>({ level: "error" }),
  "extends/part-of-another": entry<{ part: string; policy: string }>({ level: "error" }),
  "pack/left-open": entry<{ what: string | TranslatedText }>({ level: "info" }),
  "pack/not-a-pack": entry({ level: "error" }),
  "source/unknown": entry<{ basis: string; known: readonly string[] }>({ level: "warning" }),
  "binding/loosened": entry<{ path: string; from: string; to: string }>({ level: "error" })
}
