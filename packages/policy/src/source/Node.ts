/**
 * The spanned tree of a policy file: what was written, and where.
 *
 * Invariant: immutable, no aliases, no circles; nested at most `maxDepth` deep. A map keeps its entries in a list,
 * so a key called `__proto__` is a key like any other.
 */
import type { Span } from "./SourceFile.ts"

export type Node = MapNode | ListNode | ScalarNode

export interface NodeKey {
  /** The key in English words; what was written stands at `span`. */
  readonly text: string
  readonly span: Span
}

export interface MapEntry {
  readonly key: NodeKey
  readonly value: Node
}

export interface MapNode {
  readonly _tag: "Map"
  readonly entries: ReadonlyArray<MapEntry>
  readonly span: Span
}

export interface ListNode {
  readonly _tag: "List"
  readonly items: ReadonlyArray<Node>
  readonly span: Span
}

export interface ScalarNode {
  readonly _tag: "Scalar"
  /** The value by the YAML 1.2 core schema; `null` also where nothing was written. */
  readonly value: string | number | boolean | null
  /** The text as written, quotes and block header included; `""` where nothing was written. */
  readonly source: string
  /** Whether it stands in quotes or is a block text, so that it can only be a text. */
  readonly quoted: boolean
  readonly span: Span
}

/** Plain JSON; objects have no prototype. */
export type Json = string | number | boolean | null | ReadonlyArray<Json> | { readonly [key: string]: Json }

/** How deep maps and lists may be nested. */
export const maxDepth = 64

export const isMap = (node: Node | undefined): node is MapNode => node?._tag === "Map"
export const isList = (node: Node | undefined): node is ListNode => node?._tag === "List"
export const isScalar = (node: Node | undefined): node is ScalarNode => node?._tag === "Scalar"

/** Returns the entry of a map with this key, the first when it stands there twice; of anything else `undefined`. */
export function entryOf(node: Node | undefined, key: string): MapEntry | undefined {
  return isMap(node) ? node.entries.find((entry) => entry.key.text === key) : undefined
}

/** Returns the value of a map's key; of anything else `undefined`. */
export const get = (node: Node | undefined, key: string): Node | undefined => entryOf(node, key)?.value

/** Returns the text of a scalar that is a text; of anything else `undefined`. */
export function textOf(node: Node | undefined): string | undefined {
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined
}

/** Returns the entries of a map in written order; of anything else none. */
export const entriesOf = (node: Node | undefined): ReadonlyArray<MapEntry> => (isMap(node) ? node.entries : [])

/** Returns the items of a list; a single value is a list of one; nothing is an empty list. */
export function itemsOf(node: Node | undefined): ReadonlyArray<Node> {
  if (node === undefined) return []
  return isList(node) ? node.items : [node]
}

/** Returns the tree as plain JSON. Of a key that stands twice the first counts. */
export function toJson(node: Node): Json {
  if (node._tag === "Scalar") return node.value
  if (node._tag === "List") return node.items.map(toJson)
  const json: Record<string, Json> = Object.create(null)
  for (const { key, value } of node.entries) if (!(key.text in json)) json[key.text] = toJson(value)
  return json
}
