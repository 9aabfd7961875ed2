/** One row of the catalogue of refusals: the parameters it reads and its sentence in every language. */
import type { Language } from "../../model/Bundle.ts"
import type { Reason } from "../../model/Refusal.ts"
import type { Saying } from "../Said.ts"

type Said = Readonly<Record<string, string>>

export interface Entry {
  /** Parameters of `says`; one that is missing is said as nothing, never as a placeholder. */
  readonly reads: readonly string[]
  readonly text: Saying<[says: Said]>
}

/** Makes a row about these parameters. */
export const entry = <const P extends string>(
  reads: readonly P[],
  text: Saying<[says: Readonly<Record<P, string>>]>
): Entry => ({ reads, text: text as unknown as Entry["text"] })

/** Reads the parameters of a reason; `within.zh-CN` beside `within` is the same words in that language. */
export const saysOf = (row: Entry, { says }: Reason, language: Language): Said =>
  Object.fromEntries(row.reads.map((name) => [name, String(says[`${name}.${language}`] ?? says[name] ?? "")]))
