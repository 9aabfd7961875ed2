/** Codes `finding/…`: findings that an author accepted. Codes `analysis/…`: parts that could not be analysed. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const finding = {
  "finding/nothing-accepted": entry<{ finding: string; where: string }>({ level: "warning" }),
  "finding/expired": entry<{ finding: string; expires: string }>({ level: "warning" }),
  "finding/error-accepted": entry<{ finding: string }>({ level: "error" }),
  "analysis/not-done": entry<{ what: string; rows: number; limit: number }>({ level: "warning" })
}
