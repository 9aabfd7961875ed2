/** Dimensions of grading: levels strongest first, from rules, points or a matrix of two other dimensions, with lifts. */
import { defined } from "@hearback/core"
import type { Condition, DimensionRule, OutputEntry, Varying } from "../../bundle/Bundle.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import { lacksLevels, type Reading, unknown } from "../Reading.ts"
import { textOf } from "../Text.ts"
import { laidOut, pointsOf } from "../table/Points.ts"
import { conditionOf, type Draft, rowsOf, tableOf } from "../table/Table.ts"
import { type Dimension, dimensionOf } from "../table/Varying.ts"

/** Reads every dimension, in the order of the policy. */
export const dimensionsOf = (r: Reading): readonly DimensionRule[] =>
  entriesOf(get(r.root, "grading")).map(([name, tree]) => {
    // One that is declared twice is told as such.
    const levels = [...new Set(wordsOf(get(tree, "levels")))]
    const matrix = get(tree, "matrix")
    const rules = get(tree, "rules")
    const points = pointsOf(r, tree, levels)
    const table =
      matrix !== undefined
        ? matrixOf(r, name, matrix, levels)
        : points !== undefined
          ? laidOut(r, tree, points)
          : rules === undefined
            ? { table: tableOf(`${tree.path}.rules`, []), values: [] }
            : rowsOf(r, rules, (then) => outcomeOf(r, then, name, levels))
    return defined({
      name,
      title: textOf(r, get(tree, "title")),
      levels,
      by: matrix === undefined ? ("rules" as const) : ("matrix" as const),
      table,
      points,
      lift: liftsOf(r, get(tree, "lift"), levels)
    })
  })

const outcomeOf = (r: Reading, then: Tree, dimension: string, levels: readonly string[]): OutputEntry | undefined => {
  const word = wordOf(then)
  if (word === undefined) return undefined
  if (levels.includes(word)) return { level: word }
  // A result may be read off another input of the same levels, as `category.urgency` is.
  if (word === `category.${dimension}`) return r.inputs.slot(word) === undefined ? undefined : { input: word }
  const slot = r.names.fact.has(word) || r.names.dimension.has(word) ? r.inputs.slot(word) : undefined
  const type = slot === undefined ? undefined : r.inputs.at(slot).type
  if (type?._tag === "OneOf" && type.values.every((value) => levels.includes(value))) return { input: word }
  unknown(r, "level", then, word, [...levels, `category.${dimension}`])
  return undefined
}

const matrixOf = (r: Reading, name: string, matrix: Tree, levels: readonly string[]): Varying<OutputEntry> => {
  const rows = entriesOf(matrix)
  const columns = rows.flatMap(([, row]) => entriesOf(row))
  const down = dimensionOf(
    r,
    rows.map(([key]) => key)
  )
  const across = dimensionOf(
    r,
    columns.map(([key]) => key)
  )
  const drafts: Draft[] = []
  const values: OutputEntry[] = []
  for (const [rowKey, row] of rows) {
    const i = down?.levels.indexOf(rowKey) ?? -1
    if (i < 0) foreignLevel(r, name, row, rowKey, down)
    for (const [columnKey, cell] of entriesOf(row)) {
      const j = across?.levels.indexOf(columnKey) ?? -1
      if (j < 0) foreignLevel(r, name, cell, columnKey, across)
      const level = wordOf(cell)
      if (level === undefined) continue
      if (!levels.includes(level)) unknown(r, "level", cell, level, levels)
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

/** Says that a row or column of a matrix is no level, or one of another dimension than its neighbours. */
const foreignLevel = (r: Reading, dimension: string, tree: Tree, key: string, side: Dimension | undefined): void => {
  // Of what a dimension without levels would have called so, that is told.
  if ([...r.names.dimension.values()].some(lacksLevels)) return
  const other = dimensionOf(r, [key])
  if (other === undefined || side === undefined)
    r.say("matrix/unknown-level", tree, { level: key, known: side?.levels ?? [] }, { span: tree.named })
  else r.say("matrix/mixed-levels", tree, { dimension, one: side.name, other: other.name }, { span: tree.named })
}

type Lift = DimensionRule["lift"][number]

const liftsOf = (r: Reading, lift: Tree | undefined, levels: readonly string[]): readonly Lift[] =>
  itemsOf(lift).flatMap((row) => {
    const when: Condition = conditionOf(r, get(row, "when")) ?? {
      rule: row.path,
      table: tableOf(row.path, [{ cells: new Map(), rule: row.path }])
    }
    const floor = get(row, "at-least")
    const atLeast = wordOf(floor)
    if (floor !== undefined && atLeast !== undefined && !levels.includes(atLeast))
      unknown(r, "level", floor, atLeast, levels)
    const up = integerOf(get(row, "up"))
    return [defined({ when, rule: row.path, atLeast, up })]
  })

/** Returns which other dimensions each one reads. */
export const readsOf = (r: Reading, dimensions: readonly DimensionRule[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    dimensions.map(({ name, table, lift }) => {
      const slots = [...table.table.slots, ...lift.flatMap(({ when }) => when.table.slots)]
      const inputs = slots.map((slot) => r.inputs.at(slot).name)
      const results = table.values.flatMap((value) => ("input" in value ? [value.input] : []))
      return [name, new Set([...inputs, ...results].filter((input) => r.names.dimension.has(input)))] as const
    })
  )
