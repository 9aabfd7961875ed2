/**
 * Reads dimensions of grading: levels strongest first, decided by rules, points or a matrix of two other dimensions,
 * with lifts.
 */
import { defined } from "@hearback/core"
import type { Condition, DimensionRule, OutputEntry, Varying } from "../../bundle/Bundle.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import { lacksLevels, type Reading, unknown } from "../Reading.ts"
import { textOf } from "../Text.ts"
import { laidOut, pointsOf } from "../table/Points.ts"
import { conditionOf, type DraftRow, rowsOf, tableOf } from "../table/Table.ts"
import { dimensionOf, type VaryingDimension } from "../table/Varying.ts"

/** Reads every dimension, in the order of the policy. */
export const dimensionsOf = (reading: Reading): readonly DimensionRule[] =>
  entriesOf(get(reading.root, "grading")).map(([name, tree]) => {
    // A dimension that is declared twice has its own finding.
    const levels = [...new Set(wordsOf(get(tree, "levels")))]
    const matrix = get(tree, "matrix")
    const rules = get(tree, "rules")
    const points = pointsOf(reading, tree, levels)
    const table =
      matrix !== undefined
        ? matrixOf(reading, name, matrix, levels)
        : points !== undefined
          ? laidOut(reading, tree, points)
          : rules === undefined
            ? { table: tableOf(`${tree.path}.rules`, []), values: [] }
            : rowsOf(reading, rules, (then) => outcomeOf(reading, then, name, levels))
    return defined({
      name,
      title: textOf(reading, get(tree, "title")),
      levels,
      by: matrix === undefined ? ("rules" as const) : ("matrix" as const),
      table,
      points,
      lift: liftsOf(reading, get(tree, "lift"), levels)
    })
  })

const outcomeOf = (
  reading: Reading,
  then: Tree,
  dimension: string,
  levels: readonly string[]
): OutputEntry | undefined => {
  const word = wordOf(then)
  if (word === undefined) return undefined
  if (levels.includes(word)) return { level: word }
  // The level can be taken from another input with the same levels, such as `category.urgency`.
  if (word === `category.${dimension}`) return reading.inputs.slot(word) === undefined ? undefined : { input: word }
  const slot = reading.names.fact.has(word) || reading.names.dimension.has(word) ? reading.inputs.slot(word) : undefined
  const type = slot === undefined ? undefined : reading.inputs.at(slot).type
  if (type?._tag === "OneOf" && type.values.every((value) => levels.includes(value))) return { input: word }
  unknown(reading, "level", then, word, [...levels, `category.${dimension}`])
  return undefined
}

const matrixOf = (reading: Reading, name: string, matrix: Tree, levels: readonly string[]): Varying<OutputEntry> => {
  const rows = entriesOf(matrix)
  const columns = rows.flatMap(([, row]) => entriesOf(row))
  const down = dimensionOf(
    reading,
    rows.map(([key]) => key)
  )
  const across = dimensionOf(
    reading,
    columns.map(([key]) => key)
  )
  const drafts: DraftRow[] = []
  const values: OutputEntry[] = []
  for (const [rowKey, row] of rows) {
    const i = down?.levels.indexOf(rowKey) ?? -1
    if (i < 0) foreignLevel(reading, name, row, rowKey, down)
    for (const [columnKey, cell] of entriesOf(row)) {
      const j = across?.levels.indexOf(columnKey) ?? -1
      if (j < 0) foreignLevel(reading, name, cell, columnKey, across)
      const level = wordOf(cell)
      if (level === undefined) continue
      if (!levels.includes(level)) unknown(reading, "level", cell, level, levels)
      else if (down !== undefined && across !== undefined && i >= 0 && j >= 0) {
        drafts.push({
          cells: new Map([
            [down.slot, [i, i + 1]],
            [across.slot, [j, j + 1]]
          ]),
          rule: cell.path
        })
        values.push({ level })
      }
    }
  }
  return { table: tableOf(matrix.path, drafts), values }
}

/** Reports a row or column of a matrix that is no level, or a level of another dimension than its neighbours. */
const foreignLevel = (
  reading: Reading,
  dimension: string,
  tree: Tree,
  key: string,
  side: VaryingDimension | undefined
): void => {
  // A dimension without levels has its own finding.
  if ([...reading.names.dimension.values()].some(lacksLevels)) return
  const other = dimensionOf(reading, [key])
  if (other === undefined || side === undefined)
    reading.say("matrix/unknown-level", tree, { level: key, known: side?.levels ?? [] }, { span: tree.named })
  else reading.say("matrix/mixed-levels", tree, { dimension, one: side.name, other: other.name }, { span: tree.named })
}

type Lift = DimensionRule["lift"][number]

const liftsOf = (reading: Reading, lift: Tree | undefined, levels: readonly string[]): readonly Lift[] =>
  itemsOf(lift).flatMap((row) => {
    const when: Condition = conditionOf(reading, get(row, "when")) ?? {
      rule: row.path,
      table: tableOf(row.path, [{ cells: new Map(), rule: row.path }])
    }
    const floor = get(row, "at-least")
    const atLeast = wordOf(floor)
    if (floor !== undefined && atLeast !== undefined && !levels.includes(atLeast))
      unknown(reading, "level", floor, atLeast, levels)
    const up = integerOf(get(row, "up"))
    return [defined({ when, rule: row.path, atLeast, up })]
  })

/** Returns which other dimensions each dimension reads. */
export const readsOf = (
  reading: Reading,
  dimensions: readonly DimensionRule[]
): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    dimensions.map(({ name, table, lift }) => {
      const slots = [...table.table.slots, ...lift.flatMap(({ when }) => when.table.slots)]
      const inputs = slots.map((slot) => reading.inputs.at(slot).name)
      const results = table.values.flatMap((value) => ("input" in value ? [value.input] : []))
      return [name, new Set([...inputs, ...results].filter((input) => reading.names.dimension.has(input)))] as const
    })
  )
