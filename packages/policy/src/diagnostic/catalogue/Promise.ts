/** Codes `clock/…`: promises that contradict each other. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const promise = {
  "clock/priority-inversion": entry<{ clock: string; strong: string; weak: string }>({ level: "warning" }),
  "clock/due-before-its-turn": entry<{ gate: string; before: string }>({ level: "warning" }),
  "clock/point-before-start": entry<{ clocks: ReadonlyArray<string>; point: string; within: string }>({
    level: "warning"
  }),
  "clock/never-counts": entry<{ clock: string; other: string }>({ level: "warning" }),
  "clock/chain-too-long": entry<{ gate: string; steps: ReadonlyArray<string>; sum: string }>({ level: "warning" }),
  "clock/due-while-closed": entry<{ clock: string; within: string; closed: string }>({ level: "warning" }),
  "clock/no-calendar": entry<{ clocks: ReadonlyArray<string> }>({ level: "warning" })
}
