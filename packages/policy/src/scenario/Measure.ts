/** Reads a measure that a step expects, written as a cell like a target of the policy. */
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { gateMeasured, typeOfMeasure } from "../read/Measure.ts"
import { isList, isMap, isScalar, type MapEntry, type Node } from "../source/Node.ts"
import { parseCell } from "../value/Cell.ts"
import { type ScenarioContext, writtenOf } from "./Context.ts"
import type { ExpectationCheck } from "./Scenario.ts"

/** Reads the expected values of a measure. */
export const measureOf = (context: ScenarioContext, { key, value }: MapEntry): ExpectationCheck | undefined => {
  const measure = key.text
  const gate = gateMeasured(measure)
  if (gate !== undefined && !context.gates.includes(gate)) {
    context.told.push(unknownName("gate", gate, context.gates, key.span))
    return undefined
  }
  const type = typeOfMeasure(measure)
  const cell = parseCell(plainCell(value), type, { unknown: false, zone: context.zone })
  if (cell.ok) return { _tag: "Measure", measure, target: { type, good: cell.set } }
  const { kind, expected, found } = cell.problem
  if (kind === "bare-share") context.told.push(diagnose("value/bad-share", { found }, value.span))
  else if (kind === "number-form") context.told.push(diagnose("cell/number-form", { found }, value.span))
  else context.told.push(diagnose("cell/wrong-type", { input: measure, expected, found }, value.span))
  return undefined
}

/** Returns a cell in the form that `parseCell` reads: numbers keep their written digits. */
export const plainCell = (node: Node): unknown => {
  if (isScalar(node)) return typeof node.value === "number" ? node.source : node.value
  if (isList(node)) return node.items.map(plainCell)
  return isMap(node)
    ? Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainCell(value)]))
    : writtenOf(node)
}
