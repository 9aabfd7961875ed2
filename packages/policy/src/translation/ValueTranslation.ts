/** Translates values into the other key language: words of the language, cells of tables, tests and durations. */
import type { FileKind, FileOutline, Outline } from "../outline/Outline.ts"
import type { Node, ScalarNode } from "../source/Node.ts"
import type { Span } from "../source/SourceFile.ts"
import type { KeyLanguage } from "../vocabulary/KeyLanguage.ts"
import type { KeySort, NameSort, ValueSort } from "../vocabulary/Sort.ts"
import { testIn } from "../vocabulary/Test.ts"
import { dates, never, yesNo } from "../vocabulary/Vocabulary.ts"
import { across, valueIn, wordsOf } from "../vocabulary/Word.ts"
import { type Columns, noteColumn } from "./Columns.ts"
import type { Declarations } from "./DeclaredNames.ts"
import { pathIn } from "./Path.ts"

/** A word of the wrong key language, and the right one. */
export interface Mixed {
  readonly span: Span
  readonly word: string
  readonly right: string
}

/** From which key language to which a file is translated. */
export interface Direction {
  readonly kind: FileKind
  /** The key language of the file. If it equals `to`, only spellings change. */
  readonly from: KeyLanguage
  readonly to: KeyLanguage
  /** Whether to write out what both languages read alike: quantities, placeholders, yes and no, `unknown`. */
  readonly whole: boolean
}

/** The state of a translation. */
export interface Walk extends Direction {
  readonly language: FileOutline
  readonly declared: Declarations
  /**
   * For each column of the current scenario, the values that its places can have, and the maps of which it is a key.
   */
  readonly columns: Columns
  readonly mixed: Array<Mixed>
  readonly changed: Set<ScalarNode>
}

/** Sorts whose words are read in both languages. Texts keep the places of their faults. */
const readAlike: ReadonlySet<NameSort> = new Set<NameSort>([
  "length",
  "message",
  "placeholder",
  "unknown",
  "offset",
  "spell"
])
/** Sorts whose words have several spellings in one language, or are read in both. */
const spelled: ReadonlySet<NameSort> = new Set<NameSort>([...readAlike, "lasting", "point", "receipt"])

/** Returns a scalar with a new value, and notes that it changed. */
export const said = (walk: Walk, node: ScalarNode, value: string): ScalarNode => {
  if (value === node.value) return node
  const made = { ...node, value }
  walk.changed.add(made)
  return made
}

/** Returns whether the key language changes. */
export const isTurning = ({ from, to }: Walk): boolean => from !== to

/** What a cell can contain: words of a sort, and either yes and no, or tests. */
interface Cell {
  readonly sort: ValueSort
  readonly is: "flag" | "ordered" | "name"
}

/** Built-in inputs whose values are yes and no. */
export const flags: ReadonlySet<string> = new Set(["anonymous", "names-owner"])
/** Built-in inputs whose cells can contain comparisons. */
export const ordered: ReadonlySet<string> = new Set([
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

/** Returns what a cell on a fact of this type can contain. */
export const kindOfType = (type: string | undefined): Cell["is"] =>
  type === "yes-no" ? "flag" : orderedTypes.has(type ?? "") ? "ordered" : "name"

/** Translates a cell. */
export const turnedCell = (walk: Walk, node: Node, cell: Cell): Node => {
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

/** Translates a scalar of a sort. */
export const turnedScalar = (
  walk: Walk,
  node: ScalarNode,
  branches: ReadonlyArray<Outline>,
  entry: boolean
): ScalarNode => {
  const { value } = node
  if (walk.kind === "scenario" && noteColumn(walk.columns, value, { values: branches })) return node
  if (isYesNo(branches)) return walk.whole ? turnedYesNo(walk, node) : node
  if (typeof value !== "string") return node
  // `removed` can replace any text, and no name is equal to it.
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

/** Words that are read in either language. */
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
