/** Reads the cells of one CSV record. This is the only file that uses csv-parse. */
import { CsvError, parse } from "csv-parse/sync"

/** The cells of a record, or the reason why it cannot be read. */
export type CsvCells = { readonly cells: readonly string[] } | { readonly problem: string }

/** The possible delimiters between cells. */
export const delimiters = [",", ";", "\t", "|"] as const

/**
 * Reads a record without its line end. `relaxed`: a quote inside a cell that does not begin with one is an ordinary
 * character.
 */
export const readCells = (text: string, delimiter: string, { relaxed = false } = {}): CsvCells => {
  const plain = plainCells(text, delimiter)
  if (plain !== undefined) return { cells: plain }
  try {
    const records: readonly (readonly string[])[] = parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: relaxed,
      trim: true
    })
    const [cells = []] = records
    return records.length > 1 ? { problem: problemOf("quote not closed") } : { cells }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { problem: problemOf(error.code.replace(/^CSV_/, "").toLowerCase().replaceAll("_", " ")) }
  }
}

/** Returns the cells of a simple record, the same as csv-parse but much faster; undefined if csv-parse is needed. */
const plainCells = (text: string, delimiter: string): readonly string[] | undefined =>
  text.trim() === "" || needsParser.test(text) ? undefined : text.split(delimiter).map(trimmed)

/** Matches quotes, line ends, and blanks that are not ASCII. */
const needsParser = /["\r\n\v\u0085\u00a0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/

const trimmed = (cell: string): string =>
  /^[ \t\f]|[ \t\f]$/.test(cell) ? cell.replace(/^[ \t\f]+|[ \t\f]+$/g, "") : cell

const problemOf = (why: string): string => `row/unreadable ${why}`

/** Returns whether every opened quote is closed, judged by counting. */
export const isBalanced = (text: string): boolean => {
  let count = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) count += 1
  return count % 2 === 0
}
