/** Codes `matrix/…`: the matrix of a dimension. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const matrix = {
  "matrix/hole": entry<{ dimension: string; row: string; column?: string }>({ level: "error" }),
  "matrix/unknown-level": entry<{ level: string; known: ReadonlyArray<string> }>({ level: "error" }),
  "matrix/mixed-levels": entry<{ dimension: string; one: string; other: string }>({ level: "error" })
}
