/** One row of the catalogue of refusals: the parameters it reads and its sentence in every language. */

import type { Reason } from "../../case/Refusal.ts"
import type { Language } from "../../policy/Bundle.ts"
import type { Saying } from "../Said.ts"

type Said = Readonly<Record<string, string>>

/** A parameter without the mark that the sentence also reads well without it. */
type Name<P extends string> = P extends `${infer N}?` ? N : P

export interface Entry {
  /** Parameters of `says`; `known?` may be missing. */
  readonly reads: readonly string[]
  readonly text: Saying<[says: Said]>
}

/** Makes a row about these parameters. */
export const entry = <const P extends string>(
  reads: readonly P[],
  text: Saying<[says: Readonly<Record<Name<P>, string>>]>
): Entry => ({ reads, text: text as unknown as Entry["text"] })

/**
 * Reads the parameters of a reason; `within.zh-CN` beside `within` is the same words in that language. What is missing
 * is nothing where the sentence reads well without it, else an ellipsis, never a placeholder.
 */
export const saysOf = (row: Entry, { says }: Reason, language: Language): Said =>
  Object.fromEntries(
    row.reads.map((read) => {
      const name = read.replace(/\?$/, "")
      return [name, String(says[`${name}.${language}`] ?? says[name] ?? (name === read ? "…" : ""))]
    })
  )
