/**
 * A whole file from one key language into the other: the same tree, its keys and words of ours in other words.
 *
 * Spans and the text as written stay those of the file, so that findings point at what the person wrote. The walk
 * follows the outline of the language: what is a key of ours, what a name, what a word of ours among names.
 */

import { branchesOf, keyFound, underName } from "../outline/Branch.ts"
import { type FileKind, type FileOutline, languageOf, type Outline } from "../outline/Outline.ts"
import { isScalar, type ListNode, type MapEntry, type MapNode, type Node, type ScalarNode } from "../source/Node.ts"
import type { Span } from "../source/SourceFile.ts"
import type { KeyLanguage } from "../vocabulary/KeyLanguage.ts"
import type { KeySort, NameSort, ValueSort } from "../vocabulary/Sort.ts"
import { testIn } from "../vocabulary/Test.ts"
import { dates, never, yesNo } from "../vocabulary/Vocabulary.ts"
import { across, cellSort, keyIn, valueIn, wordsOf } from "../vocabulary/Word.ts"
import { type Columns, noteColumn } from "./Columns.ts"
import { type Declarations, declarationsOf } from "./DeclaredNames.ts"
import { pathIn } from "./Path.ts"

/** A word of the wrong key language, and the right one. */
export interface Mixed {
  readonly span: Span
  readonly word: string
  readonly right: string
}

export interface Turned {
  readonly tree: Node
  /** Words that stand in the file in the language that the file is turned into. */
  readonly mixed: ReadonlyArray<Mixed>
  /** Scalars that no longer say what was written. */
  readonly changed: ReadonlySet<ScalarNode>
}

export interface Direction {
  readonly kind: FileKind
  /** The key language of the file. Where it is `to` as well, only spellings change. */
  readonly from: KeyLanguage
  readonly to: KeyLanguage
  /** Also what is read in both languages alike, spelled out: quantities, placeholders, yes and no, `unknown`. */
  readonly whole: boolean
}

