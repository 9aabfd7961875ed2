/** Codes `alarm/…`, `learning/…`, `retention/…`, `problem/…`, `sending/…`: rules that apply to every case. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const governance = {
  "alarm/no-condition": entry<{ alarm: string }>({ level: "error" }),
  "alarm/nobody": entry<{ alarm: string }>({ level: "warning" }),
  "alarm/never-raised": entry<{ alarm: string }>({ level: "warning" }),
  "alarm/tells-lower": entry<{ alarm: string; other: string }>({ level: "warning" }),
  "assume/rules-out": entry<{ is: "all" | "loop" | "gate" | "clock" | "alarm"; name: string }>({ level: "warning" }),
  "problem/may-be-unknown": entry<{ input: string }>({ level: "warning" }),
  "problem/no-case": entry<{ input: string }>({ level: "error" }),
  "sending/quiet-all-day": entry<Record<never, never>>({ level: "error" }),
  "sending/digest-too-long": entry<{ digest: string; within: string; where: string }>({ level: "warning" }),
  "sending/nothing-hidden": entry<{ where: string }>({ level: "warning" }),
  "sending/no-such-fact": entry<Record<never, never>>({ level: "warning" }),
  "retention/before-reopening": entry<{ where: string }>({ level: "warning" }),
  "learning/counting-is-no-target": entry<{ measure: string }>({ level: "warning" }),
  "learning/best-is-missed": entry<{ measure: string; best: string }>({ level: "warning" })
}
