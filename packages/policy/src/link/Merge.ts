/**
 * Merges one policy over another: maps are merged by key at every depth; scalars and lists replace; `removed` removes
 * an entry;
 * `{ also, without }` adds items to a list or removes some. In a table, new rows come before the inherited ones.
 */
import { defined } from "@hearback/core"
import { type ListTree, type MapTree, step, type Tree, wordOf } from "./Tree.ts"

/** Returns whether an entry is removed. */
const isRemoval = (tree: Tree): boolean => wordOf(tree) === "removed"

/** Returns whether a value only says how an inherited list changes. */
const isListChange = (tree: MapTree): boolean =>
  tree.entries.size > 0 && [...tree.entries.keys()].every((key) => key === "also" || key === "without")

/** A removal: the node that removes the entry, the name of the entry, and the names inherited at that place. */
interface Removal {
  readonly tree: Tree
  readonly name: string
  readonly there: readonly string[]
}

/** Callbacks for what merging finds. */
export interface Notes {
  /** Called when an entry was removed; `was` is the inherited entry. */
  readonly removed: (removal: Removal, was: Tree | undefined, path: string) => void
  /** Called when an item should be removed from a list that does not have it. */
  readonly absent: (item: Tree, path: string) => void
  /** Called when a list should be changed that is not inherited. */
  readonly nothing: (change: Tree, path: string, word: string) => void
}

/** Callbacks that ignore everything. */
const silent: Notes = { removed: () => {}, absent: () => {}, nothing: () => {} }

/** Merges `over` over `base`. */
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
  // A map that replaced another kind of value keeps it in `was`, also after further merges.
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

/** Returns the content of a tree without places: equal strings mean equal content. */
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
