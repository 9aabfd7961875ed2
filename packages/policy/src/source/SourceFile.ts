/**
 * A text file that a person wrote, and places in it.
 *
 * Invariant: offsets count UTF-16 code units of `text`, which never begins with a byte order mark. Lines and columns
 * count from 1, as people and editors count them.
 */

/** A file as read. `path` is written as the person named it. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** A part of a file, from `start` up to but not including `end`. */
export interface Span {
  readonly file: SourceFile
  readonly start: number
  readonly end: number
}

/** A line and a column, both counted from 1. */
export interface LineAndColumn {
  readonly line: number
  readonly column: number
}

/** Makes a span. */
export const span = (file: SourceFile, start: number, end: number): Span => ({ file, start, end })

/** Returns the line and column of an offset. Offsets outside the text are moved to its nearest end. */
export function placeAt(file: SourceFile, offset: number): LineAndColumn {
  const starts = lineStarts(file)
  const at = Math.max(0, Math.min(offset, file.text.length))
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 }
}

/** Returns the line and column where a span begins. */
export const placeOf = (at: Span): LineAndColumn => placeAt(at.file, at.start)

/** Returns `path:line:column` of the beginning of a span. */
export function renderPlace(at: Span): string {
  const { line, column } = placeOf(at)
  return `${at.file.path}:${line}:${column}`
}

/** Returns the text of a span as the person wrote it. */
export const written = (at: Span): string => at.file.text.slice(at.start, at.end)

/** Returns the text of a line, counted from 1, without its line break; empty if there is no such line. */
export function lineText(file: SourceFile, line: number): string {
  const [start, end] = lineBounds(file, line)
  return file.text.slice(start, end).replace(/\r$/, "")
}

/** Returns the offsets at which a line begins and ends, without its line break. */
export function lineBounds(file: SourceFile, line: number): readonly [start: number, end: number] {
  const starts = lineStarts(file)
  const start = starts[line - 1] ?? file.text.length
  const next = starts[line]
  return [start, next === undefined ? file.text.length : next - 1]
}

const known = new WeakMap<SourceFile, ReadonlyArray<number>>()

function lineStarts(file: SourceFile): ReadonlyArray<number> {
  const before = known.get(file)
  if (before !== undefined) return before
  const starts = [0]
  for (let at = file.text.indexOf("\n"); at !== -1; at = file.text.indexOf("\n", at + 1)) starts.push(at + 1)
  known.set(file, starts)
  return starts
}
