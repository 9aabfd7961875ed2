/** Codes `scenario/…`: steps that cannot be read. An expectation that does not hold is a report, not a finding. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const scenario = {
  "scenario/two-verbs": entry<{ verbs: ReadonlyArray<string> }>({ level: "error" }),
  "scenario/unknown-case": entry<{ name: string }>({ level: "error" }),
  "scenario/reserved-case": entry<{ name: string }>({ level: "error" }),
  "scenario/nobody-acts": entry<{ verb: string }>({ level: "error" }),
  "scenario/missing-argument": entry<{ verb: string; argument: string }>({ level: "error" }),
  "scenario/backwards": entry<{ at: string; before: string }>({ level: "error" }),
  "scenario/expects-nothing": entry<{ name: string }>({ level: "error" }),
  "scenario/unused-column": entry<{ name: string }>({ level: "error" }),
  "scenario/missing-cell": entry<{ name: string }>({ level: "error" }),
  "scenario/other-policy": entry<{ path: string }>({ level: "error" })
}
