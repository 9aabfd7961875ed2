/**
 * Repairs the files of a policy by the fixes of its findings.
 *
 * Invariant: fixes are applied only where checking again finds less than before, and nothing that was not found before.
 * So a fix that was meant well and goes wrong, such as blanks for a tab in a line that belongs elsewhere, changes nothing.
 */
import type { Diagnostic } from "../diagnostic/Diagnostic.ts"
import { repaired } from "../diagnostic/Repair.ts"
import { parseYaml } from "../parse/YamlParser.ts"
import { type Compiled, compile } from "./Compilation.ts"
import { folderOf, type Sources } from "./Files.ts"

/** One file before and after; its path is relative to the folder of the root file. */
export interface Repaired {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** Fixes lay bare others; more rounds than this mean that two of them undo each other. */
const rounds = 5
/** How many fixes are tried one by one where not all of them together do good. */
const mostAlone = 100

/** Returns the files of a policy that fixes change; packs are left as they are. */
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

/** The texts of files that were changed, and what is found with them. */
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

/** Returns the policy with these fixes, and those of what they lay bare; nothing where it is no better for them. */
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

/** What cannot be read cannot be checked: a fix in it may be wrong, and nobody would see that. */
const isRead = ({ texts }: State): boolean =>
  [...texts].every(([path, text]) => parseYaml({ path, text }).tree !== undefined)

/** What did good may have made room for more: of fixes that meet only the first was applied. */
const further = (sources: Sources, state: State): State => {
  const fixes = fixable(state.diagnostics)
  return fixes.length === 0 ? state : (better(sources, state, fixes) ?? oneByOne(sources, state))
}

const oneByOne = (sources: Sources, from: State): State => {
  let state = from
  let tried = 0
  // A fix that was applied leaves the others at other places: they are looked up anew, behind those tried already.
  for (let at = 0; tried < mostAlone; tried++) {
    const fix = fixable(state.diagnostics)[at]
    if (fix === undefined) break
    const next = better(sources, state, [fix])
    if (next === undefined) at += 1
    else state = next
  }
  return state
}

/** The same finding, wherever it stands by now. */
const keyOf = ({ code, message, primary }: Diagnostic): string =>
  [primary.span.file.path, code, message.en].join("\u0000")

const countsOf = (diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const each of diagnostics) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1)
  return counts
}

/** Returns the findings that were not there before. */
const added = (known: ReadonlyMap<string, number>, after: readonly Diagnostic[]): readonly Diagnostic[] => {
  const left = new Map(known)
  return after.filter((each) => {
    const count = left.get(keyOf(each)) ?? 0
    left.set(keyOf(each), count - 1)
    return count <= 0
  })
}

/** What can be checked at last may give something to know: that is no fault of the fix. */
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
