/**
 * Compares final grades. Each dimension is computed with its lifts and with the dimensions that it reads, so that a
 * case consists of inputs only and never of a level from another table.
 */
import { Fact, InputName, Ranges } from "@hearback/core"
import type { Bundle, DimensionRule, RuleId } from "../../bundle/Bundle.ts"
import { changesOf, type DecidedValue, type TableDecision } from "../table/Decision.ts"
import type { DiagramRow, DiagramTables, FittingRows } from "../table/Diagram.ts"
import type { Weight } from "../table/Difference.ts"
import { cellsOf, type Joint, type JointSide } from "../table/Joint.ts"
import { type ComparisonFindings, compareValue, other, tell, type ValueAspect } from "../value/Values.ts"
import { consequencesOf } from "./Consequences.ts"

/** Compares the grades of two policies. */
export const compareGrades = (found: ComparisonFindings): void => {
  const [before, after] = found.joint.bundles
  const names = new Set([...before.grading, ...after.grading].map(({ name }) => name))
  for (const name of names) {
    const [one, two] = [before, after].map(({ grading }) => grading.find((dimension) => dimension.name === name))
    const at = `grading.${name}`
    const about: ValueAspect = { aspect: "grade", of: name, at: [one && at, two && at], weigh: other }
    if (one === undefined || two === undefined) {
      tell(found, about, "levels", one?.levels, two?.levels, { weight: one === undefined ? "stronger" : "weaker" })
      continue
    }
    compareValue(found, about, "title", one.title, two.title)
    compareValue(found, about, "levels", one.levels, two.levels)
    const { changes, done } = changesOf(found.joint, graded(found.joint, 0, name), graded(found.joint, 1, name))
    if (!done) found.notDone.push({ aspect: "grade", of: name })
    for (const { before: was, after: is, cases } of changes) {
      const leadsTo = consequencesOf(found.joint.bundles, name, [levelIn(was), levelIn(is)])
      tell(found, about, "grade", was.value, is.value, {
        cases,
        ...(leadsTo.length > 0 && { leadsTo }),
        rules: [was.rule, is.rule],
        weight: weigh(two.levels, was, is)
      })
    }
  }
}

const levelIn = ({ value }: DecidedValue): string | undefined => (value === undefined ? undefined : String(value))

/** Weighs a change of level. Levels are sorted strongest first, and no level is weakest. */
const weigh = (levels: readonly string[], before: DecidedValue, after: DecidedValue): Weight => {
  const rank = ({ value }: DecidedValue): number =>
    value === undefined ? levels.length : levels.indexOf(String(value))
  if (rank(before) < 0 || rank(after) < 0) return "perhaps-weaker"
  return rank(after) > rank(before) ? "weaker" : "stronger"
}

/** One row and the source of its level: the row itself, another dimension or the category. */
interface Graded {
  readonly row: DiagramRow | undefined
  readonly rule: RuleId
  readonly level?: string
  readonly from?: string
  /** The level is the one that the category gives for this dimension. */
  readonly ofCategory?: string
}

interface Dimension {
  readonly rule: DimensionRule
  readonly rows: readonly Graded[]
  readonly lifts: readonly { readonly row: DiagramRow | undefined; readonly lift: DimensionRule["lift"][number] }[]
}

/** Returns how one policy grades a case in one dimension. */
const graded = (joint: Joint, side: JointSide, name: string): TableDecision => {
  const bundle = joint.bundles[side]
  const dimensions = neededFor(bundle, name).map(
    (rule): Dimension => ({
      rule,
      rows: rowsOf(joint, side, rule),
      lifts: rule.lift.flatMap((lift) =>
        cellsOf(lift.when.table).map((cells) => ({ row: joint.row(side, cells, true), lift }))
      )
    })
  )
  const tables = dimensions.flatMap(({ rows, lifts }): readonly DiagramTables[] => [
    { rows: rows.map(({ row }) => row), hit: "first" },
    { rows: lifts.map(({ row }) => row), hit: "all" }
  ])
  const lineOf = (row: Graded, vector: readonly number[] | undefined): RuleId =>
    row.ofCategory === undefined ? row.rule : (defaultOf(joint, bundle, row.ofCategory, vector) ?? row.rule)
  return { tables, outcome: (fits, vector) => outcomeOf(dimensions, fits, (row) => lineOf(row, vector)) }
}

