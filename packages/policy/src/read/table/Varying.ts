/** Reads a value that can depend on the case: one value, a map by the levels of one dimension, or a table. */

import type { Varying } from "../../bundle/Bundle.ts"
import { entriesOf, get, type Tree, wordsOf } from "../../link/Tree.ts"
import { type Reading, unknown } from "../Reading.ts"
import { always, type DraftRow, isTable, rowsOf, tableOf } from "./Table.ts"

/** Reads a varying value. What cannot be read is reported and omitted. */
export const varyingOf = <T>(
  reading: Reading,
  tree: Tree | undefined,
  readValue: (value: Tree) => T | undefined
): Varying<T> | undefined => {
  if (tree === undefined) return undefined
  if (tree._tag === "Map") return byLevel(reading, tree, readValue)
  if (isTable(tree)) return rowsOf(reading, tree, readValue)
  const value = readValue(tree)
  return value === undefined ? undefined : always(value, tree.path)
}

const byLevel = <T>(
  reading: Reading,
  tree: Tree,
  readValue: (value: Tree) => T | undefined
): Varying<T> | undefined => {
  const keys = entriesOf(tree).filter(([key]) => key !== "otherwise")
  const dimension = dimensionOf(
    reading,
    keys.map(([key]) => key)
  )
  const drafts: DraftRow[] = []
  const values: T[] = []
  const add = (draft: DraftRow, value: T | undefined) => {
    if (value === undefined) return
    drafts.push(draft)
    values.push(value)
  }
  for (const [key, entry] of keys) {
    const level = dimension?.levels.indexOf(key) ?? -1
    if (level < 0) unknown(reading, "level", entry, key, dimension?.levels, "level", entry.named)
    const value = readValue(entry)
    if (dimension !== undefined && level >= 0)
      add({ cells: new Map([[dimension.slot, [level, level + 1]]]), rule: entry.path }, value)
  }
  const rest = get(tree, "otherwise")
  if (rest !== undefined) add({ cells: new Map(), rule: rest.path }, readValue(rest))
  return { table: tableOf(tree.path, drafts), values }
}

/** The dimension whose levels are the keys of a map. */
export interface VaryingDimension {
  readonly name: string
  readonly slot: number
  readonly levels: readonly string[]
}

/** Returns the dimension that has most of these levels. Level names are unique within a policy. */
export const dimensionOf = (reading: Reading, keys: readonly string[]): VaryingDimension | undefined => {
  let best: { readonly dimension: VaryingDimension; readonly hits: number } | undefined
  for (const [name, tree] of reading.names.dimension) {
    const levels = wordsOf(get(tree, "levels"))
    const hits = keys.filter((key) => levels.includes(key)).length
    const slot = hits > (best?.hits ?? 0) ? reading.inputs.slot(name) : undefined
    if (slot !== undefined) best = { dimension: { name, slot, levels }, hits }
  }
  return best?.dimension
}
