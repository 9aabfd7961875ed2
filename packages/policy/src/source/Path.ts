/**
 * Paths into a file, as people write and read them: `grading.impact.rules.2`.
 *
 * In the text of a path, rows are counted from 1. Names can contain dots (`facts.customer.tier`), so a path can only
 * be read with the tree that it points into: the longest matching key wins.
 */
import { isList, isMap, type MapEntry, type Node } from "./Node.ts"
import type { Span } from "./SourceFile.ts"

/** A key, or the index of a row counted from 0. */
type Step = string | number
/** A path as a list of steps. */
export type Path = ReadonlyArray<Step>

/** Returns a path as text, with rows counted from 1. */
export const renderPath = (path: Path): string =>
  path.map((step) => (typeof step === "number" ? String(step + 1) : step)).join(".")

/** What a path leads to: the value, and its entry if the last step is a key. */
export interface NodeAtPath {
  readonly node: Node
  readonly entry: MapEntry | undefined
  readonly path: Path
  /** The key and its value; the item if the last step is a row; the whole tree for the empty path. */
  readonly span: Span
}

/** Returns the node at a path; `undefined` if there is none. */
export function follow(root: Node, path: Path): NodeAtPath | undefined {
  let found: NodeAtPath = { node: root, entry: undefined, path, span: root.span }
  for (const step of path) {
    const next = typeof step === "number" ? row(found.node, step, path) : keyed(found.node, step, path)
    if (next === undefined) return undefined
    found = next
  }
  return found
}

/** Returns the node at the text of a path; `undefined` if there is none. */
export function locate(root: Node, text: string): NodeAtPath | undefined {
  const path = text === "" ? [] : readPath(root, text)
  return path && follow(root, path)
}

/** Returns every value of the tree with its path, parents before their children, in written order. */
export function* walk(node: Node, path: Path = []): Generator<readonly [Node, Path]> {
  yield [node, path]
  if (isMap(node)) for (const { key, value } of node.entries) yield* walk(value, [...path, key.text])
  if (isList(node)) for (const [index, item] of node.items.entries()) yield* walk(item, [...path, index])
}

function row(node: Node, index: number, path: Path): NodeAtPath | undefined {
  const item = isList(node) ? node.items[index] : undefined
  return item && { node: item, entry: undefined, path, span: item.span }
}

function keyed(node: Node, key: string, path: Path): NodeAtPath | undefined {
  const entry = isMap(node) ? node.entries.find((each) => each.key.text === key) : undefined
  if (entry === undefined) return undefined
  const { file, start } = entry.key.span
  return {
    node: entry.value,
    entry,
    path,
    span: { file, start, end: Math.max(entry.value.span.end, entry.key.span.end) }
  }
}

function readPath(node: Node, text: string): Path | undefined {
  if (isList(node)) return readRow(node.items, text)
  if (!isMap(node)) return undefined
  const fitting = node.entries
    .filter(({ key }) => text === key.text || text.startsWith(`${key.text}.`))
    .sort((a, b) => b.key.text.length - a.key.text.length)
  for (const { key, value } of fitting) {
    const rest = text.length === key.text.length ? [] : readPath(value, text.slice(key.text.length + 1))
    if (rest !== undefined) return [key.text, ...rest]
  }
  return undefined
}

function readRow(items: ReadonlyArray<Node>, text: string): Path | undefined {
  const match = /^([1-9]\d*)(?:\.(.*))?$/s.exec(text)
  const index = Number(match?.[1]) - 1
  const item = items[index]
  if (match === null || item === undefined) return undefined
  const rest = match[2] === undefined ? [] : readPath(item, match[2])
  return rest && [index, ...rest]
}
