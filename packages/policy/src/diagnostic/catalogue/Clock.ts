/** Codes `clock/…`: clocks that cannot run. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const clock = {
  "clock/no-limit": entry<{ clock: string }>({ level: "error" }),
  "clock/two-limits": entry<{ clock: string }>({ level: "error" }),
  "clock/no-date": entry<{ fact: string }>({ level: "error" }),
  "clock/cannot-repeat": entry<{ clock: string }>({ level: "error" }),
  "clock/never-happens": entry<{ key: string; moment: string }>({ level: "error" }),
  "clock/met-and-cancelled": entry<{ clock: string; by: string }>({ level: "warning" }),
  "clock/met-and-restarted": entry<{ clock: string; by: string }>({ level: "warning" }),
  "clock/never-extended": entry<{ times: number }>({ level: "error" }),
  "clock/idle": entry<{ clock: string; guess?: string }>({ level: "warning" }),
  "clock/over-at-once": entry<{ clock: string; gate: string; end?: string }>({ level: "warning" }),
  "clock/step-order": entry<{ point: string; before: string; again: boolean }>({ level: "warning" }),
  "clock/tells-nobody": entry<Record<never, never>>({ level: "warning" }),
  "clock/tells-lower": entry<{ now: ReadonlyArray<string>; before: ReadonlyArray<string> }>({ level: "warning" }),
  "clock/never-resumed": entry<{ reason: string; meant: string }>({ level: "warning" }),
  "clock/answered-too-late": entry<{ where: string; within: string }>({ level: "warning" }),
  "clock/cycle": entry<{ clocks: ReadonlyArray<string> }>({ level: "error" })
}
