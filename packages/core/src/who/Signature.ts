/**
 * Who signs a gate: whom a word of the policy means, or a department by whoever speaks for it. The record keeps a text,
 * which only this module makes and reads.
 */
import type { Who } from "../policy/Bundle.ts"

export type Signatory =
  | { readonly _tag: "Who"; readonly who: Who }
  | { readonly _tag: "Department"; readonly department: string }

const mark = "department:"

/** Returns a signatory as the record names them. */
export const nameOf = (signatory: Signatory): string =>
  signatory._tag === "Who" ? signatory.who : mark + signatory.department

/** Returns the department, or the word for people, that a name in the record asks to sign. */
export const named = (name: string): Signatory =>
  name.startsWith(mark) ? { _tag: "Department", department: name.slice(mark.length) } : { _tag: "Who", who: name }

/** Returns those of whom nobody has signed yet; `signatures` as the record names them. */
export const missing = (asked: readonly Signatory[], signatures: readonly string[]): readonly Signatory[] =>
  asked.filter((signatory) => !signatures.includes(nameOf(signatory)))
