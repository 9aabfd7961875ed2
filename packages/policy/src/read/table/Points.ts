/** Points of a dimension of grading: rows that add up, thresholds that say which level a sum is, and the table of both. */
import { defined, Fact, InputName, Points } from "@hearback/core"
import type { DimensionRule, OutputEntry, PointsRule, ThresholdRule, Varying } from "../../bundle/Bundle.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { type Reading, unknown } from "../Reading.ts"
import { conditionOf, tableOf } from "./Table.ts"
import { rangesOf } from "./WhenCells.ts"

export type PointsOf = NonNullable<DimensionRule["points"]>

/** So many rows a table of points comes to at most. */
export const mostRows = 5000

/** A sum of points. */
const sumType: Fact.FactType = { _tag: "Amount", scale: 0, unit: "" }

/** Reads points and thresholds; undefined where a dimension has neither. */
export const pointsOf = (reading: Reading, dimension: Tree, levels: readonly string[]): PointsOf | undefined => {
  const [rows, thresholds] = [get(dimension, "points"), get(dimension, "thresholds")]
  if (rows === undefined && thresholds === undefined) return undefined
  if (rows === undefined || thresholds === undefined) {
    const keys = [rows === undefined ? "points" : "thresholds"]
    reading.say("shape/missing-key", dimension, { keys, where: said((t) => t.thing.points) })
    return undefined
  }
  return {
    rows: itemsOf(rows).map((row) => rowOf(reading, row)),
    thresholds: entriesOf(thresholds).flatMap(([level, cell]): readonly ThresholdRule[] => {
      if (!levels.includes(level)) unknown(reading, "level", cell, level, levels, "level", cell.named)
      const sums = rangesOf(reading, "points", sumType, cell, true)
      return sums === undefined || !levels.includes(level) ? [] : [{ rule: cell.path, level, sums }]
    })
  }
}

const rowOf = (reading: Reading, row: Tree): PointsRule =>
  defined({
    rule: row.path,
    when: conditionOf(reading, get(row, "when")),
    add: integerOf(get(row, "add")) ?? 0,
    times: itemsOf(get(row, "times")).flatMap((item) => factorOf(reading, item))
  })

/** Only what has a scale is multiplied: its values are few, so that every sum can be looked at. */
const factorOf = (reading: Reading, item: Tree): readonly number[] => {
  const fact = wordOf(item)
  if (fact === undefined) return []
  const declared = reading.names.fact.get(fact)
  if (declared === undefined) unknown(reading, "fact", item, fact, [...reading.names.fact.keys()])
  else if (get(declared, "scale") === undefined) reading.say("points/not-a-scale", item, { fact })
  else return [reading.inputs.slot(fact) ?? []].flat()
  return []
}

/** Returns the inputs that points depend on, with all that each can be. */
export const columnsOf = (reading: Reading, points: PointsOf): readonly Points.PointsColumn[] =>
  Points.slotsOf(points).map((slot) => {
    const { name, type } = reading.inputs.at(slot)
    const { _tag } = InputName.parse(name)
    const mayBeOpen = _tag === "GateState" || _tag === "Conclusion"
    return { slot, domain: Fact.domain(type, reading.inputs.mayBeUnknown(slot)), mayBeOpen }
  })

/** Returns the points laid out as rows; of more than can be looked at none. */
export const laidOut = (reading: Reading, dimension: Tree, points: PointsOf): Varying<OutputEntry> => {
  const id = get(dimension, "thresholds")?.path ?? dimension.path
  const columns = columnsOf(reading, points)
  const layout = Points.layOut(points, columns, mostRows)
  if (layout === undefined) {
    const at = get(dimension, "points") ?? dimension
    reading.say("points/too-many", at, { rows: points.rows.length, limit: mostRows }, { span: at.named })
    return { table: tableOf(id, []), values: [] }
  }
  const { table, values } = Points.tableOf(points, columns, layout.boxes, id)
  return { table, values: values.map(({ level }) => ({ level })) }
}
