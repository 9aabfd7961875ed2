/** Codes `points/…`: dimensions whose grade is a sum of points. */

import { entry } from "../text/Entry.ts"

/** The least and the greatest sum that a dimension can have. */
export interface Sums {
  readonly least: number
  readonly greatest: number
}

/** The entries of these codes. */
export const points = {
  "points/gap": entry<{ dimension: string; sum: string } & Sums>({ level: "error" }),
  "points/overlap": entry<{ dimension: string; sum: string; levels: ReadonlyArray<string> }>({ level: "error" }),
  "points/not-a-scale": entry<{ fact: string }>({ level: "error" }),
  "points/idle-row": entry<{ dimension: string }>({ level: "warning" }),
  "points/too-many": entry<{ rows: number; limit: number }>({ level: "error" })
}
