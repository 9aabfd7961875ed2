/**
 * Learns how the rows of a file look: the number of cells, and which columns contain only numbers and dates. This
 * distinguishes a text of several lines from rows that a stray quote has drawn into one cell.
 */
/** The shape of the rows of a file. */
export interface RowShape {
  /** Learns from a row that could be read. */
  learn(cells: readonly string[]): void
  /** Returns whether cells can be those of a row. */
  fits(cells: readonly string[]): boolean
  /** Returns whether prose is unlikely to fit, because there are many columns, or some with digits only. */
  isTelling(): boolean
}

/** The number of rows that show what a column contains. */
const ENOUGH = 3
/** A line of prose seldom has this many cells. */
const MANY = 4

/** Makes the shape of rows, before any row was read. */
export const makeRowShape = (columns: number): RowShape => {
  const filled = Array.from({ length: columns }, () => 0)
  const digits = Array.from({ length: columns }, () => true)
  const ofDigits = (): readonly number[] =>
    digits.flatMap((is, column) => (is && (filled[column] ?? 0) >= ENOUGH ? [column] : []))
  return {
    learn: (cells) => {
      for (const [column, cell] of cells.entries()) {
        if (cell === "") continue
        filled[column] = (filled[column] ?? 0) + 1
        if (!isDigits(cell)) digits[column] = false
      }
    },
    fits: (cells) =>
      columns > 1 && cells.length === columns && ofDigits().every((column) => isDigits(cells[column] ?? "")),
    isTelling: () => columns >= MANY || ofDigits().length > 0
  }
}

/** Matches a number, a date, a time, or nothing. */
const isDigits = (cell: string): boolean => cell === "" || (/\d/.test(cell) && !/\p{L}{2}/u.test(cell))
