/**
 * Translates paths into a policy (`authority.limits.agent.compensate`) or a simulation file into either key language.
 *
 * Names can contain dots, so a path is read with the outline of the language: the shortest name whose rest can be
 * read is taken.
 */

import { branchesOf, keyFound, underName } from "../outline/Branch.ts"
import { type FileOutline, languageOf, type Outline } from "../outline/Outline.ts"
import { type KeyLanguage, other } from "../vocabulary/KeyLanguage.ts"
import { across } from "../vocabulary/Word.ts"

/** Returns a path in the words of a language; undefined if it is no path in the words of the other one. */
export const pathIn = (text: string, to: KeyLanguage, kind: "policy" | "simulation" = "policy"): string | undefined => {
  const language = languageOf(kind)
  return after({ language, to }, text.split("."), [language.root])?.join(".")
}

interface Way {
  readonly language: FileOutline
  readonly to: KeyLanguage
}

/** Reads the steps of a path below a value. */
const after = (
  way: Way,
  [step, ...rest]: ReadonlyArray<string>,
  given: ReadonlyArray<Outline>
): ReadonlyArray<string> | undefined => {
  if (step === undefined) return []
  const branches = given.flatMap((each) => branchesOf(way.language, each))
  for (const branch of branches) {
    const found = keyFound(branch, step, other(way.to))
    const further = found && after(way, rest, [found.value])
    if (found && further) return [way.to === "en" ? found.en : found.zh, ...further]
  }
  const items = branches.flatMap((branch) => (branch.items === undefined ? [] : [branch.items]))
  if (/^[1-9]\d*$/.test(step) && items.length > 0) {
    const further = after(way, rest, items)
    if (further) return [step, ...further]
  }
  return afterName(way, [step, ...rest], branches)
}

const afterName = (
  way: Way,
  steps: ReadonlyArray<string>,
  branches: ReadonlyArray<Outline>
): ReadonlyArray<string> | undefined => {
  const values = branches.flatMap(underName)
  if (values.length === 0) return undefined
  for (let length = 1; length <= steps.length; length++) {
    const further = after(way, steps.slice(length), values)
    const name = steps.slice(0, length).join(".")
    if (further) return [across({ otherwise: "其余" }, name, way.to) ?? name, ...further]
  }
  return undefined
}
