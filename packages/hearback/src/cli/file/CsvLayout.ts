/** Finds the layout of a CSV file: its delimiter, and the line of its header. */
import { delimiters, isBalanced, readCells } from "./CsvRecord.ts"
import { encodingOf } from "./Encoding.ts"
import { type Encoding, linesOf, withoutEnd } from "./Lines.ts"

/** The layout of a CSV file. */
export interface CsvLayout {
  readonly encoding: Encoding
  readonly delimiter: string
  /** The names of the columns. */
  readonly columns: readonly string[]
  /** The header as it is written in the file. */
  readonly head: string
  /** The number of lines up to the end of the header. */
  readonly headLines: number
  /** The number of lines above the header, such as a title. */
  readonly above: number
}

/** The most lines that are searched for the header. */
const SEARCHED = 40

interface Head {
  readonly delimiter: string
  readonly columns: readonly string[]
  readonly text: string
  readonly lines: number
  readonly above: number
}

/**
 * Finds the header: the first record that has the wanted columns. If none has them, the first record with several
 * cells, so that the message can list the existing columns.
 */
export const csvLayout = async (
  path: string,
  isWanted: (columns: readonly string[]) => boolean,
  encoding?: Encoding
): Promise<CsvLayout> => {
  const known = encoding ?? (await encodingOf(path))
  const records = await firstRecords(path, known)
  const said = /^sep=(.)$/i.exec(records[0]?.text ?? "")?.[1]
  const heads = records.slice(said === undefined ? 0 : 1).map((record) => headsOf(record, said))
  const found =
    heads.flat().find(({ columns }) => isWanted(columns)) ??
    heads.map(widest).find((head) => head !== undefined && head.columns.length > 1) ??
    heads.map(widest)[0]
  const { delimiter = said ?? ",", columns = [], text = "", lines = 0, above = 0 } = found ?? {}
  return { encoding: known, delimiter, columns, head: text, headLines: lines, above }
}

/** Yields each way to read a record as a header. */
const headsOf = ({ text, ...place }: FirstRecord, said: string | undefined): readonly Head[] =>
  (said === undefined ? delimiters : [said]).flatMap((delimiter) => {
    const read = readCells(text, delimiter, { relaxed: true })
    return "cells" in read ? [{ delimiter, columns: read.cells.map((name) => name.trim()), text, ...place }] : []
  })

const widest = (heads: readonly Head[]): Head | undefined =>
  heads.reduce<Head | undefined>(
    (best, each) => (best === undefined || each.columns.length > best.columns.length ? each : best),
    undefined
  )

interface FirstRecord {
  readonly text: string
  /** The number of lines up to its end. */
  readonly lines: number
  readonly above: number
}

/** Returns the first records that are not blank. A column name can have several lines. */
const firstRecords = async (path: string, encoding: Encoding): Promise<readonly FirstRecord[]> => {
  const records: FirstRecord[] = []
  let [text, lines, above] = ["", 0, 0]
  for await (const line of linesOf(path, encoding)) {
    text += line.text
    lines += 1
    if (isBalanced(text)) {
      if (text.trim() !== "") records.push({ text: withoutEnd(text), lines, above })
      text = ""
      above = lines
    }
    if (lines >= SEARCHED) break
  }
  return records
}
