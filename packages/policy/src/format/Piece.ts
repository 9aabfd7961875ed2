/**
 * A tree prepared for printing: in the order of the reference, with its comments, and with the allowed layout of each
 * part.
 */

import { branchesOf, isByLanguage, keyFound, underName } from "../outline/Branch.ts"
import type { FileOutline, Outline } from "../outline/Outline.ts"
import type { ListNode, MapEntry, MapNode, Node, NodeKey, ScalarNode } from "../source/Node.ts"
import { written } from "../source/SourceFile.ts"
import type { KeyLanguage } from "../vocabulary/KeyLanguage.ts"
import type { Remarks, RemarksOf } from "./Remark.ts"
import { type BlockText, blockOf, type WrittenScalar, writtenOf } from "./Scalar.ts"

/**
 * The layout of a part. `free`: on one line if there is room; `row`: always on one line; `block`: never on one line.
 */
type Layout = "free" | "row" | "block"

/** A part of a file to be printed. */
export type FormatPiece =
  | ({ readonly _tag: "Word" } & WrittenScalar)
  | ({ readonly _tag: "Text" } & BlockText)
  | { readonly _tag: "Map"; readonly layout: Layout; readonly rows: ReadonlyArray<PieceRow> }
  | { readonly _tag: "List"; readonly layout: Layout; readonly rows: ReadonlyArray<PieceRow> }

/** A row of the formatted file: an entry of a map, or an item of a list. */
export interface PieceRow {
  readonly key?: string
  readonly value: FormatPiece
  readonly remarks: Remarks
}

/** What is needed to prepare a tree for printing. */
export interface Sheet {
  readonly language: FileOutline
  /** The language of the keys in the tree. */
  readonly keys: KeyLanguage
  readonly remarks: RemarksOf
  /** Scalars that differ from their source. */
  readonly changed: ReadonlySet<ScalarNode>
}

/** Returns the piece of a whole tree. */
export const pieceOf = (sheet: Sheet, tree: Node): FormatPiece => made(sheet, tree, [sheet.language.root], 0)

const made = (sheet: Sheet, node: Node, given: ReadonlyArray<Outline>, depth: number): FormatPiece => {
  const branches = given.flatMap((each) => branchesOf(sheet.language, each))
  switch (node._tag) {
    case "Map":
      return mapOf(sheet, node, branches, depth)
    case "List":
      return listOf(sheet, node, branches, depth)
    case "Scalar":
      return scalarOf(sheet, node)
  }
}

const scalarOf = ({ changed, keys }: Sheet, node: ScalarNode): FormatPiece => {
  const block = blockOf(node, keys)
  return block === undefined ? { _tag: "Word", ...writtenOf(node, changed.has(node)) } : { _tag: "Text", ...block }
}

const listOf = (sheet: Sheet, node: ListNode, branches: ReadonlyArray<Outline>, depth: number): FormatPiece => {
  const items = branches.flatMap((branch) => (branch.items === undefined ? [] : [branch.items]))
  const isCondition = items.some((item) => sheet.language.resolve(item)["x-words"] === "inputs")
  const isTable = node.items.length > 1 && node.items.every((item) => item._tag === "Map") && !isCondition
  return {
    _tag: "List",
    layout: isTable ? "block" : "free",
    rows: node.items.map((item) => ({
      value: made(sheet, item, items, depth + 1),
      remarks: sheet.remarks("item", item.span)
    }))
  }
}

const mapOf = (sheet: Sheet, node: MapNode, branches: ReadonlyArray<Outline>, depth: number): FormatPiece => ({
  _tag: "Map",
  layout: layoutOf(node, branches, depth),
  rows: ordered(sheet, node, branches).map(({ key, value }) => ({
    key: keyText(key),
    value: made(sheet, value, valuesOf(sheet, key.text, branches), depth + 1),
    remarks: sheet.remarks("entry", key.span)
  }))
})

const layoutOf = (node: MapNode, branches: ReadonlyArray<Outline>, depth: number): Layout => {
  const told = branches.map((branch) => branch["x-layout"]).find((layout) => layout !== undefined)
  if (told !== undefined) return told
  if (depth === 0) return "block"
  const maps = branches.filter(({ type }) => type === "object")
  const isNames = maps.some((branch) => underName(branch).length > 0 && !isByLanguage(branch))
  if (!isNames || maps.some((branch) => branch.properties !== undefined || branch["x-words"] === "inputs"))
    return "free"
  return depth === 1 || node.entries.some(({ value }) => value._tag === "Map") ? "block" : "free"
}

/** Returns keys of the language in the order of the reference. Names, and keys among names, keep their order. */
const ordered = ({ keys }: Sheet, { entries }: MapNode, branches: ReadonlyArray<Outline>): ReadonlyArray<MapEntry> => {
  const isMixed = branches.some((branch) => branch.properties !== undefined && underName(branch).length > 0)
  if (isMixed || branches.some((branch) => branch["x-ordered"] === true)) return entries
  const rank = ({ key }: MapEntry): number => {
    for (const branch of branches) {
      const found = keyFound(branch, key.text, keys)
      if (found !== undefined) return Object.keys(branch.properties ?? {}).indexOf(found.en)
    }
    return entries.length + 1000
  }
  return branches.every((branch) => branch.properties === undefined)
    ? entries
    : entries.toSorted((a, b) => rank(a) - rank(b))
}

const valuesOf = ({ keys }: Sheet, key: string, branches: ReadonlyArray<Outline>): ReadonlyArray<Outline> => {
  const ours = branches.flatMap((branch) => keyFound(branch, key, keys)?.value ?? [])
  return ours.length > 0 ? ours : branches.flatMap(underName)
}

/**
 * Returns a key as it is written. A translated key is a word of the language; any other keeps its form with its
 * quotes.
 */
const keyText = ({ text, span }: NodeKey): string => {
  const source = written(span)
  const bare = /^["']/.test(source) ? source.slice(1, -1) : source
  return bare === text || /[\n\\]/.test(source) ? source : text
}
