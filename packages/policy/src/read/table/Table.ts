/** Rows as written (`when … then`, `otherwise`) to the table form that core decides and analyses by. */

import type { Condition, Ranges, Table, TableRow, Varying } from "../../bundle/Bundle.ts"
import { entriesOf, get, itemsOf, type Tree } from "../../link/Tree.ts"
import type { Reading } from "../Reading.ts"
import { cellOf } from "./WhenCells.ts"

/** A row before its table knows which columns it has. */
export interface DraftRow {
  readonly cells: ReadonlyMap<number, Ranges>
  readonly rule: string
}

/** Puts rows into one table: its columns are the inputs that any row names. */
export const tableOf = (id: string, drafts: readonly DraftRow[]): Table => {
  const slots = [...new Set(drafts.flatMap((draft) => [...draft.cells.keys()]))].sort((a, b) => a - b)
  const rows = drafts.map(
    (draft): TableRow => ({ cells: slots.map((slot) => draft.cells.get(slot) ?? null), rule: draft.rule })
  )
  return { id, slots, rows }
}

/** Returns the rows of a `when`: a map is one row (or one for each signal it may hear), a list any of its maps. */
export const draftsOf = (reading: Reading, when: Tree, rule: string): readonly DraftRow[] =>
  itemsOf(when).flatMap((map) => {
    let rows: readonly ReadonlyMap<number, Ranges>[] = [new Map()]
    for (const [name, cell] of entriesOf(map)) {
      const choices = cellOf(reading, name, cell)
      rows = rows.flatMap((row) => choices.map((choice) => new Map([...row, ...choice])))
    }
    return rows.map((cells) => ({ cells, rule }))
  })

/** Reads a condition; its rule is the path of the `when`. */
export const conditionOf = (reading: Reading, when: Tree | undefined, id = when?.path ?? ""): Condition | undefined =>
  when === undefined ? undefined : { rule: when.path, table: tableOf(id, draftsOf(reading, when, when.path)) }

/** Reads rows of `when … then` and `otherwise`; a row whose result cannot be read is left out. */
export const rowsOf = <T>(reading: Reading, table: Tree, readValue: (then: Tree) => T | undefined): Varying<T> => {
  const drafts: DraftRow[] = []
  const values: T[] = []
  for (const row of itemsOf(table)) {
    const then = get(row, "then") ?? get(row, "otherwise")
    const value = then === undefined ? undefined : readValue(then)
    const when = get(row, "when")
    // The condition is read also where the result is wrong: all findings at once.
    const read = when === undefined ? [{ cells: new Map(), rule: row.path }] : draftsOf(reading, when, row.path)
    if (value === undefined) continue
    for (const draft of read) {
      drafts.push(draft)
      values.push(value)
    }
  }
  return { table: tableOf(table.path, drafts), values }
}

/** One value for every case. */
export const always = <T>(value: T, path: string): Varying<T> => ({
  table: tableOf(path, [{ cells: new Map(), rule: path }]),
  values: [value]
})

/** Returns whether a list holds rows of a table. */
export const isTable = (tree: Tree): boolean =>
  tree._tag === "List" && tree.items.length > 0 && tree.items.every((item) => item._tag === "Map")
