/** Writes a policy with everything that it extends as one file. */
import { defined } from "@hearback/core"
import type { Diagnostic } from "../diagnostic/Diagnostic.ts"
import { settle } from "../diagnostic/Report.ts"
import { type FlatOptions, flat } from "../format/FlatPolicy.ts"
import { link } from "../link/Link.ts"
import type { SourceFile } from "../source/SourceFile.ts"
import { filesOf, type Sources } from "./Files.ts"

/** The result of flattening. */
export interface Flattened {
  /** Absent if an error prevents reading the policy. */
  readonly text?: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Returns a policy merged with all that it extends, as one file. Errors: findings of parsing, shape and linking. */
export const flatten = (sources: Sources, { keys }: Pick<FlatOptions, "keys"> = {}): Flattened => {
  const files = filesOf(sources)
  const linked = link(files.root, files, (found) => files.told.push(found))
  const diagnostics = settle(files.told)
  if (linked === undefined || diagnostics.some(({ level }) => level === "error")) return { diagnostics }
  const spokenIn = (file: SourceFile) => files.languages.get(file) ?? "en"
  return { text: flat(linked.root, defined({ spokenIn, keys })), diagnostics }
}
