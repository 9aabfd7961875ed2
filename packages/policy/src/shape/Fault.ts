/**
 * Finds faults in the shape of a tree by comparing it with the outline of the language.
 *
 * For a union, the branch with the fewest faults is used. A tree that fits its outline is not examined further.
 */
import { nearest } from "../diagnostic/Suggestion.ts"
import { type FileOutline, isRemoval, type Outline } from "../outline/Outline.ts"
import type { ListNode, MapEntry, MapNode, Node, NodeKey, ScalarNode } from "../source/Node.ts"
import { type Span, written } from "../source/SourceFile.ts"
import { keysOf } from "../vocabulary/KeyLanguage.ts"
import { fits } from "./Fit.ts"

/** The key to which a place belongs, and the span that stands for the whole of it; undefined at the root. */
export type Where = { readonly text: string; readonly span: Span; readonly item: boolean } | undefined

/** A fault in the shape of a tree. */
export type ShapeFault =
  | { readonly _tag: "UnknownKey"; readonly key: NodeKey; readonly map: MapNode; readonly outline: Outline }
  | { readonly _tag: "BadKeyName"; readonly key: NodeKey; readonly pattern: string }
  | {
      readonly _tag: "MissingKey"
      readonly keys: ReadonlyArray<string>
      readonly any: boolean
      readonly map: MapNode
      readonly at: Span
      readonly outline: Outline
    }
  | { readonly _tag: "BadName"; readonly node: ScalarNode; readonly outline: Outline; readonly where: Where }
  | {
      readonly _tag: "WrongWord"
      readonly node: ScalarNode
      readonly outlines: ReadonlyArray<Outline>
      readonly where: Where
    }
  | { readonly _tag: "WrongType"; readonly node: Node; readonly outline: Outline; readonly where: Where }
  | { readonly _tag: "Empty"; readonly node: ScalarNode; readonly where: Where }
  | { readonly _tag: "TwoOf"; readonly keys: readonly [NodeKey, NodeKey]; readonly outline: Outline }

/** Returns the faults of a tree in written order; none if it fits. */
export const faultsOf = (language: FileOutline, tree: Node): ReadonlyArray<ShapeFault> => {
  const { faults } = walk(language, tree, language.root, undefined)
  const strange = new Set(faults.slice(0, mostStrange).flatMap((fault) => (isStrange(fault) ? [fault.map] : [])))
  return faults.filter((fault) => fault._tag !== "MissingKey" || !strange.has(fault.map))
}

/** The most faults that are searched for keys that explain others. */
const mostStrange = 300

/** Returns whether an unknown key is similar to no key that its map lacks: it may be the missing key. */
const isStrange = (fault: ShapeFault): fault is Extract<ShapeFault, { readonly _tag: "UnknownKey" }> => {
  if (fault._tag !== "UnknownKey") return false
  const there = keysIn(fault.map)
  const others = Object.keys(fault.outline.properties ?? {}).filter((key) => !there.has(key))
  return nearest(fault.key.text, others) === undefined
}

/** A cache of the keys of maps, because a map with many faults is looked up as often. */
const keysOfMaps = new WeakMap<MapNode, ReadonlySet<string>>()

/** Returns the keys of a map. */
export const keysIn = (map: MapNode): ReadonlySet<string> => {
  const keys = keysOfMaps.get(map) ?? new Set(map.entries.map(({ key }) => key.text))
  keysOfMaps.set(map, keys)
  return keys
}

interface Findings {
  readonly faults: ReadonlyArray<ShapeFault>
  /** Returns how many keys a branch knows. The branch that knows more is the likelier one. */
  readonly known: number
}

const nothing: Findings = { faults: [], known: 0 }
const only = (fault: ShapeFault): Findings => ({ faults: [fault], known: 0 })

function walk(on: FileOutline, node: Node, given: Outline, where: Where): Findings {
  if (fits(on, node, given)) return nothing
  const outline = on.resolve(given)
  if (node._tag === "Scalar" && node.value === null) return only({ _tag: "Empty", node, where })
  if (outline.anyOf !== undefined) return walkUnion(on, node, outline, outline.anyOf, where)
  if (node._tag === "Map" && outline.type === "object") return walkMap(on, node, outline, where)
  if (node._tag === "List" && outline.type === "array") return walkList(on, node, outline, where)
  if (node._tag === "Scalar") return walkScalar(node, outline, where)
  return only({ _tag: "WrongType", node, outline, where })
}

function walkScalar(node: ScalarNode, outline: Outline, where: Where): Findings {
  const { value } = node
  if (!isOfType(value, outline.type)) return only({ _tag: "WrongType", node, outline, where })
  if (outline.minimum !== undefined && typeof value === "number" && value < outline.minimum)
    return only({ _tag: "WrongType", node, outline, where })
  if (outline.enum !== undefined && !outline.enum.some((word) => word === value))
    return only({ _tag: "WrongWord", node, outlines: [outline], where })
  if (outline.pattern !== undefined && !new RegExp(outline.pattern, "u").test(String(value)))
    return only({ _tag: "BadName", node, outline, where })
  return nothing
}

function isOfType(value: ScalarNode["value"], type: Outline["type"]): boolean {
  if (type === "integer") return Number.isSafeInteger(value)
  if (type === "number") return typeof value === "number" && Number.isFinite(value)
  return typeof value === type
}

function walkList(on: FileOutline, list: ListNode, { items }: Outline, where: Where): Findings {
  if (items === undefined) return nothing
  const faults = list.items.flatMap((item) => {
    const at = item._tag === "Map" ? (item.entries[0]?.key.span ?? item.span) : item.span
    const inside = { text: where?.text ?? "", span: at, item: true }
    return walk(on, item, items, inside).faults
  })
  return { faults, known: 0 }
}

