/**
 * A tree as plain JSON, for files that are parsed when this package is built. Each place is counted from the start of
 * its parent, a value of a map from its key. A value that equals the written text is not stored.
 * Invariant: `treeIn(file, storedTree(tree))` equals the tree, if its places are in that file.
 */
import type { MapEntry, Node, ScalarNode } from "./Node.ts"
import { type SourceFile, type Span, span } from "./SourceFile.ts"

type Place = readonly [from: number, length: number]
type StoredEntry = readonly [...key: Place, value: StoredTree, text?: string]

/** A place and what follows it: nothing for a text as written, a value, items of a list, or entries of a map. */
export type StoredTree =
  | Place
  | readonly [...Place, value: ScalarNode["value"], isQuoted?: 1]
  | readonly [...Place, items: ReadonlyArray<StoredTree>]
  | readonly [...Place, map: { readonly of: ReadonlyArray<StoredEntry> }]

/** Returns a tree as plain JSON, from which it can be restored without parsing. */
export const storedTree = (node: Node, from = 0): StoredTree => {
  const { start } = node.span
  const place = placeOf(node.span, from)
  switch (node._tag) {
    case "Map":
      return [...place, { of: node.entries.map((entry) => storedEntry(entry, start)) }]
    case "List":
      return [...place, node.items.map((item) => storedTree(item, start))]
    case "Scalar":
      if (node.quoted) return [...place, node.value, 1]
      return node.value === node.source ? place : [...place, node.value]
  }
}

const storedEntry = ({ key, value }: MapEntry, from: number): StoredEntry => {
  const { file, start, end } = key.span
  const stored = [...placeOf(key.span, from), storedTree(value, start)] as const
  return file.text.slice(start, end) === key.text ? stored : [...stored, key.text]
}

const placeOf = ({ start, end }: Span, from: number): Place => [start - from, end - start]

/** Returns the stored tree of a file. */
export const treeIn = (file: SourceFile, stored: StoredTree, before = 0): Node => {
  const [from, length, kept, isQuoted] = stored
  const start = before + from
  const at = span(file, start, start + length)
  if (typeof kept === "object" && kept !== null)
    return "of" in kept
      ? { _tag: "Map", entries: kept.of.map((entry) => entryIn(file, entry, start)), span: at }
      : { _tag: "List", items: kept.map((item) => treeIn(file, item, start)), span: at }
  const source = file.text.slice(at.start, at.end)
  return { _tag: "Scalar", value: kept === undefined ? source : kept, source, quoted: isQuoted === 1, span: at }
}

const entryIn = (file: SourceFile, [from, length, value, text]: StoredEntry, before: number): MapEntry => {
  const start = before + from
  const at = span(file, start, start + length)
  return { key: { text: text ?? file.text.slice(start, at.end), span: at }, value: treeIn(file, value, start) }
}
