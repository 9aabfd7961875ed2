/** The columns of a table of examples, each with the places that its cells fill. */
import type { Outline } from "../outline/Outline.ts"
import type { ScalarNode } from "../source/Node.ts"
import { columnIn } from "../vocabulary/Column.ts"

interface Places {
  /** The outlines of values that its cells can be. */
  readonly values: ReadonlyArray<Outline>
  /** The maps of which its cells are keys. */
  readonly keysOf: ReadonlyArray<Outline>
}

/** For each column, the places that its cells fill. */
export type Columns = Map<string, Places>

/** Notes a place of a column; returns whether the text is a column. */
export const noteColumn = (columns: Columns, text: ScalarNode["value"], place: Partial<Places>): boolean => {
  const name = typeof text === "string" ? columnIn(text) : undefined
  if (name === undefined) return false
  const before = columns.get(name)
  columns.set(name, {
    values: [...(before?.values ?? []), ...(place.values ?? [])],
    keysOf: [...(before?.keysOf ?? []), ...(place.keysOf ?? [])]
  })
  return true
}
