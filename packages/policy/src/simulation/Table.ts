/**
 * Reads a table beside a simulation file: CSV by RFC 4180, one JSON object on each line, or one text on each line.
 * Each cell has its place, so that a fault in a row is reported with its place.
 */
import { type SourceFile, type Span, span } from "../source/SourceFile.ts"

/** A cell of a table with its place. */
export interface PlanCell {
  readonly text: string
  readonly span: Span
}

/** A table of cells. */
export interface PlanTable {
  readonly columns: readonly PlanCell[]
  readonly rows: readonly (readonly PlanCell[])[]
  /** Rows that cannot be read. */
  readonly unreadable: readonly Span[]
}

/** Rows that another reader has already read, as one JSON object on each line. */
interface ReadRows {
  readonly objects: string
  /**
   * `log`: a log for process miners, with a row for each event. `store`: a row for each case, with columns named like
   * fields.
   */
  readonly from: "xes" | "store"
}

/** The content of a file beside a simulation file. */
export type FileContent = string | Uint8Array | ReadRows

/** Returns whether the content was already read as rows. */
export const isRead = (content: object | string): content is ReadRows =>
  typeof content === "object" && "objects" in content

/** Reads a table with its header. A text file is a table with one column, `text`, and no header. */
export const readTable = (path: string, content: FileContent): PlanTable => {
  if (isRead(content)) return objectsIn({ path, text: content.objects })
  const file = { path, text: decoded(content) }
  if (/\.(?:ndjson|jsonl)$/iu.test(path)) return objectsIn(file)
  const isText = /\.txt$/iu.test(path)
  const records = recordsOf(file, isText ? undefined : delimiterOf(file)).filter((cells) =>
    cells.some(({ text }) => text !== "")
  )
  if (isText) return { columns: [{ text: "text", span: span(file, 0, 0) }], rows: records, unreadable: [] }
  const [columns = [], ...rows] = records
  const isTooLong = (cells: readonly PlanCell[]): boolean => cells.slice(columns.length).some(({ text }) => text !== "")
  return {
    columns,
    rows: rows.filter((cells) => !isTooLong(cells)),
    unreadable: rows.filter(isTooLong).flatMap(([first]) => (first === undefined ? [] : [first.span]))
  }
}

/** Reads each JSON object as a row; nested objects are no cells. */
const objectsIn = (file: SourceFile): PlanTable => {
  const lines = recordsOf(file, undefined).flatMap(([line]) => (line === undefined || line.text === "" ? [] : [line]))
  const objects = lines.map((line) => ({ line, object: objectIn(line.text) }))
  const names = [...new Set(objects.flatMap(({ object }) => Object.keys(object ?? {})))]
  return {
    columns: names.map((text) => ({ text, span: span(file, 0, 0) })),
    rows: objects.flatMap(({ line, object }) =>
      object === undefined ? [] : [names.map((name) => ({ text: textIn(object[name]), span: line.span }))]
    ),
    unreadable: objects.flatMap(({ line, object }) => (object === undefined ? [line.span] : []))
  }
}

type Fields = Readonly<Record<string, unknown>>

const objectIn = (text: string): Fields | undefined => {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Fields) : undefined
  } catch {
    return undefined
  }
}

const textIn = (value: unknown): string => (value === null || typeof value === "object" ? "" : String(value ?? ""))

/** Decodes UTF-8, or GB18030 if the bytes are not UTF-8. */
const decoded = (content: string | Uint8Array): string => {
  if (typeof content === "string") return content.replace(/^\uFEFF/u, "")
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content)
  } catch {
    return new TextDecoder("gb18030").decode(content)
  }
}

/** Returns the delimiter that occurs most often in the first line. */
const delimiterOf = ({ text }: SourceFile): string => {
  const [head = ""] = text.split("\n", 1)
  const count = (sign: string): number => head.split(sign).length
  return [",", ";", "\t", "|"].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Returns the cells up to the end of each record. `undefined` as delimiter: each line is one cell. */
const recordsOf = (file: SourceFile, delimiter: string | undefined): readonly (readonly PlanCell[])[] => {
  const { text } = file
  const records: PlanCell[][] = []
  let cells: PlanCell[] = []
  let at = 0
  const end = (start: number): void => {
    const raw = text.slice(start, at)
    const lead = raw.length - raw.trimStart().length
    const trimmed = raw.trim()
    const isQuoted = delimiter !== undefined && trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"')
    cells.push({
      text: isQuoted ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed,
      span: span(file, start + lead, start + lead + trimmed.length)
    })
  }
  for (let start = 0; start < text.length; ) {
    at = endOfCell(text, start, delimiter)
    end(start)
    if (text[at] !== delimiter || delimiter === undefined) {
      records.push(cells)
      cells = []
    } else if (at + 1 >= text.length) records.push(cells)
    start = at + 1
  }
  return records
}

/** Finds the end of a cell: a delimiter or the end of its line, if it is not in quotes. */
const endOfCell = (text: string, start: number, delimiter: string | undefined): number => {
  let at = start
  if (delimiter !== undefined && /^[ \t]*"/u.test(text.slice(start, start + 40))) {
    at = text.indexOf('"', start) + 1
    for (; at < text.length; at++) {
      if (text[at] !== '"') continue
      if (text[at + 1] !== '"') break
      at++
    }
  }
  while (at < text.length && text[at] !== "\n" && text[at] !== delimiter) at++
  return at
}
