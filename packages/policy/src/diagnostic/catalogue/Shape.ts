/** `shape/…`: keys and values that the language does not have at their place. */

import type { Said } from "../../text/shape/Said.ts"
import { entry } from "../text/Entry.ts"

export const shape = {
  "shape/unknown-key": entry<{
    key: string
    where: Said
    guess?: string
    sure?: boolean
    allowed: ReadonlyArray<string>
  }>({ level: "error", fix: ({ guess, sure }) => (guess !== undefined && sure === true ? guess : undefined) }),
  "shape/item-twice": entry<{ item: string }>({ level: "warning" }),
  "shape/empty-list": entry<{ key: string }>({ level: "warning" }),
  "shape/no-effect": entry<{ key: string; why: Said }>({ level: "warning" }),
  "shape/missing-key": entry<{ keys: ReadonlyArray<string>; where: Said; any?: boolean }>({ level: "error" }),
  "shape/two-of": entry<{ keys: ReadonlyArray<string>; where: Said }>({ level: "error" }),
  "shape/wrong-type": entry<{ where?: string; expected: Said; found: Said }>({ level: "error" }),
  "shape/unknown-word": entry<{
    word: string
    where?: string
    guess?: string
    sure?: boolean
    allowed: ReadonlyArray<string>
  }>({ level: "error", fix: ({ guess, sure }) => (guess !== undefined && sure === true ? guess : undefined) })
}
