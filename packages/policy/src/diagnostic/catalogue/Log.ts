/** Codes `log/…`: mappings with which an event log cannot be read. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const log = {
  "log/time-format": entry<{ found: string }>({ level: "error" })
}
