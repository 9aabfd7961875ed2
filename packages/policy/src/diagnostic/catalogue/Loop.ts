/** Codes `loop/…`: the loops of a policy. */

import type { TranslatedText } from "../../text/shape/TranslatedText.ts"
import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const loop = {
  "loop/none-for-kind": entry<{ kinds: ReadonlyArray<string> }>({ level: "error" }),
  "loop/overlap": entry<{ loops: readonly [string, string]; inherited?: string }>({ level: "error" }),
  "loop/answer-held-back": entry<{ gate: string; until: string }>({ level: "warning" }),
  "loop/other-side": entry<{ who: TranslatedText; gate: string; side: "customer-loop" | "system-loop" }>({
    level: "warning"
  }),
  "loop/nothing-required": entry<{ loop: string }>({ level: "warning" }),
  "loop/never-holds": entry<{ loop: string; what: string }>({ level: "warning" }),
  "loop/nothing-anew": entry<{ cause: "dissatisfied" | "recurrence" | "failed"; gate: string; missing: string }>({
    level: "warning"
  }),
  "loop/ends-untold": entry<{ ending: string; both: boolean }>({ level: "warning" }),
  "loop/too-many-gates": entry<{ loop: string; limit: number }>({ level: "error" }),
  "loop/empty": entry<{ loop: string }>({ level: "error" })
}
