/** Codes `routine/…`: the times of day at which cases open by themselves. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const routine = {
  "routine/bad-time": entry<{ found: string }>({ level: "error" }),
  "routine/never": entry<{ channel: string }>({ level: "error" }),
  "routine/twice": entry<{ channel: string }>({ level: "error" })
}
