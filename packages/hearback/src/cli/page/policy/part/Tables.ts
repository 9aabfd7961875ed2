/** Makes tables of a policy's page: wide ones scroll, and empty columns are omitted. */
import { type Markup, table, tag } from "../../Markup.ts"

type Rows = readonly (readonly string[])[]

/** Returns a table that scrolls on a narrow page. */
export const wideTable = (head: readonly string[], rows: Rows): Markup =>
  tag("div", { class: "wide" }, table(head, rows))

/** Returns a table whose cells can contain markup. */
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

/** Returns the header of a column. */
export const columnHead = (text: string): Markup => tag("th", { scope: "col" }, text)

/** Returns the header of a row. */
export const rowHead = (content: Markup | string): Markup => tag("th", { scope: "row" }, content)

const keeping = (columns: readonly number[], head: readonly string[], rows: Rows): Markup => {
  const pick = (row: readonly string[]): readonly string[] => columns.map((column) => row[column] ?? "")
  return wideTable(pick(head), rows.map(pick))
}

/** Returns a table without its empty columns. */
export const denseTable = (head: readonly string[], rows: Rows): Markup =>
  keeping(
    head.flatMap((_, column) => (column === 0 || rows.some((row) => (row[column] ?? "") !== "") ? [column] : [])),
    head,
    rows
  )

/** The number of equal rows from which they are shown once. */
const MANY = 3

type Named = readonly (readonly [name: string, text: string])[]

/** Returns the rows that all of several lists have, beside the first of each list. */
export const sharedRows = (lists: readonly Named[]): Named => {
  const [first = []] = lists
  return lists.length < MANY
    ? []
    : first.filter(([, text], i) => i > 0 && text !== "" && lists.every((list) => list[i]?.[1] === text))
}
