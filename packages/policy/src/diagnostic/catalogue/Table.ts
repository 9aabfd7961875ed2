/** Codes `table/…`: rows that leave a gap, overlap, or are never reached. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const table = {
  "table/gap": entry<{ table: string }>({ level: "error" }),
  "table/dead-row": entry<{ table: string; row: number; inherited?: ReadonlyArray<string> }>({ level: "warning" }),
  "table/mergeable": entry<{ row: number; other: number; input?: string }>({ level: "info" }),
  "table/after-otherwise": entry<{ table: string; row: number }>({ level: "error" })
}
