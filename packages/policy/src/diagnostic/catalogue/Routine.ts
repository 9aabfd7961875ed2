/** `routine/…`: when cases open by themselves at times of the day. */

import { entry } from "../text/Entry.ts"

export const routine = {
  "routine/bad-time": entry<{ found: string }>({ level: "error" }),
  "routine/never": entry<{ channel: string }>({ level: "error" }),
  "routine/twice": entry<{ channel: string }>({ level: "error" })
}