/** Turns a tree. A word that is none of ours stays as it is. */
export const turn = (tree: Node, direction: Direction): Turned => {
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

interface Walk extends Direction {
  readonly language: FileOutline
  readonly declared: Declarations
  /** What may stand at the places of a column, in the scenario that is being turned; and the maps of which it is a key. */
  readonly columns: Columns
  readonly mixed: Array<Mixed>
  readonly changed: Set<ScalarNode>
}

/** A cell as it would stand at the places of its column. */
const turnedExample = (walk: Walk, { key, value }: MapEntry): MapEntry => {
  const { values, keysOf } = walk.columns.get(key.text) ?? { values: [], keysOf: [] }
  if (!isScalar(value) || typeof value.value !== "string" || values.length > 0)
    return { key, value: turned(walk, value, values, true) }
  const word = value.value
  const found = keysOf.map((branch) => keyFound(branch, word, walk.from)).find((each) => each !== undefined)
  return { key, value: found === undefined ? value : said(walk, value, walk.to === "en" ? found.en : found.zh) }
}

/** Sorts whose words every reader knows in both languages; texts keep the places of what is wrong in them. */
const readAlike: ReadonlySet<NameSort> = new Set<NameSort>([
  "length",
  "message",
  "placeholder",
  "unknown",
  "offset",
  "spell"
])
/** Sorts whose words are spelled in several ways in one language, or are read in either. */
const spelled: ReadonlySet<NameSort> = new Set<NameSort>([...readAlike, "lasting", "point", "receipt"])

const said = (walk: Walk, node: ScalarNode, value: string): ScalarNode => {
  if (value === node.value) return node
  const made = { ...node, value }
  walk.changed.add(made)
  return made
}

const isTurning = ({ from, to }: Walk): boolean => from !== to

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
  // What the cells of a table are is known from the places that they fill.
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
  // A key in the language that the file should not have is still known for what it is.
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

/** What stands under a key of ours; a default is read by the type of its fact. */
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

/** What a cell holds: words of ours of a sort, and yes or no, or tests. */
interface Cell {
  readonly sort: ValueSort
  readonly is: "flag" | "ordered" | "name"
}

/** Inputs of ours that are yes or no. */
const flags: ReadonlySet<string> = new Set(["anonymous", "names-owner"])
/** Inputs of ours whose cells may compare. */
const ordered: ReadonlySet<string> = new Set([
  "confidence",
  "score",
  "received",
  ...Object.keys(dates),
  "same-matter.contacts",
  "same-matter.unanswered",
  "same-problem.customers",
  "same-problem.cases",
  "departments.count",
  "handovers",
  "reopened"
])
const orderedTypes: ReadonlySet<string> = new Set(["number", "integer", "money", "date", "duration"])

const kindOfType = (type: string | undefined): Cell["is"] =>
  type === "yes-no" ? "flag" : orderedTypes.has(type ?? "") ? "ordered" : "name"

const turnedCell = (walk: Walk, node: Node, cell: Cell): Node => {
  switch (node._tag) {
    case "List":
      return { ...node, items: node.items.map((item) => turnedCell(walk, item, cell)) }
    case "Map":
      return {
        ...node,
        entries: node.entries.map(({ key, value }) => {
          const text = isTurning(walk) ? across({ not: "非" }, key.text, walk.to) : undefined
          return {
            key: text === undefined ? key : { ...key, text },
            value: turnedCell(walk, value, cell)
          }
        })
      }
    case "Scalar":
      if (walk.whole && cell.is === "flag") return turnedYesNo(walk, node)
      return walk.whole && cell.is === "ordered" ? turnedTest(walk, node) : turnedWord(walk, node, cell.sort)
  }
}

const turnedScalar = (walk: Walk, node: ScalarNode, branches: ReadonlyArray<Outline>, entry: boolean): ScalarNode => {
  const { value } = node
  if (walk.kind === "scenario" && noteColumn(walk.columns, value, { values: branches })) return node
  if (isYesNo(branches)) return walk.whole ? turnedYesNo(walk, node) : node
  if (typeof value !== "string") return node
  // Any text may stand where `removed` may, and no name is called so.
  if (entry && walk.kind === "policy" && isTurning(walk)) {
    const removal = across({ removed: never.removed }, value, walk.to)
    if (removal !== undefined) return said(walk, node, removal)
  }
  for (const { enum: words, "x-enum-zh": zh } of branches) {
    if (words === undefined || zh === undefined || !isTurning(walk)) continue
    const [from, into] = walk.to === "en" ? [zh, words] : [words, zh]
    const at = from.indexOf(value)
    if (at !== -1) return said(walk, node, String(into[at]))
    const foreign = into.indexOf(value)
    if (foreign !== -1 && from[foreign] !== undefined)
      walk.mixed.push({ span: node.span, word: value, right: String(from[foreign]) })
  }
  if (walk.whole && branches.some((branch) => branch["x-words"] === "cell")) return turnedTest(walk, node)
  const sort = branches.map((branch) => branch["x-words"]).find(isValueSort)
  if (sort === "path") {
    const path = value.includes("/") || !isTurning(walk) ? undefined : pathIn(value, walk.to)
    return path === undefined ? node : said(walk, node, path)
  }
  return sort === undefined ? node : turnedWord(walk, node, sort)
}

const isValueSort = (sort: NameSort | undefined): sort is ValueSort | "path" =>
  sort !== undefined && sort !== "cell" && sort !== "default" && !keySorts.has(sort)

const keySorts: ReadonlySet<NameSort> = new Set<KeySort | "column">([
  "any-level",
  "aspects",
  "column",
  "inputs",
  "measures",
  "reopenings",
  "sides"
])

const turnedWord = (walk: Walk, node: ScalarNode, sort: ValueSort): ScalarNode => {
  const { value } = node
  if (typeof value !== "string" || (readAlike.has(sort) && !walk.whole)) return node
  if (!isTurning(walk) && !spelled.has(sort)) return node
  const text = valueIn(sort, value, walk.to, walk.declared)
  if (text !== undefined) return said(walk, node, text)
  const foreign = wordsOf[sort] === undefined ? undefined : valueIn(sort, value, walk.from, walk.declared)
  if (foreign !== undefined && foreign !== value && !(sort in lenient))
    walk.mixed.push({ span: node.span, word: value, right: foreign })
  return node
}

const turnedTest = (walk: Walk, node: ScalarNode): ScalarNode => {
  if (typeof node.value !== "string") return node
  const test = testIn(node.value, walk.to)
  return test === node.value ? turnedWord(walk, node, "unknown") : said(walk, node, test)
}

/** Words that readers take in either language. */
const lenient = { unknown: true, actor: true } as const

const isYesNo = (branches: ReadonlyArray<Outline>): boolean =>
  branches.some(({ enum: words }) => words?.includes("yes") === true && words.includes("no"))

const turnedYesNo = (walk: Walk, node: ScalarNode): ScalarNode => {
  const { value } = node
  const is = value === true || value === "yes" || value === yesNo.yes
  const isNot = value === false || value === "no" || value === yesNo.no
  if (!is && !isNot) return turnedWord(walk, node, "unknown")
  const word = is ? "yes" : "no"
  return said(walk, node, walk.to === "en" ? word : yesNo[word])
}
