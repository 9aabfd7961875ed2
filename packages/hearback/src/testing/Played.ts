/** What a command of a step came to. */
import type { Refusal } from "@hearback/core"

export interface Played {
  /** Rules that refuse it, paths and codes. */
  readonly rejected: readonly string[]
  /** Rules that it exceeds; it waits for somebody who may. */
  readonly pending: readonly string[]
  /** The command itself waits, not only something that followed from it. */
  readonly waits?: boolean
  readonly refusal?: Refusal.Refusal
  /** What to say where there is no refusal to quote. */
  readonly says?: string
  /** It cannot be done here at all, whatever the step expects. */
  readonly impossible?: string
}

export const done: Played = { rejected: [], pending: [] }
export const impossible = (why: string): Played => ({ ...done, impossible: why })

/** Every name by which a reason may be called. */
export const refused = (refusal: Refusal.Refusal): Played => ({
  ...done,
  refusal,
  rejected: refusal.reasons.flatMap(({ code, rule }) => (rule === undefined ? [code] : [rule, code]))
})
