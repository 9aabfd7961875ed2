/**
 * Who signs a gate: people or roles that the policy names, or a department by its contact. The record keeps a text,
 * which only this module writes and reads.
 */
import type { Who } from "../policy/Bundle.ts"

/** Who has to sign: a person or role of the policy, or a department. */
export type Signatory =
  | { readonly _tag: "Who"; readonly who: Who }
  | { readonly _tag: "Department"; readonly department: string }

const mark = "department:"

/** Returns a signatory as the record names them. */
export const nameOf = (signatory: Signatory): string =>
  signatory._tag === "Who" ? signatory.who : mark + signatory.department

/** Returns the signatory that a name in the record means. */
export const named = (name: string): Signatory =>
  name.startsWith(mark) ? { _tag: "Department", department: name.slice(mark.length) } : { _tag: "Who", who: name }

/** Returns the signatories for whom nobody has signed yet. `signatures` are in the form of the record. */
export const missing = (asked: readonly Signatory[], signatures: readonly string[]): readonly Signatory[] =>
  asked.filter((signatory) => !signatures.includes(nameOf(signatory)))
