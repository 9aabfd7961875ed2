/**
 * How one policy lies over another: maps merge by key, deep; scalars and lists replace; `removed` takes an entry
 * out; `{ also, without }` grows or thins a list, on a table with the new rows before the inherited ones.
 */
import { defined } from "@hearback/core"
import { type ListTree, type MapTree, step, type Tree, wordOf } from "./Tree.ts"

/** Returns whether an entry is taken out. */
const isRemoval = (tree: Tree): boolean => wordOf(tree) === "removed"

/** Returns whether a value says only how an inherited list changes. */
const isListChange = (tree: MapTree): boolean =>
  tree.entries.size > 0 && [...tree.entries.keys()].every((key) => key === "also" || key === "without")

/** What takes an entry out, its name, and the names that are inherited at that place. */
interface Removal {
  readonly tree: Tree
  readonly name: string
  readonly there: readonly string[]
}

/** What merging found that somebody should hear of. */
export interface Notes {
  /** An entry was taken out; `was` is what was inherited. */
  readonly removed: (removal: Removal, was: Tree | undefined, path: string) => void
  /** An item was to be taken out of a list that does not have it. */
  readonly absent: (item: Tree, path: string) => void
  /** A list that nothing inherits was to be changed. */
  readonly nothing: (change: Tree, path: string, word: string) => void
}

/** Nobody hears. */
const silent: Notes = { removed: () => {}, absent: () => {}, nothing: () => {} }

/** Lays `over` upon `base`. */
export const merge = (base: Tree | undefined, over: Tree, notes: Notes = silent, path = ""): Tree => {
  if (over._tag !== "Map") return base === undefined ? over : { ...over, over: base }
  if (isListChange(over)) {
    if (base === undefined) notes.nothing(over, path, [...over.entries.keys()][0] ?? "also")
    return changed(base, over, (item) => notes.absent(item, step(path, wordOf(item) ?? "without")))
  }
  const under = base?._tag === "Map" ? base.entries : new Map<string, Tree>()
  const entries = new Map(under)
  for (const [key, value] of over.entries) {
    const was = under.get(key)
    const here = step(path, key)
    if (isRemoval(value)) {
      notes.removed({ tree: value, name: key, there: [...under.keys()] }, was, here)
      entries.delete(key)
    } else entries.set(key, merge(was, value, notes, here))
  }
  // A map that replaced another kind of value remembers it, and whatever is merged over that map does too.
  const replaced = base?._tag === "Map" ? base.over : base
  return { ...over, entries, ...defined({ over: replaced }) }
}

const changed = (base: Tree | undefined, change: MapTree, absent: (item: Tree) => void): ListTree => {
  const inherited = base === undefined ? [] : base._tag === "List" ? base.items : [base]
  const there = new Set(inherited.map(content))
  const out = new Set(itemsIn(change, "without").map(content))
  if (base !== undefined) for (const item of itemsIn(change, "without")) if (!there.has(content(item))) absent(item)
  const kept = inherited.filter((item) => !out.has(content(item)))
  const had = new Set(kept.map(content))
  const added = itemsIn(change, "also").filter((item) => !had.has(content(item)))
  const table = [...kept, ...added].some((item) => item._tag === "Map")
  const items = table ? [...added, ...kept] : [...kept, ...added]
  const made = { _tag: "List", path: "", named: change.named, span: change.span, items } as const
  return base === undefined ? made : { ...made, over: base }
}

const itemsIn = (change: MapTree, key: string): readonly Tree[] => {
  const value = change.entries.get(key)
  return value === undefined ? [] : value._tag === "List" ? value.items : [value]
}

/** Returns what a tree says, without where: equal strings mean equal content. */
export const content = (tree: Tree): string => {
  switch (tree._tag) {
    case "Scalar":
      return JSON.stringify(tree.text)
    case "List":
      return `[${tree.items.map(content).join()}]`
    case "Map":
      return `{${[...tree.entries]
        .map(([key, value]) => `${JSON.stringify(key)}:${content(value)}`)
        .sort()
        .join()}}`
  }
}
