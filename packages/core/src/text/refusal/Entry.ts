/** One row of the catalogue of refusals: the parameters it reads and its sentence in every language. */

import type { Reason } from "../../case/Refusal.ts"
import type { Language } from "../../policy/Bundle.ts"
import { listed, type Saying } from "../phrase/Said.ts"

type Said = Readonly<Record<string, string | readonly string[]>>

/** A parameter without its marks: `known*` is a list; without `known?` and `known*?` the sentence reads well too. */
type Name<P extends string> = P extends `${infer N}*?` | `${infer N}*` | `${infer N}?` ? N : P

type SaidAs<P extends string> = {
  readonly [K in P as Name<K>]: K extends `${string}*` | `${string}*?` ? readonly string[] : string
}

export interface Entry {
  /** Parameters of `says`, with their marks. */
  readonly reads: readonly string[]
  readonly text: Saying<[says: Said]>
}

/** Makes a row about these parameters. */
export const entry = <const P extends string>(reads: readonly P[], text: Saying<[says: SaidAs<P>]>): Entry => ({
  reads,
  text: text as unknown as Entry["text"]
})

/** Returns what a parameter is called, and what its marks say. */
export const parameter = (
  read: string
): { readonly name: string; readonly isList: boolean; readonly may: boolean } => ({
  name: read.replace(/[*?]+$/, ""),
  isList: read.includes("*"),
  may: read.includes("?")
})

/**
 * Reads the parameters of a reason; `within.zh-CN` beside `within` is the same words in that language. What is missing
 * is nothing where the sentence reads well without it, else an ellipsis, never a placeholder.
 */
export const saysOf = (row: Entry, { says }: Reason, language: Language): Said =>
  Object.fromEntries(
    row.reads.map((read) => {
      const { name, isList, may } = parameter(read)
      const said = says[`${name}.${language}`] ?? says[name]
      if (isList) return [name, said === undefined ? (may ? [] : ["…"]) : listOf(said)]
      return [name, textOf(said ?? (may ? "" : "…"), language)]
    })
  )

const listOf = (said: Reason["says"][string]): readonly string[] => (typeof said === "object" ? said : [String(said)])

const textOf = (said: Reason["says"][string], language: Language): string =>
  typeof said === "object" ? listed(said, language) : String(said)
