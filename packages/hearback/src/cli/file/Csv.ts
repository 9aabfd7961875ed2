/**
 * Reads CSV as a stream of rows. An unreadable record does not affect others: reading continues at the next line that
 * is a row, and the lines between become one unreadable row.
 */
import type { CsvLayout } from "./CsvLayout.ts"
import { type CsvCells, isBalanced, readCells } from "./CsvRecord.ts"
import { type LineQueue, makeLineQueue } from "./LineQueue.ts"
import { bytesWithoutEnd, type FileLine, LONGEST_LINE, linesOf, withoutEnd } from "./Lines.ts"
import { type FileRow, type FileRows, LONGEST, undecodable } from "./Row.ts"
import { makeRowShape, type RowShape } from "./RowShape.ts"

interface Reader {
  readonly lines: LineQueue
  readonly layout: CsvLayout
  readonly shape: RowShape
}

/** Reads the rows below the header. */
export const csvRows = (path: string, layout: CsvLayout): FileRows => {
  let besides = 0
  const each = async function* (): AsyncGenerator<FileRow> {
    const source = linesOf(path, layout.encoding)
    const reader: Reader = { lines: makeLineQueue(source), layout, shape: makeRowShape(layout.columns.length) }
    try {
      besides += extentOf(await reader.lines.take(layout.headLines))
      for (;;) {
        const first = await reader.lines.peek(0)
        if (first === undefined) return
        if (isBlank(first)) besides += extentOf(await reader.lines.take(1))
        else yield await nextRow(reader, first)
      }
    } finally {
      await source.return(undefined)
    }
  }
  return { each: each(), besides: () => besides }
}

const nextRow = async (reader: Reader, first: FileLine): Promise<FileRow> => {
  const { lines, layout } = reader
  if (first.isCut) return rowOf(await lines.take(1), { problem: "row/too-long" }, layout)
  const record = await recordAhead(reader, 0)
  if (record !== undefined) {
    if (hasEveryColumn(record.cells, layout)) reader.shape.learn(record.cells)
    return rowOf(await lines.take(record.lines), record, layout)
  }
  const alone = readCells(withoutEnd(first.text), layout.delimiter, { relaxed: true })
  if ("cells" in alone && hasEveryColumn(alone.cells, layout)) return rowOf(await lines.take(1), alone, layout)
  return unreadable(reader, first)
}

interface RecordAhead {
  readonly lines: number
  readonly cells: readonly string[]
}

/** Returns the record that begins a number of lines ahead; undefined if none does. */
const recordAhead = async (reader: Reader, place: number): Promise<RecordAhead | undefined> => {
  const { lines, layout } = reader
  const parts: FileLine[] = []
  let isWhole = false
  for (let size = 0; !isWhole && size < LONGEST_LINE; ) {
    const next = await lines.peek(place + parts.length)
    if (next === undefined) return undefined
    parts.push(next)
    size += next.bytes.length
    isWhole = isBalanced(next.text) === (parts.length === 1)
  }
  const text = textOf(parts)
  const read: CsvCells = isWhole ? readCells(text, layout.delimiter) : { problem: "" }
  if ("problem" in read || (parts.length > 1 && hasSwallowed(parts, read.cells, reader))) return undefined
  return { lines: parts.length, cells: read.cells }
}

/** Returns whether a record of several lines was opened by a stray quote and contains other records. */
const hasSwallowed = (parts: readonly FileLine[], cells: readonly string[], { layout, shape }: Reader): boolean => {
  const [first, ...others] = parts.slice(0, LOOKED_AT).map(({ text }) => withoutEnd(text))
  const rows = others.filter((text) => {
    const read = readCells(text, layout.delimiter, { relaxed: true })
    return shape.fits("cells" in read ? read.cells : text.split(layout.delimiter))
  }).length
  if (!hasEveryColumn(cells, layout)) return rows > 0
  const beginsLikeRow = shape.fits((first ?? "").split(layout.delimiter).slice(0, layout.columns.length))
  return shape.isTelling() && beginsLikeRow && rows > 0 && rows * 2 >= others.length
}

/** The most lines of a record that are searched for other rows. */
const LOOKED_AT = 40

/** Returns the unreadable lines up to the next line with which a row begins. */
const unreadable = async (reader: Reader, first: FileLine): Promise<FileRow> => {
  const { lines, layout, shape } = reader
  let count = 1
  for (let size = first.text.length; size < LONGEST; count += 1) {
    const next = await lines.peek(count)
    if (next === undefined || next.isCut || isBlank(next)) break
    if (shape.fits(withoutEnd(next.text).split(layout.delimiter))) break
    const record = await recordAhead(reader, count)
    if (record !== undefined && hasEveryColumn(record.cells, layout)) break
    size += next.text.length
  }
  const strict = readCells(withoutEnd(first.text), layout.delimiter)
  return rowOf(await lines.take(count), "problem" in strict ? strict : { problem: "row/unreadable" }, layout)
}

const rowOf = (parts: readonly FileLine[], found: CsvCells, layout: CsvLayout): FileRow => {
  const raw = textOf(parts)
  const bytes = bytesWithoutEnd(Buffer.concat(parts.map((part) => part.bytes)))
  const place = { line: parts[0]?.number ?? 0, raw, bytes, extent: extentOf(parts) }
  if (parts.some(({ isBroken }) => isBroken)) return { ...place, isBroken: true, problem: undecodable(layout.encoding) }
  if ("problem" in found) return { ...place, ...found }
  if (raw.length > LONGEST) return { ...place, problem: "row/too-long" }
  return { ...place, ...valuesOf(found.cells, layout) }
}

/** Reads one record separately from its file, with the layout of that file. */
export const readRecord = (text: string, layout: Pick<CsvLayout, "columns" | "delimiter">): Partial<FileRow> => {
  const strict = readCells(text, layout.delimiter)
  const found = "cells" in strict ? strict : readCells(text, layout.delimiter, { relaxed: true })
  return "cells" in found ? valuesOf(found.cells, layout) : { problem: "problem" in strict ? strict.problem : "" }
}

const valuesOf = (cells: readonly string[], layout: Pick<CsvLayout, "columns">): Partial<FileRow> => {
  const { columns } = layout
  if (!hasEveryColumn(cells, layout)) return { problem: `row/columns ${cells.length} instead of ${columns.length}` }
  if (new Set(columns).size === columns.length)
    return { values: Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ""])) }
  const values = new Map<string, string>()
  const twice = new Set<string>()
  for (const [i, name] of columns.entries()) {
    const [known = "", cell = ""] = [values.get(name), cells[i]]
    if (known.trim() !== "" && cell.trim() !== "" && known !== cell) twice.add(name)
    if (known.trim() === "") values.set(name, cell)
  }
  return { values: Object.fromEntries(values), ...(twice.size === 0 ? {} : { twice: [...twice] }) }
}

/** Returns cells without blank ones beyond the last column, which a spreadsheet leaves if it was once wider. */
const hasEveryColumn = (cells: readonly string[], { columns }: Pick<CsvLayout, "columns">): boolean =>
  cells.length >= columns.length && cells.slice(columns.length).every((cell) => cell === "")

const isBlank = ({ text, isBroken }: FileLine): boolean => !isBroken && text.trim() === ""

const textOf = (parts: readonly FileLine[]): string => withoutEnd(parts.map(({ text }) => text).join(""))

const extentOf = (parts: readonly FileLine[]): number => parts.reduce((sum, { bytes }) => sum + bytes.length, 0)
