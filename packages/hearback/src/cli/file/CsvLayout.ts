/** How a CSV file is laid out: what stands between its cells, and in which line its head stands. */
import { delimiters, isBalanced, readCells } from "./CsvRecord.ts"
import { encodingOf } from "./Encoding.ts"
import { type Encoding, linesOf, withoutEnd } from "./Lines.ts"

export interface CsvLayout {
  readonly encoding: Encoding
  readonly delimiter: string
  /** The names of the columns. */
  readonly columns: readonly string[]
  /** The head as it stands in the file. */
  readonly head: string
  /** How many lines end with the head. */
  readonly headLines: number
  /** How many lines stand above it, such as a title. */
  readonly above: number
}

/** So many lines are searched for the head. */
const SEARCHED = 40

interface Head {
  readonly delimiter: string
  readonly columns: readonly string[]
  readonly text: string
  readonly lines: number
  readonly above: number
}

/**
 * Finds the head: the first record that has the columns that are wanted. Where none has them it is the first that has
 * several cells, so that it can be said which columns there are.
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

/** Each way to read a record as a head. */
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
  /** How many lines end with it. */
  readonly lines: number
  readonly above: number
}

/** The first records that are not blank; a name of a column may have several lines. */
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
