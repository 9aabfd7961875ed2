/**
 * Reads a policy as git passes it to `diff --git`: after the path in the work tree come the file, hash and mode of
 * each side and, after a rename, the new path. Other files of the policy are read from the work tree.
 */
import { dirname } from "node:path"
import { compileContent } from "@hearback/policy/node"
import { bytesOf } from "../file/Bytes.ts"
import { absolute } from "../file/Paths.ts"
import type { CommandContext } from "../program/Command.ts"
import type { PolicySide } from "../render/diff/DifferenceLines.ts"
import { findingsText, seenFrom } from "./Findings.ts"

/** Undefined if the file does not exist; a text if it is no policy that can be compared. */
export type FromGit = PolicySide | string | undefined

interface FilesOfGit {
  readonly before: FromGit
  readonly after: FromGit
}

/**
 * Returns both versions of a policy that git passes; undefined for a file that is being merged, for which git gives
 * only the path.
 */
export const sidesFromGit = (
  path: string,
  [before, , , after, , , renamed = path]: readonly string[],
  context: CommandContext
): FilesOfGit | undefined =>
  before === undefined || after === undefined
    ? undefined
    : { before: sideOf(path, before, context), after: sideOf(renamed, after, context) }

const sideOf = (named: string, file: string, context: CommandContext): FromGit => {
  const path = absolute(named, context)
  const content = file === "/dev/null" || file === "nul" ? undefined : bytesOf(absolute(file, context), context)
  if (content === undefined) return undefined
  const { bundle, diagnostics } = compileContent(path, content)
  if (bundle !== undefined) return { path, bundle }
  const errors = diagnostics.filter(({ level }) => level === "error")
  return findingsText(seenFrom(dirname(path), errors, context), "compact", context)
}
