/**
 * A tree as plain JSON, for files that are read before anybody asks for them. Places are kept as offsets, and what a value
 * was written as is found by them.
 * Invariant: `treeIn(file, storedTree(tree))` is the tree, where its places are in that file.
 */
import type { Node } from "./Node.ts"
import { type SourceFile, span } from "./SourceFile.ts"

export type StoredTree = { readonly at: readonly [start: number, end: number] } & (
  | { readonly keys: ReadonlyArray<readonly [text: string, start: number, end: number, value: StoredTree]> }
  | { readonly items: ReadonlyArray<StoredTree> }
  | { readonly value: string | number | boolean | null; readonly quoted?: true }
)

/** Returns a tree as plain JSON. */
export const storedTree = (node: Node): StoredTree => {
  const at = [node.span.start, node.span.end] as const
  switch (node._tag) {
    case "Map":
      return {
        at,
        keys: node.entries.map(({ key, value }) => [key.text, key.span.start, key.span.end, storedTree(value)])
      }
    case "List":
      return { at, items: node.items.map(storedTree) }
    case "Scalar":
      return node.quoted ? { at, value: node.value, quoted: true } : { at, value: node.value }
  }
}

/** Returns the tree of a file. */
export const treeIn = (file: SourceFile, stored: StoredTree): Node => {
  const at = span(file, ...stored.at)
  if ("keys" in stored) {
    const entries = stored.keys.map(([text, start, end, value]) => ({
      key: { text, span: span(file, start, end) },
      value: treeIn(file, value)
    }))
    return { _tag: "Map", entries, span: at }
  }
  if ("items" in stored) return { _tag: "List", items: stored.items.map((item) => treeIn(file, item)), span: at }
  const { value, quoted = false } = stored
  return { _tag: "Scalar", value, source: file.text.slice(at.start, at.end), quoted, span: at }
}
