/**
 * The merged policy as maps, lists and scalars; each has its policy path and the place where it was written.
 *
 * Invariant: a tree never changes; merging shares the unchanged parts.
 */
import type { Node } from "../source/Node.ts"
import type { Span } from "../source/SourceFile.ts"

interface Written {
  /** The policy path as people write it; `""` for the root. */
  readonly path: string
  /** Where it is named: the key of an entry, or the start of a list item. */
  readonly named: Span
  /** Where its value is. */
  readonly span: Span
  /** The value that it replaced when policies were merged. */
  readonly over?: Tree
}
/** A map with its entries by key. */
export interface MapTree extends Written {
  readonly _tag: "Map"
  readonly entries: ReadonlyMap<string, Tree>
}
/** A list with its items. */
export interface ListTree extends Written {
  readonly _tag: "List"
  readonly items: readonly Tree[]
}
interface ScalarTree extends Written {
  readonly _tag: "Scalar"
  readonly value: string | number | boolean
  /** The text in the file, without quotes: `1.10` stays `1.10`. */
  readonly text: string
}
/** A node of the merged policy. */
export type Tree = MapTree | ListTree | ScalarTree

/** Returns the entry of a map; undefined if there is none. */
export const get = (tree: Tree | undefined, key: string): Tree | undefined =>
  tree?._tag === "Map" ? tree.entries.get(key) : undefined

/** Returns the value below several keys. */
export const dig = (tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined => {
  let at = tree
  for (const key of keys) at = get(at, key)
  return at
}

/** Returns the entries of a map in the order of the policy; none for anything else. */
export const entriesOf = (tree: Tree | undefined): readonly (readonly [string, Tree])[] =>
  tree?._tag === "Map" ? [...tree.entries] : []

/** Returns the items of a list; a single value is a list of one. */
export const itemsOf = (tree: Tree | undefined): readonly Tree[] =>
  tree === undefined ? [] : tree._tag === "List" ? tree.items : [tree]

/** Returns the text of a scalar as written. */
export const wordOf = (tree: Tree | undefined): string | undefined => (tree?._tag === "Scalar" ? tree.text : undefined)

/** Returns the texts of a list or of a single scalar. */
export const wordsOf = (tree: Tree | undefined): readonly string[] =>
  itemsOf(tree).flatMap((item) => (item._tag === "Scalar" ? [item.text] : []))

/** Returns a whole number written as a scalar. */
export const integerOf = (tree: Tree | undefined): number | undefined => {
  const value = tree?._tag === "Scalar" ? Number(tree.text) : Number.NaN
  return Number.isInteger(value) ? value : undefined
}

const yes = new Set(["yes", "true", "是"])
const no = new Set(["no", "false", "否"])

/** Returns a yes or no in any of its spellings. */
export const yesNoOf = (tree: Tree | undefined): boolean | undefined => {
  const word = wordOf(tree)
  return word === undefined ? undefined : yes.has(word) ? true : no.has(word) ? false : undefined
}

/** Returns a path with one more step. */
export const step = (path: string, key: string | number): string => (path === "" ? `${key}` : `${path}.${key}`)

/** Returns the tree of one file, without paths. An entry that is written twice counts once. */
export const plant = (node: Node, named: Span = node.span): Tree => {
  const common = { path: "", named, span: node.span }
  switch (node._tag) {
    case "Scalar": {
      const text = typeof node.value === "string" ? node.value : node.source
      return { _tag: "Scalar", ...common, value: node.value ?? "", text }
    }
    case "List":
      return { _tag: "List", ...common, items: node.items.map((item) => plant(item)) }
    case "Map": {
      const entries = new Map<string, Tree>()
      for (const { key, value } of node.entries)
        if (!entries.has(key.text)) entries.set(key.text, plant(value, key.span))
      return { _tag: "Map", ...common, entries }
    }
  }
}

/** Gives every node its path; rows are counted from 1. */
export const placed = (tree: Tree, path = ""): Tree => {
  switch (tree._tag) {
    case "Scalar":
      return { ...tree, path }
    case "List":
      return { ...tree, path, items: tree.items.map((item, index) => placed(item, step(path, index + 1))) }
    case "Map":
      return {
        ...tree,
        path,
        entries: new Map([...tree.entries].map(([key, value]) => [key, placed(value, step(path, key))]))
      }
  }
}
