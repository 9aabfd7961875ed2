/** Points of a dimension of grading: rows that add up, thresholds that say which level a sum is, and the table of both. */
import { defined, Fact, InputName, Points } from "@hearback/core"
import type { DimensionRule, OutputEntry, PointsRule, ThresholdRule, Varying } from "../../bundle/Bundle.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { said } from "../../text/Say.ts"
import { type Reading, unknown } from "../Reading.ts"
import { conditionOf, tableOf } from "./Table.ts"
import { rangesOf } from "./When.ts"

export type PointsOf = NonNullable<DimensionRule["points"]>

/** So many rows a table of points comes to at most. */
export const mostRows = 5000

/** A sum of points. */
const sumType: Fact.FactType = { _tag: "Amount", scale: 0, unit: "" }

/** Reads points and thresholds; undefined where a dimension has neither. */
export const pointsOf = (r: Reading, dimension: Tree, levels: readonly string[]): PointsOf | undefined => {
  const [rows, thresholds] = [get(dimension, "points"), get(dimension, "thresholds")]
  if (rows === undefined && thresholds === undefined) return undefined
  if (rows === undefined || thresholds === undefined) {
    const keys = [rows === undefined ? "points" : "thresholds"]
    r.say("shape/missing-key", dimension, { keys, where: said((t) => t.thing.points) })
    return undefined
  }
  return {
    rows: itemsOf(rows).map((row) => rowOf(r, row)),
    thresholds: entriesOf(thresholds).flatMap(([level, cell]): readonly ThresholdRule[] => {
      if (!levels.includes(level)) unknown(r, "level", cell, level, levels, "level", cell.named)
      const sums = rangesOf(r, "points", sumType, cell, true)
      return sums === undefined || !levels.includes(level) ? [] : [{ rule: cell.path, level, sums }]
    })
  }
}

const rowOf = (r: Reading, row: Tree): PointsRule =>
  defined({
    rule: row.path,
    when: conditionOf(r, get(row, "when")),
    add: integerOf(get(row, "add")) ?? 0,
    times: itemsOf(get(row, "times")).flatMap((item) => factorOf(r, item))
  })

/** Only what has a scale is multiplied: its values are few, so that every sum can be looked at. */
const factorOf = (r: Reading, item: Tree): readonly number[] => {
  const fact = wordOf(item)
  if (fact === undefined) return []
  const declared = r.names.fact.get(fact)
  if (declared === undefined) unknown(r, "fact", item, fact, [...r.names.fact.keys()])
  else if (get(declared, "scale") === undefined) r.say("points/not-a-scale", item, { fact })
  else return [r.inputs.slot(fact) ?? []].flat()
  return []
}

/** Returns the inputs that points depend on, with all that each can be. */
export const columnsOf = (r: Reading, points: PointsOf): readonly Points.Column[] =>
  Points.slotsOf(points).map((slot) => {
    const { name, type } = r.inputs.at(slot)
    const { _tag } = InputName.parse(name)
    const mayBeOpen = _tag === "GateState" || _tag === "Conclusion"
    return { slot, domain: Fact.domain(type, r.inputs.mayBeUnknown(slot)), mayBeOpen }
  })

/** Returns the points laid out as rows; of more than can be looked at none. */
export const laidOut = (r: Reading, dimension: Tree, points: PointsOf): Varying<OutputEntry> => {
  const id = get(dimension, "thresholds")?.path ?? dimension.path
  const columns = columnsOf(r, points)
  const layout = Points.layOut(points, columns, mostRows)
  if (layout === undefined) {
    const at = get(dimension, "points") ?? dimension
    r.say("points/too-many", at, { rows: points.rows.length, limit: mostRows }, { span: at.named })
    return { table: tableOf(id, []), values: [] }
  }
  const { table, values } = Points.tableOf(points, columns, layout.boxes, id)
  return { table, values: values.map(({ level }) => ({ level })) }
}
