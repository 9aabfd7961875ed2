/**
 * Finds the comments and blank lines of a file and the entry or item to which each belongs, so that they move with
 * it.
 *
 * A comment on its own line belongs to what follows it. A comment behind text belongs to what ends there. A comment
 * that is indented like what precedes it, and deeper than what follows, belongs to what precedes it.
 */

import { commentsOf } from "../parse/Yaml.ts"
import type { Node } from "../source/Node.ts"
import { lineText, placeAt, type SourceFile, type Span } from "../source/SourceFile.ts"

/** The comments and blank lines of one entry or item. */
export interface Remarks {
  /** Lines above it; `""` is a blank line. */
  readonly before: ReadonlyArray<string>
  /** The comment behind it on its line; undefined if there is none. */
  readonly behind: string | undefined
  /** Lines below it, with the same indentation; `""` is a blank line. */
  readonly after: ReadonlyArray<string>
}

/** Returns the remarks of an entry (by its key) or of a list item (by its value). */
export type RemarksOf = (kind: Kind, at: Span) => Remarks

type Kind = "entry" | "item"

interface Anchor {
  readonly kind: Kind
  readonly start: number
  readonly end: number
  readonly line: number
  /** The position of the first non-blank character on its line. */
  readonly column: number
  /** Whether it begins its line, apart from a dash. */
  readonly leads: boolean
  readonly before: Array<string>
  readonly behind: Array<string>
  readonly after: Array<string>
}

interface Comment {
  readonly text: string
  readonly start: number
  readonly line: number
  readonly column: number
}

/** Reads all comments and blank lines of a file. */
export const remarksIn = (file: SourceFile, tree: Node): RemarksOf => {
  const anchors = anchorsIn(file, tree)
  const own = new Map<number, Comment>()
  for (const span of commentsOf(file)) {
    const { line, column } = placeAt(file, span.start)
    const comment = { text: file.text.slice(span.start, span.end), start: span.start, line, column }
    if (
      lineText(file, line)
        .slice(0, column - 1)
        .trim() === ""
    )
      own.set(line, comment)
    else behindWhat(anchors, comment)?.behind.push(comment.text)
  }
  for (const anchor of anchors) if (anchor.leads) gather(file, anchors, anchor, own)
  for (const comment of own.values()) {
    const isApart = lineText(file, comment.line - 1).trim() === ""
    standingBefore(anchors, comment, 0)?.after.push(...(isApart ? [""] : []), comment.text)
  }
  const byPlace = new Map(anchors.map((anchor) => [`${anchor.kind} ${anchor.start}`, anchor]))
  return (kind, { start }) => {
    const { before, behind, after } = byPlace.get(`${kind} ${start}`) ?? { before: [], behind: [], after: [] }
    return { before, behind: behind.length === 0 ? undefined : behind.join(" "), after }
  }
}

/** Sorts places in written order; a place that contains others comes first. */
const anchorsIn = (file: SourceFile, tree: Node): ReadonlyArray<Anchor> => {
  const found: Array<Anchor> = []
  let last = 0
  const add = (kind: Kind, start: number, end: number): void => {
    const { line, column } = placeAt(file, start)
    const text = lineText(file, line)
    const leads = line > last && /^[\s-]*$/.test(text.slice(0, column - 1))
    last = Math.max(last, line)
    found.push({ kind, start, end, line, column: text.search(/\S/) + 1, leads, before: [], behind: [], after: [] })
  }
  const visit = (node: Node): void => {
    if (node._tag === "Map")
      for (const { key, value } of node.entries) {
        add("entry", key.span.start, Math.max(key.span.end, value.span.end))
        visit(value)
      }
    if (node._tag === "List")
      for (const item of node.items) {
        add("item", item.span.start, item.span.end)
        visit(item)
      }
  }
  visit(tree)
  return found
}

/**
 * Returns to what a comment behind text belongs: the widest entry that ends before it on its line, else the one that
 * is open, else the one that ended last.
 */
const behindWhat = (anchors: ReadonlyArray<Anchor>, { start, line }: Comment): Anchor | undefined => {
  const here = anchors.filter((anchor) => anchor.line === line && anchor.start < start)
  const ended = here.find(({ end }) => end <= start)
  if (ended !== undefined) return ended
  if (here.length > 0) return here.at(-1)
  const past = anchors.filter(({ end }) => end <= start)
  const latest = Math.max(...past.map(({ end }) => end))
  return past.find(({ end }) => end === latest) ?? anchors[0]
}

/** Takes the comments and blank lines above an anchor. */
const gather = (file: SourceFile, anchors: ReadonlyArray<Anchor>, anchor: Anchor, own: Map<number, Comment>): void => {
  let first = anchor.line
  while (first > 1 && (own.has(first - 1) || lineText(file, first - 1).trim() === "")) first--
  let mine = false
  for (let line = first; line < anchor.line; line++) {
    const comment = own.get(line)
    own.delete(line)
    if (comment === undefined) {
      if (anchor.before.at(-1) !== "") anchor.before.push("")
      continue
    }
    const other = mine || comment.column <= anchor.column ? undefined : standingBefore(anchors, comment, anchor.column)
    if (other === undefined) {
      mine = true
      anchor.before.push(comment.text)
    } else {
      other.after.push(comment.text)
      anchor.before.length = 0
    }
  }
}

/**
 * Returns what a comment belongs to among earlier entries: one with the same indentation, or the nearest with less
 * but more than `least`.
 */
const standingBefore = (
  anchors: ReadonlyArray<Anchor>,
  { start, column }: Comment,
  least: number
): Anchor | undefined => {
  const above = anchors.filter((anchor) => anchor.leads && anchor.start < start && anchor.column > least)
  return above.findLast((anchor) => anchor.column === column) ?? above.findLast((anchor) => anchor.column < column)
}
