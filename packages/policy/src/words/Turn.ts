/**
 * A whole file from one key language into the other: the same tree, its keys and words of ours in other words.
 *
 * Spans and the text as written stay those of the file, so that findings point at what the person wrote. The walk
 * follows the outline of the language: what is a key of ours, what a name, what a word of ours among names.
 */
import { type FileKind, type Language, languageOf, type Outline } from "../schema/Outline.ts"
import type { Entry, ListNode, MapNode, Node, ScalarNode } from "../source/Node.ts"
import type { Span } from "../source/SourceFile.ts"
import { branchesOf, keyFound, underName } from "./Branch.ts"
import { type Declarations, declarationsOf } from "./Declared.ts"
import { type KeyLanguage, other } from "./KeyLanguage.ts"
import { pathIn } from "./Path.ts"
import type { KeySort, Sort, ValueSort } from "./Sort.ts"
import { never, yesNo } from "./Vocabulary.ts"
import { across, cellSort, keyIn, valueIn, wordsOf } from "./Word.ts"

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
}

export interface Direction {
  readonly kind: FileKind
  readonly to: KeyLanguage
  /** Also what is read in both languages alike: quantities, placeholders, yes and no, `unknown`. */
  readonly whole: boolean
}

/** Turns a tree. A word that is none of ours stays as it is. */
export const turn = (tree: Node, { kind, to, whole }: Direction): Turned => {
  const language = languageOf(kind)
  const mixed: Array<Mixed> = []
  const walk: Walk = { language, kind, to, whole, declared: declarationsOf(tree), mixed }
  return { tree: turned(walk, tree, [language.root], true), mixed }
}

interface Walk extends Direction {
  readonly language: Language
  readonly declared: Declarations
  readonly mixed: Array<Mixed>
}

/** Sorts whose words every reader knows in both languages; texts keep the places of what is wrong in them. */
const readAlike: ReadonlySet<Sort> = new Set<Sort>(["length", "message", "placeholder", "unknown", "offset", "spell"])

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

const turnedMap = (walk: Walk, node: MapNode, branches: ReadonlyArray<Outline>): MapNode => ({
  ...node,
  entries: node.entries.map((entry) => turnedEntry(walk, node, entry, branches))
})

const turnedEntry = (walk: Walk, map: MapNode, entry: Entry, branches: ReadonlyArray<Outline>): Entry => {
  const { key, value } = entry
  const ours = branches.flatMap((branch) => keyFound(branch, key.text, other(walk.to)) ?? [])
  const [first] = ours
  if (first !== undefined) {
    const text = walk.to === "en" ? first.en : first.zh
    const outlines = ours.map((each) => each.value)
    return { key: { ...key, text }, value: turnedUnder(walk, map, first.en, value, outlines) }
  }
  // A key in the language that the file should not have is still known for what it is.
  const foreign = branches.flatMap((branch) => keyFound(branch, key.text, walk.to) ?? [])
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
  const sort = type === "date" ? "moment" : type === "one-of" || type === undefined ? undefined : "unknown"
  return turnedCell(walk, value, sort ?? "unknown", type === "yes-no")
}

const turnedName = (walk: Walk, { key, value }: Entry, branches: ReadonlyArray<Outline>): Entry => {
  const maps = branches.filter((branch) => underName(branch).length > 0)
  const sort = maps.map((branch) => branch["x-words"]).find((each) => each !== undefined) as KeySort | undefined
  const text = sort === undefined ? undefined : keyIn(sort, key.text, walk.to, walk.declared)
  const foreign =
    text !== undefined || sort === undefined ? undefined : keyIn(sort, key.text, other(walk.to), walk.declared)
  if (foreign !== undefined) walk.mixed.push({ span: key.span, word: key.text, right: foreign })
  const turnedKey = text === undefined ? key : { ...key, text }
  if (sort !== "inputs") return { key: turnedKey, value: turned(walk, value, maps.flatMap(underName), true) }
  const input = walk.to === "en" ? turnedKey.text : key.text
  const isFact = walk.declared.inputs.has(input)
  const isFlag = isFact ? walk.declared.types.get(input) === "yes-no" : flags.has(input)
  return { key: turnedKey, value: turnedCell(walk, value, isFact ? "unknown" : cellSort(input), isFlag) }
}

/** Inputs of ours that are yes or no. */
const flags: ReadonlySet<string> = new Set(["anonymous", "names-owner"])

const turnedCell = (walk: Walk, node: Node, sort: ValueSort, isFlag: boolean): Node => {
  switch (node._tag) {
    case "List":
      return { ...node, items: node.items.map((item) => turnedCell(walk, item, sort, isFlag)) }
    case "Map":
      return {
        ...node,
        entries: node.entries.map(({ key, value }) => {
          const text = across({ not: "非" }, key.text, walk.to)
          return {
            key: text === undefined ? key : { ...key, text },
            value: turnedCell(walk, value, sort, isFlag)
          }
        })
      }
    case "Scalar":
      return isFlag && walk.whole ? turnedYesNo(walk, node) : turnedWord(walk, node, sort)
  }
}

const turnedScalar = (walk: Walk, node: ScalarNode, branches: ReadonlyArray<Outline>, entry: boolean): ScalarNode => {
  const { value } = node
  if (isYesNo(branches)) return walk.whole ? turnedYesNo(walk, node) : node
  if (typeof value !== "string") return node
  // Any text may stand where `removed` may, and no name is called so.
  if (entry && walk.kind === "policy" && !node.quoted) {
    const removal = across({ removed: never.removed }, value, walk.to)
    if (removal !== undefined) return { ...node, value: removal }
  }
  for (const { enum: words, "x-enum-zh": zh } of branches) {
    if (words === undefined || zh === undefined) continue
    const [from, into] = walk.to === "en" ? [zh, words] : [words, zh]
    const at = from.indexOf(value)
    if (at !== -1) return { ...node, value: String(into[at]) }
    const foreign = into.indexOf(value)
    if (foreign !== -1 && from[foreign] !== undefined)
      walk.mixed.push({ span: node.span, word: value, right: String(from[foreign]) })
  }
  const sort = branches.map((branch) => branch["x-words"]).find(isValueSort)
  if (sort === "path") {
    const path = value.includes("/") ? undefined : pathIn(value, walk.to)
    return path === undefined ? node : { ...node, value: path }
  }
  return sort === undefined ? node : turnedWord(walk, node, sort)
}

const isValueSort = (sort: Sort | undefined): sort is ValueSort | "path" =>
  sort !== undefined && sort !== "cell" && sort !== "default" && !keySorts.has(sort)

const keySorts: ReadonlySet<Sort> = new Set<KeySort>([
  "any-level",
  "aspects",
  "inputs",
  "measures",
  "reopenings",
  "sides"
])

const turnedWord = (walk: Walk, node: ScalarNode, sort: ValueSort): ScalarNode => {
  const { value } = node
  if (typeof value !== "string" || (readAlike.has(sort) && !walk.whole)) return node
  const text = valueIn(sort, value, walk.to, walk.declared)
  if (text !== undefined) return text === value ? node : { ...node, value: text }
  const foreign = wordsOf[sort] === undefined ? undefined : valueIn(sort, value, other(walk.to), walk.declared)
  if (foreign !== undefined && foreign !== value && !(sort in lenient))
    walk.mixed.push({ span: node.span, word: value, right: foreign })
  return node
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
  return { ...node, value: walk.to === "en" ? word : yesNo[word] }
}
