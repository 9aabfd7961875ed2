/** Codes `grade/…`: dimensions of grading as a whole. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const grade = {
  "grade/cycle": entry<{ dimensions: ReadonlyArray<string> }>({ level: "error" }),
  "grade/unreachable": entry<{ dimension: string; level: string }>({ level: "warning" }),
  "grade/inversion": entry<{ strong: string; weak: string; low: string; high: string }>({ level: "warning" }),
  "grade/reversed": entry<{ dimension: string; levels: ReadonlyArray<string> }>({ level: "warning" }),
  "grade/feeds-itself": entry<{ what: string; dimension: string }>({ level: "error" }),
  "grade/two-sources": entry<{ dimension: string; one: string; other: string }>({ level: "error" }),
  "grade/idle-lift": entry<{ dimension: string }>({ level: "warning" }),
  "grade/lift-too-far": entry<{ dimension: string; up: number; most: number }>({ level: "warning" }),
  "grade/no-source": entry<{ dimension: string }>({ level: "error" })
}
