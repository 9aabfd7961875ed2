/** Codes `gate/…`: gates that cannot open, or whose evidence cannot be shown. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const gate = {
  "gate/cycle": entry<{ gates: ReadonlyArray<string> }>({ level: "error" }),
  "gate/no-kind": entry<{ gate: string }>({ level: "error" }),
  "gate/key-of-another-kind": entry<{ gate: string; key: string; kind: string; kinds: ReadonlyArray<string> }>({
    level: "error"
  }),
  "gate/waits-for-ever": entry<{ gate: string }>({ level: "warning" }),
  "gate/observes-nothing": entry<{ gate: string }>({ level: "warning" }),
  "gate/no-arbiter": entry<{ gate: string; rounds: number }>({ level: "warning" }),
  "gate/too-few-channels": entry<{ gate: string; asked: number; there: number }>({ level: "warning" }),
  "gate/too-few-attempts": entry<{ gate: string; asked: number; attempts: number }>({ level: "warning" }),
  "gate/out-of-sequence": entry<{ gate: string; other: string }>({ level: "warning" }),
  "gate/observes-less": entry<{ gate: string; level: string; milder: string }>({ level: "warning" }),
  "gate/back-to-itself": entry<{ gate: string }>({ level: "warning" }),
  "gate/asks-nothing": entry<{ gate: string; channel: string }>({ level: "warning" }),
  "gate/known-too-late": entry<{ gate: string; fact: string; by: string }>({ level: "warning" }),
  "gate/tells-nobody": entry<{ gate: string }>({ level: "warning" }),
  "gate/bypass": entry<{ how: "lane" | "optional" | "explained"; gate: string; by?: string }>({ level: "warning" }),
  "gate/self-approval": entry<{ gate: string }>({ level: "warning" }),
  "gate/never-decided": entry<{ gate: string }>({ level: "warning" }),
  "gate/no-meaning": entry<{ conclusion: string; guess?: string; sure?: boolean }>({ level: "warning" }),
  "gate/nobody": entry<{ gate: string; keepsItself?: boolean }>({ level: "error" })
}