/** Returns the place where the category of a case, or one above it, gives its level. */
const defaultOf = (
  { columns }: Joint,
  { dictionary, places }: Bundle,
  dimension: string,
  vector: readonly number[] = []
): RuleId | undefined => {
  const column = columns.findIndex(({ name }) => name === "category")
  const type = columns[column]?.type
  const named = (name: string | undefined) => dictionary.categories.find((each) => each.name === name)
  let category = named(type?._tag === "OneOf" ? type.values[vector[column] ?? Fact.UNKNOWN] : undefined)
  for (; category !== undefined; category = named(category.under)) {
    const rule = `dictionary.categories.${category.name}.defaults.${dimension}`
    if (Object.hasOwn(places, rule)) return rule
  }
  return undefined
}

const outcomeOf = (
  dimensions: readonly Dimension[],
  fits: FittingRows,
  lineOf: (row: Graded) => RuleId
): DecidedValue => {
  const found = new Map<string, { readonly index: number; readonly rule: RuleId }>()
  const isMet = (row: DiagramRow | undefined, of: Bundle["grading"]): boolean =>
    [...(row?.levels ?? [])].every(([dimension, cell]) => {
      const code = found.get(dimension)?.index ?? Fact.UNKNOWN
      return of.some(({ name }) => name === dimension) && Ranges.has(cell, code)
    })
  const rules = dimensions.map(({ rule }) => rule)
  let last: DecidedValue = { value: undefined }
  for (const [i, { rule, rows, lifts }] of dimensions.entries()) {
    const row = (fits[2 * i] ?? []).map((each) => rows[each]).find((each) => isMet(each?.row, rules))
    const given = row?.from === undefined ? row?.level : levelOf(rules, row.from, found)
    const base = given === undefined ? -1 : rule.levels.indexOf(given)
    last = { value: undefined, rule: row && lineOf(row) }
    if (base < 0 || row === undefined) continue
    let best = { index: base, rule: lineOf(row) }
    for (const each of fits[2 * i + 1] ?? []) {
      const lifted = lifts[each]
      if (lifted === undefined || !isMet(lifted.row, rules)) continue
      const { atLeast, up = 0, rule: by } = lifted.lift
      const to = atLeast === undefined ? Math.max(0, base - up) : Math.min(base, rule.levels.indexOf(atLeast))
      if (to < best.index) best = { index: to, rule: by }
    }
    found.set(rule.name, best)
    last = { value: rule.levels[best.index], rule: best.rule }
  }
  return last
}

const levelOf = (
  rules: readonly DimensionRule[],
  dimension: string,
  found: ReadonlyMap<string, { readonly index: number }>
): string | undefined => {
  const index = found.get(dimension)?.index
  return index === undefined ? undefined : rules.find(({ name }) => name === dimension)?.levels[index]
}

/**
 * Returns rows with fixed levels: a row that takes its level from an input becomes a row for each value of that
 * input.
 */
const rowsOf = (joint: Joint, side: JointSide, { table: { table, values } }: DimensionRule): readonly Graded[] => {
  const { inputs, grading } = joint.bundles[side]
  return cellsOf(table).flatMap((cells, index): readonly Graded[] => {
    const [value, rule] = [values[index], table.rows[index]?.rule ?? table.id]
    const row = joint.row(side, cells, true)
    if (value === undefined) return [{ row, rule }]
    if ("level" in value) return [{ row, rule, level: value.level }]
    if (grading.some(({ name }) => name === value.input)) return [{ row, rule, from: value.input }]
    const slot = inputs.findIndex(({ name }) => name === value.input)
    const type = inputs[slot]?.type
    const levels = type?._tag === "OneOf" ? type.values : []
    const source = InputName.parse(value.input)
    const given = source._tag === "CategoryDefault" ? { ofCategory: source.dimension } : {}
    const each = levels.map((level, code): Graded => {
      const own = Ranges.intersect(cells.get(slot) ?? Ranges.all, [code, code + 1])
      return { row: joint.row(side, new Map([...cells, [slot, own]]), true), rule, level, ...given }
    })
    return [...each, { row, rule }]
  })
}

/** Returns a dimension after all dimensions that it reads. */
const neededFor = ({ grading, inputs }: Bundle, name: string): readonly DimensionRule[] => {
  const needed = new Set([name])
  for (const rule of [...grading].reverse()) {
    if (!needed.has(rule.name)) continue
    const slots = [...rule.table.table.slots, ...rule.lift.flatMap(({ when }) => when.table.slots)]
    for (const slot of slots) needed.add(inputs[slot]?.name ?? "")
    for (const value of rule.table.values) if ("input" in value) needed.add(value.input)
  }
  return grading.filter((rule) => needed.has(rule.name))
}
