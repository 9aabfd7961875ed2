/** Tables of a policy's page: wide ones scroll by themselves, and what says nothing is left out. */
import { type Markup, table, tag } from "../../Markup.ts"

type Rows = readonly (readonly string[])[]

/** Returns a table that a narrow page lets scroll. */
export const wideTable = (head: readonly string[], rows: Rows): Markup =>
  tag("div", { class: "wide" }, table(head, rows))

/** Returns a table of these columns; of cells that hold markup too. */
export const markupTable = (head: readonly Markup[], rows: readonly (readonly Markup[])[], name?: string): Markup =>
  tag(
    "div",
    { class: "wide" },
    tag(
      "table",
      { class: name },
      tag("thead", {}, tag("tr", {}, ...head)),
      tag("tbody", {}, ...rows.map((cells) => tag("tr", {}, ...cells)))
    )
  )

export const columnHead = (text: string): Markup => tag("th", { scope: "col" }, text)

export const rowHead = (content: Markup | string): Markup => tag("th", { scope: "row" }, content)

const keeping = (columns: readonly number[], head: readonly string[], rows: Rows): Markup => {
  const pick = (row: readonly string[]): readonly string[] => columns.map((column) => row[column] ?? "")
  return wideTable(pick(head), rows.map(pick))
}

/** Returns a table without the columns in which nothing stands. */
export const denseTable = (head: readonly string[], rows: Rows): Markup =>
  keeping(
    head.flatMap((_, column) => (column === 0 || rows.some((row) => (row[column] ?? "") !== "") ? [column] : [])),
    head,
    rows
  )

/** So many rows that say the same are worth saying it once. */
const MANY = 3

/** Returns what all rows have in common, by column, and a table of the rest. */
export const sharedTable = (
  head: readonly string[],
  rows: Rows
): { readonly shared: readonly (readonly [name: string, value: string])[]; readonly table: Markup } => {
  const first = rows[0] ?? []
  const isShared = (column: number): boolean =>
    column > 1 && rows.length >= MANY && first[column] !== "" && rows.every((row) => row[column] === first[column])
  const shared = head.flatMap((name, column) => (isShared(column) ? [[name, first[column] ?? ""] as const] : []))
  const columns = head.map((_, column) => column)
  const kept = columns.filter((column) => !isShared(column))
  const blank = rows.map((row) => row.map((text, column) => (kept.includes(column) ? text : "")))
  return { shared, table: denseTable(head, blank) }
}
