/** The result of a step's command. */
import type { Refusal } from "@hearback/core"
import { type Say, said, type TranslatedText } from "../../../text/TranslatedTexts.ts"

/** The result of a step's command. */
export interface ActResult {
  /** Rules that refuse it, as paths and codes. */
  readonly rejected: readonly string[]
  /** Rules that it exceeds, so that it waits for an approval. */
  readonly pending: readonly string[]
  /** Whether the command itself waits, and not only something that followed from it. */
  readonly waits?: boolean
  readonly refusal?: Refusal.Refusal
  /** The message, if there is no refusal. */
  readonly says?: TranslatedText
  /** The reason why it cannot be done here at all, whatever the step expects. */
  readonly impossible?: TranslatedText
}

/** The result of a command that was accepted. */
export const done: ActResult = { rejected: [], pending: [] }
/** Returns the result of a step that cannot be done. */
export const impossible = (say: Say): ActResult => ({ ...done, impossible: said(say) })

/** Returns the result of a refused command, with every name of each reason. */
export const refused = (refusal: Refusal.Refusal): ActResult => ({
  ...done,
  refusal,
  rejected: refusal.reasons.flatMap(({ code, rule }) => (rule === undefined ? [code] : [rule, code]))
})
