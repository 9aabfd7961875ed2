/** `points/…`: dimensions of grading that add points up. */

import { entry } from "../text/Entry.ts"

/** What the sums of a dimension can be. */
export interface Sums {
  readonly least: number
  readonly greatest: number
}

export const points = {
  "points/gap": entry<{ dimension: string; sum: string } & Sums>({ level: "error" }),
  "points/overlap": entry<{ dimension: string; sum: string; levels: ReadonlyArray<string> }>({ level: "error" }),
  "points/not-a-scale": entry<{ fact: string }>({ level: "error" }),
  "points/idle-row": entry<{ dimension: string }>({ level: "warning" }),
  "points/too-many": entry<{ rows: number; limit: number }>({ level: "error" })
}
