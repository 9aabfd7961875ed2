/** `log/…`: what an event log cannot be read by. */

import { entry } from "../text/Entry.ts"

export const log = {
  "log/time-format": entry<{ found: string }>({ level: "error" })
}
