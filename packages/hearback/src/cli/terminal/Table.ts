/** Rows as aligned columns, measured in columns of the terminal. */
import { padEnd, padStart, widthOf } from "./Columns.ts"

export interface Column {
  /** Heading; all empty = no heading row. */
  readonly head?: string
  readonly align?: "left" | "right"
}

/** Returns the rows of a table, each with `indent` before it and no blanks at its end. */
export const tableLines = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { indent = 2, gap = 2, head = (text: string) => text }: TableOptions = {}
): readonly string[] => {
  const heads = columns.map((column) => column.head ?? "")
  // A cell is one line, whatever is written in it: a line of its own would look like a row.
  const lines = rows.map((row) => row.map((cell) => cell.replace(/\s*\n\s*/g, " ")))
  const all = heads.some((text) => text !== "") ? [heads.map(head), ...lines] : lines
  const widths = columns.map((_, i) => Math.max(0, ...all.map((row) => widthOf(row[i] ?? ""))))
  return all.map((row) => {
    const cells = columns.map((column, index) => {
      const width = widths[index] ?? 0
      const cell = row[index] ?? ""
      if (column.align === "right") return padStart(cell, width)
      return padEnd(cell, width)
    })
    return (" ".repeat(indent) + cells.join(" ".repeat(gap))).trimEnd()
  })
}

interface TableOptions {
  readonly indent?: number
  readonly gap?: number
  readonly head?: (text: string) => string
}
