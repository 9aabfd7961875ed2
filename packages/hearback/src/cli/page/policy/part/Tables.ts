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

/** So many that say the same are worth saying it once. */
const MANY = 3

type Named = readonly (readonly [name: string, text: string])[]

/** Returns what all of several lists say alike, beside what stands first in each. */
export const sharedRows = (lists: readonly Named[]): Named => {
  const [first = []] = lists
  return lists.length < MANY
    ? []
    : first.filter(([, text], i) => i > 0 && text !== "" && lists.every((list) => list[i]?.[1] === text))
}
