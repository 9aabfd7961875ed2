/** Renders rows as aligned columns, measured in columns of the terminal. */
import { narrowest, padEnd, padStart, widthOf, wrap } from "./Columns.ts"

/** A column of a table. */
export interface TerminalColumn {
  /** The heading. If all are empty, there is no heading row. */
  readonly head?: string
  readonly align?: "left" | "right"
}

/** Returns the rows of a table, each with `indent` before it and without blanks at its end. */
export const tableLines = (
  columns: readonly TerminalColumn[],
  rows: readonly (readonly string[])[],
  { indent = 2, gap = 2, head = (text: string) => text, within }: TableOptions
): readonly string[] => {
  const heads = columns.map((column) => column.head ?? "")
  // A cell is one line, because a second line would look like a row.
  const lines = rows.map((row) => row.map((cell) => cell.replace(/\s*\n\s*/g, " ")))
  const all = heads.some((text) => text !== "") ? [heads.map(head), ...lines] : lines
  const ofColumns = columns.map((_, i) => all.map((row) => row[i] ?? ""))
  const widths = narrowed(ofColumns, within - indent - gap * (columns.length - 1))
  return all.flatMap((row) => {
    const cells = columns.map((_, i) => brokenAt(row[i] ?? "", widths[i] ?? 0))
    return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, line) => {
      const parts = columns.map(({ align }, index) =>
        (align === "right" ? padStart : padEnd)(cells[index]?.[line] ?? "", widths[index] ?? 0)
      )
      return (" ".repeat(indent) + parts.join(" ".repeat(gap))).trimEnd()
    })
  })
}

/**
 * Returns the width of each column. If all together are too wide, the widest are reduced first, but not below their
 * longest word.
 */
const narrowed = (columns: readonly (readonly string[])[], within: number): readonly number[] => {
  const widths = columns.map((cells) => Math.max(0, ...cells.map(widthOf)))
  const least = columns.map((cells) => Math.max(0, ...cells.map(leastOf)))
  for (let over = widths.reduce((sum, width) => sum + width, 0) - within; over > 0; over--) {
    const giving = widths.map((width, i) => (width > (least[i] ?? 0) ? width : 0))
    const widest = Math.max(...giving)
    if (!(widest > 0)) break
    widths[giving.indexOf(widest)] = widest - 1
  }
  return widths
}

/** Paints a cell as a whole, with its indentation. */
const paints = "((?:\u001b\\[[\\d;]*m)*)"
const whole = new RegExp(`^${paints}( *)([^\u001b]*?)${paints}$`, "u")

const leastOf = (cell: string): number => {
  const [, , blanks = "", text] = whole.exec(cell) ?? []
  return text === undefined ? widthOf(cell) : blanks.length + narrowest(text)
}

const brokenAt = (cell: string, width: number): readonly string[] => {
  const [, before, blanks = "", text, after] = whole.exec(cell) ?? []
  if (widthOf(cell) <= width || text === undefined) return [cell]
  return wrap(text, width - blanks.length).map((line) => `${before}${blanks}${line}${after}`)
}

interface TableOptions {
  readonly indent?: number
  readonly gap?: number
  readonly head?: (text: string) => string
  /** The width of the terminal. Cells of a wider table are wrapped. */
  readonly within: number
}
