/** The pages of policies: what is shown of one, and the page that a check leaves behind. */
import { Policy } from "@hearback/core"
import { type Compiled, type Diagnostic, packView } from "@hearback/policy"
import { absolute } from "../file/Paths.ts"
import { type CheckedPolicy, checkPageOf } from "../page/policy/CheckPage.ts"
import type { Shown } from "../page/policy/part/PolicyView.ts"
import type { Context, Request } from "../program/Command.ts"
import { written } from "../simulate/Written.ts"

/** Returns what is shown of a policy, with what the check says of it; undefined where it has errors. */
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

/** Writes the page of a check where one is named. Returns its path for people. */
export const writeCheckPage = (
  checked: readonly CheckedPolicy[],
  request: Request,
  context: Context
): readonly string[] => {
  const named = request.one("html")
  return named === undefined ? [] : [written(absolute(named, context), checkPageOf(checked, context), context)]
}
