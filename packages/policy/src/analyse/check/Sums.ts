/** Checks sums of points: sums without a threshold, sums with several thresholds, and rows that add nothing. */
import { Fact, Points, Ranges } from "@hearback/core"
import type { DimensionRule } from "../../bundle/Bundle.ts"
import { get } from "../../link/Tree.ts"
import { type Reading, spotOf } from "../../read/Reading.ts"
import { columnsOf, mostRows } from "../../read/table/Points.ts"
import { type Budget, firstUncovered } from "../table/Cover.ts"
import { boxOf, makeGrid, rangesOf } from "../table/Grid.ts"
import { limit, witnessOf } from "./Tables.ts"
import { neverOf } from "./UnreachableRows.ts"

/** Checks the points of a dimension. Every finding about a sum shows an example case. */
export const sums = (reading: Reading, dimension: DimensionRule, all: readonly DimensionRule[]): void => {
  const { name, points } = dimension
  const tree = reading.at(`grading.${name}`)
  if (points === undefined || tree === undefined || reading.isFaulty(tree.path)) return
  const columns = columnsOf(reading, points)
  const layout = Points.layOut(points, columns, mostRows)
  if (layout === undefined) return
  const seen = { id: tree.path, slots: columns.map(({ slot }) => slot), rows: [] }
  const never = neverOf(reading, seen, all)
  const domains = columns.map(({ domain }) => domain)
  const grid = makeGrid(domains, [...never, ...layout.boxes.map(({ cells }) => cells)])
  const excluded = never.map((cells) => boxOf(grid, cells))
  const budget: Budget = { left: limit }
  const told = new Set<string>()
  for (const { cells, taken } of layout.boxes) {
    const levels = taken.flatMap((at) => points.thresholds[at]?.level ?? [])
    if (taken.length === 1 || told.has(levels.join())) continue
    const rest = firstUncovered(grid, boxOf(grid, cells), excluded, budget)
    if (rest === "covered" || rest === "out") continue
    told.add(levels.join())
    const codes = rangesOf(grid, rest).map((set) => Ranges.sample(set) ?? Number.NaN)
    const inputs: number[] = []
    for (const [column, { slot }] of columns.entries()) inputs[slot] = codes[column] ?? Number.NaN
    const sum = Fact.render({ _tag: "Amount", scale: 0, unit: "" }, Points.sumOf(points, inputs))
    const at = get(tree, "thresholds") ?? tree
    const more = { span: at.named, witness: witnessOf(reading, seen, codes) }
    const { least, greatest } = layout
    if (taken.length === 0) reading.say("points/gap", at, { dimension: name, sum, least, greatest }, more)
    else {
      const cell = reading.at(points.thresholds[taken.at(-1) ?? 0]?.rule ?? "") ?? at
      reading.say("points/overlap", cell, { dimension: name, sum, levels }, { ...more, span: spotOf(cell) })
    }
  }
  for (const { rule, add } of points.rows) {
    const row = reading.at(rule)
    if (row !== undefined && add === 0) reading.say("points/idle-row", row, { dimension: name }, { span: row.named })
  }
}
