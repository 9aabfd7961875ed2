/** Writes pages of policies: what is shown of a policy, and the page of a check. */
import { Policy } from "@hearback/core"
import { type Compiled, type Diagnostic, packView } from "@hearback/policy"
import { absolute } from "../file/Paths.ts"
import { checkPageOf } from "../page/policy/CheckPage.ts"
import type { Shown } from "../page/policy/part/PolicyView.ts"
import type { CommandContext } from "../program/Command.ts"
import { written } from "../simulate/AnswerFile.ts"

/** Returns what is shown of a policy, with its findings; undefined if it has errors. */
export const shownOf = (
  { bundle, sources, version, files }: Compiled,
  diagnostics: readonly Diagnostic[]
): Shown | undefined =>
  bundle && {
    policy: Policy.load(bundle),
    diagnostics,
    sources,
    version,
    packs: files.flatMap(({ path }) => (path.startsWith("pack:") ? (packView(path) ?? []) : []))
  }

/** A policy that was checked. */
export interface CheckedPolicy {
  readonly path: string
  readonly diagnostics: readonly Diagnostic[]
  readonly compiled: Compiled
}

/** Writes the page of a check. Returns its path for people. */
export const writeCheckPage = (named: string, checked: readonly CheckedPolicy[], context: CommandContext): string => {
  const pictured = checked.map(({ path, diagnostics, compiled }) => ({
    path,
    diagnostics,
    shown: shownOf(compiled, diagnostics)
  }))
  return written(absolute(named, context), checkPageOf(pictured, context), context)
}
