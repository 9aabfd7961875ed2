/**
 * Makes one policy from its files: parts are joined, packs and base policies are merged under it, and every value
 * gets its path.
 *
 * A file is named as people write it: `pack:base`, or a path relative to the folder of the root file.
 */
import { defined } from "@hearback/core"
import type { Code, ParametersOf } from "../diagnostic/Catalogue.ts"
import { type Diagnostic, diagnose, type More, related } from "../diagnostic/Diagnostic.ts"
import { guessed } from "../diagnostic/UnknownWords.ts"
import { pathBeside } from "../source/FilePath.ts"
import { type Span, written } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import { withoutAlternatives } from "./Alternatives.ts"
import { loosened } from "./Binding.ts"
import { join } from "./JoinedParts.ts"
import { merge } from "./Merge.ts"
import { withWholeMessages } from "./Messages.ts"
import { type Conflict, combine, renderSteps } from "./PackCombination.ts"
import { replacedLoops, withoutLoops } from "./ReplacedLoops.ts"
import { dig, get, itemsOf, type MapTree, placed, type Tree, wordOf } from "./Tree.ts"

/** Opens the files of a policy. A file that cannot be read or parsed reports its own fault and is `undefined`. */
export interface Library {
  readonly open: (path: string, asked: Tree | undefined) => MapTree | undefined
  /** The available packs, for did-you-mean. */
  readonly packs: readonly string[]
}

/** A linked policy. */
export interface Linked {
  readonly root: MapTree
  /** Entries that merging removed, by path. */
  readonly removed: ReadonlyMap<string, Tree>
  /** What the policy extends, merged; its nodes have no path. */
  readonly inherited?: MapTree
  /** Whether the policy extends `pack:base`, directly or not, or is this pack itself. */
  readonly hasBase: boolean
}

/** Links a policy. Findings are passed to `say`. */
export const link = (path: string, library: Library, say: (found: Diagnostic) => void): Linked | undefined => {
  const linker: Linker = {
    library,
    say,
    removed: new Map(),
    done: new Map(),
    below: new Map(),
    reached: new Set(),
    lacking: new Set()
  }
  const tree = load(linker, path, undefined, [])
  if (tree === undefined) return undefined
  const root = placed(tree) as MapTree
  const there = linker.removed.size === 0 ? new Set<string>() : pathsOf(root)
  const removed = new Map([...linker.removed].filter(([gone]) => !there.has(gone)))
  return defined({ root, removed, inherited: linker.below.get(path), hasBase: linker.reached.has("base") })
}

const pathsOf = (tree: Tree, into = new Set<string>()): ReadonlySet<string> => {
  into.add(tree.path)
  if (tree._tag === "Map") for (const value of tree.entries.values()) pathsOf(value, into)
  return into
}

interface Linker {
  readonly library: Library
  readonly say: (found: Diagnostic) => void
  readonly removed: Map<string, Tree>
  /** Merged policies by path, so that a pack that is reached twice is one value. */
  readonly done: Map<string, MapTree>
  /** For each path, what the policy there extends. */
  readonly below: Map<string, MapTree>
  /** The ids of the packs that were reached. */
  readonly reached: Set<string>
  /** Policies that extend an unreadable policy, directly or not. What they inherit is unknown. */
  readonly lacking: Set<string>
}

const tell = <C extends Code>(linker: Linker, code: C, at: Span, about: ParametersOf<C>, more?: More): void =>
  linker.say(diagnose(code, about, at, more))

const load = (linker: Linker, path: string, asked: Tree | undefined, below: readonly string[]): MapTree | undefined => {
  const before = linker.done.get(path)
  if (before !== undefined) return before
  if (asked !== undefined && below.includes(path)) {
    tell(linker, "extends/cycle", asked.span, { names: [...below.slice(below.indexOf(path)), path] })
    return undefined
  }
  const opened = linker.library.open(path, asked)
  if (opened === undefined) return undefined
  const own = withWholeMessages(opened)
  const id = wordOf(get(own, "pack"))
  if (id !== undefined) linker.reached.add(id)
  const whole = withParts(linker, path, own)
  const inherited = extended(linker, path, whole, [...below, path])
  if (inherited !== undefined) linker.below.set(path, inherited.tree)
  const merged = over(linker, path, inherited, whole)
  linker.done.set(path, merged)
  return merged
}

/** Joins the parts of a policy to its root file. */
const withParts = (linker: Linker, path: string, own: MapTree): MapTree => {
  const id = wordOf(get(own, "policy")) ?? wordOf(get(own, "pack")) ?? ""
  return itemsOf(get(own, "parts")).reduce<MapTree>((whole, item) => {
    const file = beside(linker, path, item)
    const part = file === undefined ? undefined : linker.library.open(file, item)
    if (part === undefined) return whole
    const of = get(part, "part-of")
    if (of !== undefined && wordOf(of) !== id)
      tell(linker, "extends/part-of-another", of.span, { part: wordOf(of) ?? "", policy: id })
    const entries = new Map([...part.entries].filter(([key]) => key !== "hearback" && key !== "part-of"))
    return join(whole, withWholeMessages({ ...part, entries }), (twice) =>
      tell(
        linker,
        "extends/part-twice",
        twice.second.named,
        { path: twice.path },
        {
          related: [
            related(
              twice.first.named,
              said((t) => t.place.alsoHere),
              true
            )
          ]
        }
      )
    )
  }, own)
}

