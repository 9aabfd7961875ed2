/** What a command of a step came to. */
import type { Refusal } from "@hearback/core"
import { type Say, said, type TranslatedText } from "../../../text/TranslatedTexts.ts"

export interface ActResult {
  /** Rules that refuse it, paths and codes. */
  readonly rejected: readonly string[]
  /** Rules that it exceeds; it waits for somebody who may. */
  readonly pending: readonly string[]
  /** The command itself waits, not only something that followed from it. */
  readonly waits?: boolean
  readonly refusal?: Refusal.Refusal
  /** What to say where there is no refusal to quote. */
  readonly says?: TranslatedText
  /** It cannot be done here at all, whatever the step expects. */
  readonly impossible?: TranslatedText
}

export const done: ActResult = { rejected: [], pending: [] }
export const impossible = (say: Say): ActResult => ({ ...done, impossible: said(say) })

/** Every name by which a reason may be called. */
export const refused = (refusal: Refusal.Refusal): ActResult => ({
  ...done,
  refusal,
  rejected: refusal.reasons.flatMap(({ code, rule }) => (rule === undefined ? [code] : [rule, code]))
})
