/**
 * A policy as git hands it to `diff --git`: behind the path in the work tree come file, hash and mode of either side, and
 * where the file was renamed its new path. What a policy reads beside it is not among that: it is as the work tree has it.
 */
import { dirname } from "node:path"
import { compileContent } from "@hearback/policy/node"
import { bytesOf } from "../file/Bytes.ts"
import { absolute } from "../file/Paths.ts"
import type { CommandContext } from "../program/Command.ts"
import type { PolicySide } from "../render/diff/DifferenceLines.ts"
import { findingsText, seenFrom } from "./Findings.ts"

/** Nothing where there is no such file; a text where it is no policy that can be compared. */
export type FromGit = PolicySide | string | undefined

interface FilesOfGit {
  readonly before: FromGit
  readonly after: FromGit
}

/**
 * Returns both versions of a policy that git hands over; nothing of a file that is being merged, of which git gives
 * the path alone.
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