interface Inherited {
  readonly tree: MapTree
  readonly conflicts: readonly Conflict[]
}

/** Combines the policies that a policy extends. */
const extended = (linker: Linker, path: string, own: MapTree, below: readonly string[]): Inherited | undefined => {
  const conflicts: Conflict[] = []
  const trees = itemsOf(get(own, "extends")).flatMap((item) => {
    const name = wordOf(item)
    if (name === undefined) return []
    const pack = name.startsWith("pack:")
    if (pack && !linker.library.packs.includes(name)) {
      const { packs } = linker.library
      tell(linker, "extends/unknown", item.span, { name, known: packs, ...guessed(name, packs) })
      linker.lacking.add(path)
      return []
    }
    const file = pack ? name : beside(linker, path, item)
    const tree = file === undefined ? undefined : load(linker, file, item, below)
    if (file === undefined || tree === undefined || linker.lacking.has(file)) linker.lacking.add(path)
    return tree ?? []
  })
  const [first, ...rest] = trees
  if (first === undefined) return undefined
  const tree = rest.reduce((a, b) => combine(a, b, (found) => conflicts.push(found)), first)
  return { tree, conflicts: conflicts.filter(({ path: [top] }) => !heads.has(top ?? "")) }
}

/** Keys that describe a file itself; they are never inherited. */
const heads: ReadonlySet<string> = new Set([
  "hearback",
  "policy",
  "pack",
  "version",
  "title",
  "extends",
  "parts",
  "part-of",
  "effective"
])

const over = (linker: Linker, path: string, inherited: Inherited | undefined, own: MapTree): MapTree => {
  const entries = new Map([...(inherited?.tree.entries ?? [])].filter(([key]) => !heads.has(key)))
  const whole: MapTree = { ...(inherited?.tree ?? own), entries }
  const replaced = inherited === undefined ? [] : replacedLoops(whole, own)
  const base = withoutLoops(
    withoutAlternatives(whole, own),
    replaced.map(({ name }) => name)
  )
  for (const { name, was, by, now } of replaced) {
    const there = related(
      was.named,
      said((t) => t.place.inherited),
      true
    )
    tell(linker, "extends/loop-replaced", now.named, { loop: by, was: name }, { related: [there] })
    linker.removed.set(`loops.${name}`, now)
  }
  const knowsAll = !linker.lacking.has(path)
  const merged = merge(base, own, {
    removed: ({ tree, name, there }, was, path) => {
      if (was !== undefined) linker.removed.set(path, tree)
      else if (knowsAll) tell(linker, "extends/nothing-removed", tree.span, { path, ...meant(name, there) })
    },
    absent: (item, path) => knowsAll && tell(linker, "extends/nothing-removed", item.span, { path }),
    nothing: (change, path, word) => knowsAll && tell(linker, "extends/nothing-to-change", change.named, { path, word })
  }) as MapTree
  for (const conflict of inherited?.conflicts ?? [])
    if (dig(merged, ...conflict.path) === conflict.second) tellConflict(linker, own, conflict)
  for (const { path, from, to, at, was } of loosened(whole, merged))
    tell(
      linker,
      "binding/loosened",
      to === "removed" ? removalOf(linker, path, at) : at,
      { path, from, to },
      {
        related: [
          related(
            was,
            said((t) => t.place.binding),
            true
          )
        ]
      }
    )
  return { ...merged, named: own.named, span: own.span }
}

/** Returns the inherited name that was probably meant. */
const meant = (name: string, there: readonly string[]): { readonly guess?: string } =>
  defined({ guess: guessed(name, there).guess })

/** Returns where an entry, or one that contains it, was removed. */
const removalOf = (linker: Linker, path: string, otherwise: Span): Span => {
  const steps = path.split(".")
  const prefixes = steps.map((_, index) => steps.slice(0, steps.length - index).join("."))
  return prefixes.map((prefix) => linker.removed.get(prefix)?.span).find((at) => at !== undefined) ?? otherwise
}

const tellConflict = (linker: Linker, own: MapTree, { path, first, second }: Conflict): void => {
  const at = get(own, "extends")?.span ?? own.span
  const packs = [first.span.file.path, second.span.file.path] as const
  tell(
    linker,
    "extends/conflict",
    at,
    { path: renderSteps(path), packs },
    {
      related: [first, second].map((side) => {
        const words = written(side.span).split("\n", 1)[0] ?? ""
        return related(
          side.span,
          said((t) => t.place.hereItIs(words)),
          true
        )
      })
    }
  )
}

/**
 * Returns the path of a file that another one names; undefined, with a finding, if it is outside the policy's folder.
 */
const beside = (linker: Linker, path: string, item: Tree): string | undefined => {
  const name = wordOf(item) ?? ""
  const found = pathBeside(path, name)
  if (found === undefined) tell(linker, "file/outside", item.span, { path: name })
  return found
}
