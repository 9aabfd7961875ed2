/**
 * Translates a whole file from one key language into the other: the same tree, with the language's keys and words in
 * the other language.
 *
 * Spans and the written text stay those of the file, so that findings point at what the person wrote. The translation
 * follows the outline of the language, which says what is a key, a name, or a word among names.
 */
import { branchesOf, keyFound, underName } from "../outline/Branch.ts"
import { languageOf, type Outline } from "../outline/Outline.ts"
import { isScalar, type ListNode, type MapEntry, type MapNode, type Node, type ScalarNode } from "../source/Node.ts"
import type { KeySort } from "../vocabulary/Sort.ts"
import { cellSort, keyIn } from "../vocabulary/Word.ts"
import { noteColumn } from "./Columns.ts"
import { declarationsOf } from "./DeclaredNames.ts"
import {
  type Direction,
  flags,
  isTurning,
  kindOfType,
  type Mixed,
  ordered,
  said,
  turnedCell,
  turnedScalar,
  type Walk
} from "./ValueTranslation.ts"

/** A translated tree. */
export interface TranslatedFile {
  readonly tree: Node
  /** Words of the file that are already in the target language. */
  readonly mixed: ReadonlyArray<Mixed>
  /** Scalars that differ from what was written. */
  readonly changed: ReadonlySet<ScalarNode>
}

/** Translates a tree. A word that does not belong to the language stays unchanged. */
export const turn = (tree: Node, direction: Direction): TranslatedFile => {
  const language = languageOf(direction.kind)
  const walk: Walk = {
    ...direction,
    language,
    declared: declarationsOf(tree),
    columns: new Map(),
    mixed: [],
    changed: new Set()
  }
  return { tree: turned(walk, tree, [language.root], true), mixed: walk.mixed, changed: walk.changed }
}

/** Translates a cell as if it were at the places of its column. */
const turnedExample = (walk: Walk, { key, value }: MapEntry): MapEntry => {
  const { values, keysOf } = walk.columns.get(key.text) ?? { values: [], keysOf: [] }
  if (!isScalar(value) || typeof value.value !== "string" || values.length > 0)
    return { key, value: turned(walk, value, values, true) }
  const word = value.value
  const found = keysOf.map((branch) => keyFound(branch, word, walk.from)).find((each) => each !== undefined)
  return { key, value: found === undefined ? value : said(walk, value, walk.to === "en" ? found.en : found.zh) }
}

const turned = (walk: Walk, node: Node, given: ReadonlyArray<Outline>, entry: boolean): Node => {
  const branches = given.flatMap((each) => branchesOf(walk.language, each))
  switch (node._tag) {
    case "Map":
      return turnedMap(walk, node, branches)
    case "List":
      return turnedList(walk, node, branches)
    case "Scalar":
      return turnedScalar(walk, node, branches, entry)
  }
}

const turnedList = (walk: Walk, node: ListNode, branches: ReadonlyArray<Outline>): ListNode => {
  const items = branches.flatMap((branch) => (branch.items === undefined ? [] : [branch.items]))
  return { ...node, items: node.items.map((item) => turned(walk, item, items, false)) }
}

const turnedMap = (walk: Walk, node: MapNode, branches: ReadonlyArray<Outline>): MapNode => {
  const table = node.entries.find(({ key }) => walk.kind === "scenario" && isExamples(walk, key.text, branches))
  if (table === undefined)
    return { ...node, entries: node.entries.map((entry) => turnedEntry(walk, node, entry, branches)) }
  // How to translate the cells of a table is known from the places that they fill.
  walk.columns.clear()
  const others = new Map(
    node.entries.flatMap((entry) => (entry === table ? [] : [[entry, turnedEntry(walk, node, entry, branches)]]))
  )
  const rows = turnedEntry(walk, node, table, branches)
  return { ...node, entries: node.entries.map((entry) => others.get(entry) ?? rows) }
}

const isExamples = ({ from }: Walk, word: string, branches: ReadonlyArray<Outline>): boolean =>
  branches.some((branch) => keyFound(branch, word, from)?.en === "examples")

const turnedEntry = (walk: Walk, map: MapNode, entry: MapEntry, branches: ReadonlyArray<Outline>): MapEntry => {
  const { key, value } = entry
  const ours = branches.flatMap((branch) => keyFound(branch, key.text, walk.from) ?? [])
  const [first] = ours
  if (first !== undefined) {
    const text = walk.to === "en" ? first.en : first.zh
    const outlines = ours.map((each) => each.value)
    return { key: { ...key, text }, value: turnedUnder(walk, map, first.en, value, outlines) }
  }
  // A key in the wrong key language is recognised all the same.
  const foreign = isTurning(walk) ? branches.flatMap((branch) => keyFound(branch, key.text, walk.to) ?? []) : []
  const [known] = foreign
  if (known !== undefined) {
    const right = walk.to === "en" ? known.zh : known.en
    if (right !== key.text) walk.mixed.push({ span: key.span, word: key.text, right })
    const outlines = foreign.map((each) => each.value)
    return { key, value: turnedUnder(walk, map, known.en, value, outlines) }
  }
  return turnedName(walk, entry, branches)
}

/** Translates the value of a key; a default is read by the type of its fact. */
const turnedUnder = (walk: Walk, map: MapNode, key: string, value: Node, outlines: ReadonlyArray<Outline>): Node => {
  const isDefault = key === "default" && outlines.some((each) => walk.language.resolve(each)["x-words"] === "default")
  if (!isDefault) return turned(walk, value, outlines, true)
  const type = walk.declared.typeIn(map)
  return turnedCell(walk, value, {
    sort: type === "date" ? "moment" : "unknown",
    is: type === "yes-no" ? "flag" : "name"
  })
}

const turnedName = (walk: Walk, { key, value }: MapEntry, branches: ReadonlyArray<Outline>): MapEntry => {
  const maps = branches.filter((branch) => underName(branch).length > 0)
  const sort = maps.map((branch) => branch["x-words"]).find((each) => each !== undefined) as
    | KeySort
    | "column"
    | undefined
  if (sort === "column") return turnedExample(walk, { key, value })
  if (walk.kind === "scenario") noteColumn(walk.columns, key.text, { keysOf: branches })
  const isOurs = sort !== undefined && isTurning(walk)
  const text = isOurs ? keyIn(sort, key.text, walk.to, walk.declared) : undefined
  const foreign = isOurs && text === undefined ? keyIn(sort, key.text, walk.from, walk.declared) : undefined
  if (foreign !== undefined) walk.mixed.push({ span: key.span, word: key.text, right: foreign })
  const turnedKey = text === undefined ? key : { ...key, text }
  if (sort !== "inputs") return { key: turnedKey, value: turned(walk, value, maps.flatMap(underName), true) }
  const input = walk.to === "en" ? turnedKey.text : (keyIn("inputs", key.text, "en", walk.declared) ?? key.text)
  const isFact = walk.declared.inputs.has(input)
  const type = walk.declared.types.get(input)
  const is = isFact
    ? kindOfType(type)
    : flags.has(input)
      ? "flag"
      : ordered.has(input) || input.startsWith("since.")
        ? "ordered"
        : "name"
  return { key: turnedKey, value: turnedCell(walk, value, { sort: isFact ? "unknown" : cellSort(input), is }) }
}
