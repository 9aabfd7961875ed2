/**
 * Repairs the files of a policy by the fixes of its findings.
 *
 * Invariant: fixes are applied only if checking again finds less than before, and nothing new. So a wrong fix (such
 * as blanks for a tab in a line that belongs elsewhere) changes nothing.
 */
import type { Diagnostic } from "../diagnostic/Diagnostic.ts"
import { repaired } from "../diagnostic/Repair.ts"
import { parseYaml } from "../parse/YamlParser.ts"
import { type Compiled, compile } from "./Compilation.ts"
import { folderOf, type Sources } from "./Files.ts"

/** One file before and after the repair. Its path is relative to the folder of the root file. */
export interface Repaired {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** The most rounds of repair. Fixes can uncover other fixes; more rounds mean that two of them undo each other. */
const rounds = 5
/** The most fixes that are tried one by one if all of them together do not improve the policy. */
const mostAlone = 100

/** Returns the files of a policy that fixes change. Packs are never changed. */
export const repair = (sources: Sources): readonly Repaired[] => {
  const texts = new Map<string, string>()
  let state = checked(sources, texts)
  const before = new Map(ownFiles(state).map(({ path, text }) => [path, text]))
  state = better(sources, state, fixable(state.diagnostics)) ?? oneByOne(sources, state)
  return [...state.texts].flatMap(([path, after]) => {
    const was = before.get(path)
    return was === undefined || was === after ? [] : [{ path, before: was, after }]
  })
}

/** The texts of changed files, and the findings that they then have. */
interface State extends Compiled {
  readonly texts: ReadonlyMap<string, string>
}

const checked = (sources: Sources, texts: ReadonlyMap<string, string>): State => {
  const folder = folderOf(sources.root)
  const read: Sources["read"] = (path) =>
    (path.startsWith(folder) ? texts.get(path.slice(folder.length)) : undefined) ?? sources.read(path)
  return { ...compile({ ...sources, read }), texts }
}

const ownFiles = ({ files }: Compiled) => files.filter(({ path }) => !path.startsWith("pack:"))

const fixable = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ fix }) => fix !== undefined && !fix.span.file.path.startsWith("pack:"))

/** Returns the policy with these fixes and those that they uncover; undefined if it does not improve. */
const better = (sources: Sources, from: State, fixes: readonly Diagnostic[]): State | undefined => {
  const known = countsOf(from.diagnostics)
  let state = from
  let next = fixes
  for (let round = 0; round < rounds && next.length > 0; round++) {
    const texts = new Map(state.texts)
    for (const file of ownFiles(state)) {
      const text = repaired(file, next)
      if (text !== file.text) texts.set(file.path, text)
    }
    state = checked(sources, texts)
    if (isBetter(known, from.diagnostics, state.diagnostics) && isRead(state))
      return round === 0 ? further(sources, state) : state
    next = fixable(added(known, state.diagnostics))
  }
  return undefined
}

/** Returns whether all files can be parsed. Other files cannot be checked, so a wrong fix would stay unnoticed. */
const isRead = ({ texts }: State): boolean =>
  [...texts].every(([path, text]) => parseYaml({ path, text }).tree !== undefined)

/** Applies fixes again after a success: of fixes that overlap, only the first was applied. */
const further = (sources: Sources, state: State): State => {
  const fixes = fixable(state.diagnostics)
  return fixes.length === 0 ? state : (better(sources, state, fixes) ?? oneByOne(sources, state))
}

const oneByOne = (sources: Sources, from: State): State => {
  let state = from
  let tried = 0
  // An applied fix moves the others, so they are looked up again, after those already tried.
  for (let at = 0; tried < mostAlone; tried++) {
    const fix = fixable(state.diagnostics)[at]
    if (fix === undefined) break
    const next = better(sources, state, [fix])
    if (next === undefined) at += 1
    else state = next
  }
  return state
}

/** Returns whether two findings are the same, wherever they now are. */
const keyOf = ({ code, message, primary }: Diagnostic): string =>
  [primary.span.file.path, code, message.en].join("\u0000")

const countsOf = (diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const each of diagnostics) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1)
  return counts
}

/** Returns the findings that are new. */
const added = (known: ReadonlyMap<string, number>, after: readonly Diagnostic[]): readonly Diagnostic[] => {
  const left = new Map(known)
  return after.filter((each) => {
    const count = left.get(keyOf(each)) ?? 0
    left.set(keyOf(each), count - 1)
    return count <= 0
  })
}

/** Returns whether a new finding is only information that became visible after the fix; the fix did not cause it. */
const isBetter = (
  known: ReadonlyMap<string, number>,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[]
): boolean => {
  const isFewer = after.length < before.length && added(known, after).length === 0
  return isFewer || (faults(after).length < faults(before).length && added(known, faults(after)).length === 0)
}

const faults = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ level }) => level !== "info")
