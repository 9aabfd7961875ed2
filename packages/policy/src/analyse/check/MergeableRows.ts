/**
 * Finds rows that could be merged: two rows with the same result that differ only in one cell whose values can be
 * joined, and a row all of whose cases a later row would decide the same way.
 */

import { Ranges, type Table } from "@hearback/core"
import { related } from "../../diagnostic/Diagnostic.ts"
import { itemsOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { domainsOf } from "../table/Domains.ts"
import { witnessOf } from "./Tables.ts"

/** The most rows above a row with which it is compared, because more would take too long. */
const mostRows = 200

type Cells = readonly (Ranges.Ranges | null)[]

/** Reports rows of a table that could be merged with a row above them. */
export const mergeable = (
  reading: Reading,
  { table, values }: { readonly table: Table.Table; readonly values: readonly unknown[] }
): void => {
  const tree = reading.at(table.id)
  if (tree?._tag !== "List" || tree.named.file.path.startsWith("pack:") || reading.isFaulty(table.id)) return
  if (table.rows.length > mostRows) return
  const written = itemsOf(tree)
  const domains = domainsOf(reading, table)
  const rows = table.rows.map(({ rule, cells }, index) => ({
    // A row with several signals becomes several rows of the table, so it is not compared.
    at: table.rows.filter((row) => row.rule === rule).length === 1 ? reading.at(rule) : undefined,
    cells: cells.map((cell, column) => cell ?? domains[column] ?? Ranges.empty),
    value: JSON.stringify(values[index])
  }))
  const told = new Set<number>()
  for (const [j, later] of rows.entries())
    for (let i = j - 1; i >= 0; i--) {
      const earlier = rows[i]
      // Each row is reported once. Once it is repaired, the rest is found.
      if (earlier === undefined || told.has(i) || told.has(j)) continue
      const isSame = earlier.value === later.value && earlier.at !== undefined && later.at !== undefined
      const isCovered = isSame && covers(later.cells, earlier.cells)
      const column = isSame ? joinAt(reading, table, earlier.cells, later.cells) : undefined
      if (isCovered || column !== undefined) {
        // If the later row covers the earlier one, the earlier one is superfluous. Of two joinable rows, the later
        // one is.
        const [idle, other] = isCovered ? [earlier, later] : [later, earlier]
        const [at, there] = [idle.at, other.at]
        if (at === undefined || there === undefined || reading.hasTold("table/dead-row", "cell/always")) continue
        told.add(i).add(j)
        const input = column === undefined ? undefined : reading.inputs.at(table.slots[column] ?? 0).name
        reading.say(
          "table/mergeable",
          at,
          {
            row: written.indexOf(at) + 1,
            other: written.indexOf(there) + 1,
            ...(isCovered ? {} : { input: input ?? "" })
          },
          {
            span: at.named,
            related: [
              related(
                there.named,
                said((t) => t.place.sameResult),
                true
              )
            ],
            witness: witnessOf(
              reading,
              table,
              idle.cells.map((cell) => Ranges.sample(cell) ?? Number.NaN)
            )
          }
        )
        break
      }
      // A row between them with another result can decide some of these cases, so the two cannot be merged.
      if (!isApart(earlier.cells, later.cells) && earlier.value !== later.value) break
    }
}

const covers = (wide: Cells, narrow: Cells): boolean =>
  wide.every((cell, column) => Ranges.isEmpty(Ranges.minus(narrow[column] ?? [], cell ?? [])))

const isApart = (one: Cells, other: Cells): boolean =>
  one.some((cell, column) => Ranges.isEmpty(Ranges.intersect(cell ?? [], other[column] ?? [])))

/** Returns the only column in which two rows differ, if one cell can express both. */
const joinAt = (reading: Reading, table: Table.Table, one: Cells, other: Cells): number | undefined => {
  const differing = one.flatMap((cell, column) => (same(cell ?? [], other[column] ?? []) ? [] : [column]))
  const [column, ...more] = differing
  if (column === undefined || more.length > 0) return undefined
  const joined = Ranges.union(one[column] ?? [], other[column] ?? [])
  const isList = reading.inputs.at(table.slots[column] ?? 0).type._tag === "OneOf"
  return isList || joined.length === 2 ? column : undefined
}

const same = (one: Ranges.Ranges, other: Ranges.Ranges): boolean => one.join() === other.join()
