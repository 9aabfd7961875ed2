/**
 * Reads points of a dimension: rows whose points are added, thresholds that turn a sum into a level, and the table of
 * both.
 */
import { defined, Fact, InputName, Points } from "@hearback/core"
import type { DimensionRule, OutputEntry, PointsRule, ThresholdRule, Varying } from "../../bundle/Bundle.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { type Reading, unknown } from "../Reading.ts"
import { conditionOf, tableOf } from "./Table.ts"
import { rangesOf } from "./WhenCells.ts"

/** The points of a dimension. */
export type PointsOf = NonNullable<DimensionRule["points"]>

/** The most rows of a table of points. */
export const mostRows = 5000

/** The type of a sum of points. */
const sumType: Fact.FactType = { _tag: "Amount", scale: 0, unit: "" }

/** Reads points and thresholds; undefined if a dimension has neither. */
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

/**
 * Reads a factor. Only an input with a scale can be multiplied, because its values are few enough to compute every
 * sum.
 */
const factorOf = (reading: Reading, item: Tree): readonly number[] => {
  const fact = wordOf(item)
  if (fact === undefined) return []
  const declared = reading.names.fact.get(fact)
  if (declared === undefined) unknown(reading, "fact", item, fact, [...reading.names.fact.keys()])
  else if (get(declared, "scale") === undefined) reading.say("points/not-a-scale", item, { fact })
  else return [reading.inputs.slot(fact) ?? []].flat()
  return []
}

/** Returns the inputs that points depend on, with all their possible values. */
export const columnsOf = (reading: Reading, points: PointsOf): readonly Points.PointsColumn[] =>
  Points.slotsOf(points).map((slot) => {
    const { name, type } = reading.inputs.at(slot)
    const { _tag } = InputName.parse(name)
    const mayBeOpen = _tag === "GateState" || _tag === "Conclusion"
    return { slot, domain: Fact.domain(type, reading.inputs.mayBeUnknown(slot)), mayBeOpen }
  })

/** Returns the points as rows of a table; no rows if there would be too many. */
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
