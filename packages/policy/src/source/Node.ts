/**
 * The tree of a policy file with spans: what was written, and where.
 *
 * Invariant: immutable, without aliases and circles, nested at most `maxDepth` deep. A map keeps its entries in a
 * list, so a key such as `__proto__` is a key like any other.
 */
import type { Span } from "./SourceFile.ts"

/** A node of a file's tree. */
export type Node = MapNode | ListNode | ScalarNode

/** The key of an entry. */
export interface NodeKey {
  /** The key in English words; `span` is the place of the written one. */
  readonly text: string
  readonly span: Span
}

/** An entry of a map. */
export interface MapEntry {
  readonly key: NodeKey
  readonly value: Node
}

/** A map. */
export interface MapNode {
  readonly _tag: "Map"
  readonly entries: ReadonlyArray<MapEntry>
  readonly span: Span
}

/** A list. */
export interface ListNode {
  readonly _tag: "List"
  readonly items: ReadonlyArray<Node>
  readonly span: Span
}

/** A single value. */
export interface ScalarNode {
  readonly _tag: "Scalar"
  /** The value by the YAML 1.2 core schema; `null` also if nothing was written. */
  readonly value: string | number | boolean | null
  /** The text as written, with quotes and block header; `""` if nothing was written. */
  readonly source: string
  /** Whether it is in quotes or a block text, so that it can only be a text. */
  readonly quoted: boolean
  readonly span: Span
}

/** Plain JSON. Objects have no prototype. */
export type Json = string | number | boolean | null | ReadonlyArray<Json> | { readonly [key: string]: Json }

/** The deepest allowed nesting of maps and lists. */
export const maxDepth = 64

/** Returns whether a node is a map. */
export const isMap = (node: Node | undefined): node is MapNode => node?._tag === "Map"
/** Returns whether a node is a list. */
export const isList = (node: Node | undefined): node is ListNode => node?._tag === "List"
/** Returns whether a node is a single value. */
export const isScalar = (node: Node | undefined): node is ScalarNode => node?._tag === "Scalar"

/** Returns the first entry of a map with this key; `undefined` for anything else. */
export function entryOf(node: Node | undefined, key: string): MapEntry | undefined {
  return isMap(node) ? node.entries.find((entry) => entry.key.text === key) : undefined
}

/** Returns the value of a map's key; `undefined` for anything else. */
export const get = (node: Node | undefined, key: string): Node | undefined => entryOf(node, key)?.value

/** Returns the text of a scalar that is a text; `undefined` for anything else. */
export function textOf(node: Node | undefined): string | undefined {
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined
}

/** Returns the entries of a map in written order; none for anything else. */
export const entriesOf = (node: Node | undefined): ReadonlyArray<MapEntry> => (isMap(node) ? node.entries : [])

/** Returns the items of a list. A single value is a list of one; undefined is an empty list. */
export function itemsOf(node: Node | undefined): ReadonlyArray<Node> {
  if (node === undefined) return []
  return isList(node) ? node.items : [node]
}

/** Returns the tree as plain JSON. If a key is written twice, the first counts. */
export function toJson(node: Node): Json {
  if (node._tag === "Scalar") return node.value
  if (node._tag === "List") return node.items.map(toJson)
  const json: Record<string, Json> = Object.create(null)
  for (const { key, value } of node.entries) if (!(key.text in json)) json[key.text] = toJson(value)
  return json
}
