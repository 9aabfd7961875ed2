/** Codes `channel/…` and `form/…`: where feedback comes from, and what the customer is asked for. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const channel = {
  "channel/no-question": entry<{ channel: string }>({ level: "warning" }),
  "channel/no-routine": entry<{ channel: string; key: string }>({ level: "error" }),
  "channel/not-routine": entry<{ channel: string; key: string }>({ level: "warning" }),
  "channel/not-active": entry<{ channel: string; key: string }>({ level: "warning" }),
  "channel/no-case": entry<{ channel: string; input: string }>({ level: "error" }),
  "channel/bad-scale": entry<{ channel: string }>({ level: "error" }),
  "channel/score-twice": entry<{ channel: string; kind: string; other: string }>({ level: "warning" }),
  "channel/score-reversed": entry<{ channel: string }>({ level: "warning" }),
  "channel/score-never": entry<{ channel: string; kind: string }>({ level: "warning" }),
  "channel/rest-too-long": entry<{ channel: string; rest: string; frequency: string }>({ level: "warning" }),
  "channel/says-otherwise": entry<{ channel: string; says: string; key: string; is: string }>({ level: "warning" }),
  "form/field-twice": entry<{ field: string }>({ level: "warning" }),
  "form/idle-question": entry<{ question: string }>({ level: "warning" }),
  "form/too-long": entry<{ count: number; most: number }>({ level: "warning" })
}
