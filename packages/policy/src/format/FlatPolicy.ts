/**
 * Prints a policy with everything it extends as one file. Each part has a comment with the file and line that it came
 * from.
 *
 * Invariant: the printed policy decides the same. It extends nothing, so it no longer follows its packs.
 */
import { withShortMessages } from "../link/Messages.ts"
import type { MapTree, Tree } from "../link/Tree.ts"
import { branchesOf, isByLanguage, keyFound, underName } from "../outline/Branch.ts"
import { type FileOutline, languageOf, type Outline } from "../outline/Outline.ts"
import type { MapEntry, Node, ScalarNode } from "../source/Node.ts"
import { placeOf, type SourceFile, type Span, span, written } from "../source/SourceFile.ts"
import { turn } from "../translation/FileTranslation.ts"
import { type KeyLanguage, keysOf } from "../vocabulary/KeyLanguage.ts"
import { pieceOf } from "./Piece.ts"
import { printed } from "./PrintedLines.ts"
import type { Remarks } from "./Remark.ts"

/** How the policy is printed. */
export interface FlatOptions {
  /** The key language to write; without it that of the policy's own file. */
  readonly keys?: KeyLanguage
  /** Returns the language of the texts without a language in a file. */
  readonly spokenIn: (file: SourceFile) => string
}

/** Returns the text of a merged policy. */
export const flat = (root: MapTree, { keys, spokenIn }: FlatOptions): string => {
  const language = languageOf("policy")
  const home = root.span.file
  const to = keys ?? keysOf(home)
  const grown: Growing = { language, home, spokenIn, remarks: new Map(), unlike: new Set() }
  const kept = new Map([...withShortMessages(root).entries].filter(([key]) => key !== "extends" && key !== "parts"))
  const tree = grow(grown, { ...root, entries: kept }, [language.root], undefined)
  const { tree: turned, changed } = turn(tree, { kind: "policy", from: "en", to, whole: true })
  const remarks = (_: string, at: Span): Remarks =>
    grown.remarks.get(at) ?? { before: [], behind: undefined, after: [] }
  return printed(pieceOf({ language, keys: to, remarks, changed: new Set([...changed, ...grown.unlike]) }, turned))
}

interface Growing {
  readonly language: FileOutline
  readonly home: SourceFile
  readonly spokenIn: FlatOptions["spokenIn"]
  /** Remarks by the span of a key or an item; each span belongs to one of them only. */
  readonly remarks: Map<Span, Remarks>
  /** Scalars that differ from the text at their place. */
  readonly unlike: Set<ScalarNode>
}

/** Makes the nodes of a tree. `told` is the file that an earlier remark already named. */
const grow = (on: Growing, tree: Tree, given: ReadonlyArray<Outline>, told: SourceFile | undefined): Node => {
  const branches = given.flatMap((each) => branchesOf(on.language, each))
  const { file, start, end } = tree.span
  const at = span(file, start, end)
  switch (tree._tag) {
    case "Scalar":
      return textOf(on, tree, branches)
    case "List": {
      const items = branches.flatMap((branch) => (branch.items === undefined ? [] : [branch.items]))
      return {
        _tag: "List",
        span: at,
        items: tree.items.map((item) => {
          const { inner, remarks } = remark(item, item.span, told)
          const node = grow(on, item, items, inner)
          on.remarks.set(node.span, remarks)
          return node
        })
      }
    }
    case "Map":
      return {
        _tag: "Map",
        span: at,
        entries: [...tree.entries].map(([key, value]) => entryOf(on, tree, key, value, branches, told))
      }
  }
}

const entryOf = (
  on: Growing,
  map: MapTree,
  key: string,
  value: Tree,
  branches: ReadonlyArray<Outline>,
  told: SourceFile | undefined
): MapEntry => {
  const ours = branches.flatMap((branch) => keyFound(branch, key, "en")?.value ?? [])
  const { inner, remarks } = remark(value, value.named, told)
  const { file, start, end } = value.named
  const named = span(file, start, end)
  const isSection = map.path === "" && value._tag !== "Scalar"
  on.remarks.set(named, isSection ? { ...remarks, before: [""] } : remarks)
  const outlines = ours.length > 0 ? ours : branches.flatMap(underName)
  return { key: { text: key, span: named }, value: grow(on, value, outlines, inner) }
}

/**
 * Returns the remark that names the file of a value. If its parts come from several files, each part gets a remark of
 * its own.
 */
const remark = (
  value: Tree,
  named: Span,
  told: SourceFile | undefined
): { readonly inner: SourceFile | undefined; readonly remarks: Remarks } => {
  const files = new Set(leavesOf(value).map(({ file }) => file))
  const [only] = files
  const isOne = files.size === 1 && only !== undefined
  const at = isOne && named.file !== only ? leavesOf(value)[0] : named
  const behind = isOne && only !== told && at ? `# ${only.path}:${placeOf(at).line}` : undefined
  return { inner: isOne ? only : undefined, remarks: { before: [], behind, after: [] } }
}

const leavesOf = (tree: Tree): ReadonlyArray<Span> => {
  if (tree._tag === "Scalar") return [tree.span]
  const parts = tree._tag === "List" ? tree.items : [...tree.entries.values()]
  return parts.length === 0 ? [tree.span] : parts.flatMap(leavesOf)
}

/** Wraps a text from a file in another language in a map with this language. */
const textOf = (on: Growing, tree: Extract<Tree, { _tag: "Scalar" }>, branches: ReadonlyArray<Outline>): Node => {
  const { file, start, end } = tree.span
  const source = written(tree.span)
  const quoted = /^["'|>]/.test(source)
  const at = span(file, start, end)
  const node: ScalarNode = { _tag: "Scalar", value: tree.value, source, quoted, span: at }
  // A text that was translated to English differs from its source.
  if (typeof tree.value === "string" && (quoted ? !/^[|>]/.test(source) : source !== tree.value)) on.unlike.add(node)
  const spoken = on.spokenIn(file)
  if (spoken === on.spokenIn(on.home) || !branches.some(isByLanguage)) return node
  return { _tag: "Map", span: at, entries: [{ key: { text: spoken, span: span(file, start, start) }, value: node }] }
}