function walkMap(on: FileOutline, map: MapNode, outline: Outline, where: Where): Findings {
  const found = map.entries.map((entry) => walkEntry(on, entry, map, outline))
  const there = keysIn(map)
  const unknown = found.flatMap(({ faults }) =>
    faults.flatMap((fault) => (fault._tag === "UnknownKey" && fault.map === map ? [fault.key.text] : []))
  )
  const at = where?.span ?? map.entries[0]?.key.span ?? map.span
  const keys = (outline.required ?? []).filter(
    (key) => !there.has(key) && !unknown.slice(0, 50).some((word) => nearest(word, [key]) !== undefined)
  )
  const missing: ReadonlyArray<ShapeFault> =
    keys.length === 0 ? [] : [{ _tag: "MissingKey", keys, any: false, map, at, outline }]
  return {
    faults: [...missing, ...found.flatMap(({ faults }) => faults)],
    known: map.entries.filter(
      ({ key }) => outline.properties !== undefined && Object.hasOwn(outline.properties, key.text)
    ).length
  }
}

function walkEntry(on: FileOutline, { key, value }: MapEntry, map: MapNode, outline: Outline): Findings {
  const { properties = {}, patternProperties = {}, propertyNames, additionalProperties } = outline
  const own = Object.hasOwn(properties, key.text) ? properties[key.text] : undefined
  const here = { text: keyWords(key), span: key.span, item: false }
  if (own !== undefined) return walk(on, value, own, here)
  for (const [pattern, named] of Object.entries(patternProperties)) {
    if (new RegExp(pattern, "u").test(key.text)) return walk(on, value, named, here)
    if (outline.properties === undefined) return only({ _tag: "BadKeyName", key, pattern })
  }
  const pattern = namePatternOf(propertyNames)
  if (pattern !== undefined && !new RegExp(pattern, "u").test(key.text))
    return only({ _tag: "UnknownKey", key, map, outline })
  if (additionalProperties === undefined || additionalProperties === false)
    return additionalProperties === undefined ? nothing : only({ _tag: "UnknownKey", key, map, outline })
  return walk(on, value, additionalProperties, here)
}

/** Returns the key as the file writes it. */
const keyWords = ({ text, span }: NodeKey): string => (keysOf(span.file) === "en" ? text : written(span))

const namePatternOf = (names: Outline | undefined): string | undefined =>
  names?.pattern ?? names?.anyOf?.map(namePatternOf).find((pattern) => pattern !== undefined)

function walkUnion(
  on: FileOutline,
  node: Node,
  outline: Outline,
  branches: ReadonlyArray<Outline>,
  where: Where
): Findings {
  const tried = branches.map((branch) => ({ branch, ...walk(on, node, branch, where) }))
  if (tried.some(({ faults }) => faults.length === 0)) return nothing
  const meant = tried.filter(
    ({ branch, faults }) => !isRemoval(branch) && !faults.some((fault) => isMismatch(fault, node))
  )
  const both = twoOf(meant, outline, node)
  if (both !== undefined) return only(both)
  const words = meant.flatMap(({ faults }) =>
    faults.flatMap((fault) => (fault._tag === "WrongWord" && fault.node === node ? fault.outlines : []))
  )
  const choices = meant.flatMap(({ faults: [first, ...rest] }) =>
    first?._tag === "MissingKey" && first.map === node && rest.length === 0 ? [first] : []
  )
  const [choice] = choices
  // If each branch only lacks a key, any of them can be reported.
  if (choice !== undefined && choices.length > 1 && choices.length === meant.length)
    return only({ ...choice, keys: choices.flatMap(({ keys }) => keys), any: true, outline: choice.outline })
  const [best] = meant.toSorted((a, b) => weight(a.faults) - weight(b.faults) || b.known - a.known)
  if (node._tag === "Scalar" && words.length > 0) return only({ _tag: "WrongWord", node, outlines: words, where })
  return best ?? only({ _tag: "WrongType", node, outline, where })
}

/**
 * Returns whether two keys exclude each other: each branch has all required keys and knows all keys except one of
 * another branch.
 */
function twoOf(tried: ReadonlyArray<Findings>, outline: Outline, node: Node): ShapeFault | undefined {
  const strangers = tried.flatMap(({ faults: [first, ...rest] }) =>
    first?._tag === "UnknownKey" && first.map === node && rest.length === 0 ? [first] : []
  )
  const [one, other, more] = strangers
  if (tried.length !== 2 || one === undefined || other === undefined || more !== undefined) return undefined
  const isAtHome = (key: NodeKey, home: Outline): boolean => Object.hasOwn(home.properties ?? {}, key.text)
  if (!isAtHome(one.key, other.outline) || !isAtHome(other.key, one.outline)) return undefined
  const keys =
    one.key.span.start < other.key.span.start ? ([one.key, other.key] as const) : ([other.key, one.key] as const)
  return { _tag: "TwoOf", keys, outline }
}

const isMismatch = (fault: ShapeFault, node: Node): boolean => fault._tag === "WrongType" && fault.node === node

/** Returns how far a branch is from what was written. */
const weights: Record<ShapeFault["_tag"], number> = {
  UnknownKey: 10,
  MissingKey: 8,
  BadKeyName: 10,
  WrongType: 5,
  WrongWord: 3,
  BadName: 3,
  Empty: 1,
  TwoOf: 8
}

const weight = (faults: ReadonlyArray<ShapeFault>): number => faults.reduce((sum, { _tag }) => sum + weights[_tag], 0)
