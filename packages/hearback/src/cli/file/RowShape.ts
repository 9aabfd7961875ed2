/**
 * How the rows of a file look: how many cells, and which columns hold numbers and dates alone. It tells a row that a
 * stray quote has drawn into the cell of another from a text of several lines.
 */
export interface RowShape {
  /** Takes note of a row that could be read. */
  learn(cells: readonly string[]): void
  /** Returns whether cells may be those of a row. */
  fits(cells: readonly string[]): boolean
  /** Whether no prose is likely to fit: there are many columns, or some of digits alone. */
  isTelling(): boolean
}

/** So many rows show what a column holds. */
const ENOUGH = 3
/** A line of prose has seldom so many cells. */
const MANY = 4

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

/** A number, a date, a time, or nothing. */
const isDigits = (cell: string): boolean => cell === "" || (/\d/.test(cell) && !/\p{L}{2}/u.test(cell))
