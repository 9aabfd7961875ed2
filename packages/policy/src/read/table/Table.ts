/**
 * Converts rows as written (`when … then`, `otherwise`) to the tables by which core decides and the analysis checks.
 */

import type { Condition, Ranges, Table, TableRow, Varying } from "../../bundle/Bundle.ts"
import { entriesOf, get, itemsOf, type Tree } from "../../link/Tree.ts"
import type { Reading } from "../Reading.ts"
import { cellOf } from "./WhenCells.ts"

/** A row before the columns of its table are known. */
export interface DraftRow {
  readonly cells: ReadonlyMap<number, Ranges>
  readonly rule: string
}

/** Makes one table of rows. Its columns are the inputs that any row names. */
export const tableOf = (id: string, drafts: readonly DraftRow[]): Table => {
  const slots = [...new Set(drafts.flatMap((draft) => [...draft.cells.keys()]))].sort((a, b) => a - b)
  const rows = drafts.map(
    (draft): TableRow => ({ cells: slots.map((slot) => draft.cells.get(slot) ?? null), rule: draft.rule })
  )
  return { id, slots, rows }
}

/** Returns the rows of a `when`. A map is one row, or one for each of its signals; a list means any of its maps. */
export const draftsOf = (reading: Reading, when: Tree, rule: string): readonly DraftRow[] =>
  itemsOf(when).flatMap((map) => {
    let rows: readonly ReadonlyMap<number, Ranges>[] = [new Map()]
    for (const [name, cell] of entriesOf(map)) {
      const choices = cellOf(reading, name, cell)
      rows = rows.flatMap((row) => choices.map((choice) => new Map([...row, ...choice])))
    }
    return rows.map((cells) => ({ cells, rule }))
  })

/** Reads a condition. Its rule is the path of the `when`. */
export const conditionOf = (reading: Reading, when: Tree | undefined, id = when?.path ?? ""): Condition | undefined =>
  when === undefined ? undefined : { rule: when.path, table: tableOf(id, draftsOf(reading, when, when.path)) }

/** Reads rows of `when … then` and `otherwise`. A row whose result cannot be read is omitted. */
export const rowsOf = <T>(reading: Reading, table: Tree, readValue: (then: Tree) => T | undefined): Varying<T> => {
  const drafts: DraftRow[] = []
  const values: T[] = []
  for (const row of itemsOf(table)) {
    const then = get(row, "then") ?? get(row, "otherwise")
    const value = then === undefined ? undefined : readValue(then)
    const when = get(row, "when")
    // The condition is read even if the result is wrong, to report all findings at once.
    const read = when === undefined ? [{ cells: new Map(), rule: row.path }] : draftsOf(reading, when, row.path)
    if (value === undefined) continue
    for (const draft of read) {
      drafts.push(draft)
      values.push(value)
    }
  }
  return { table: tableOf(table.path, drafts), values }
}

/** Returns one value for every case. */
export const always = <T>(value: T, path: string): Varying<T> => ({
  table: tableOf(path, [{ cells: new Map(), rule: path }]),
  values: [value]
})

/** Returns whether a list contains rows of a table. */
export const isTable = (tree: Tree): boolean =>
  tree._tag === "List" && tree.items.length > 0 && tree.items.every((item) => item._tag === "Map")
