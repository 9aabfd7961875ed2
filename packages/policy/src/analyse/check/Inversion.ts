/**
 * Finds grades that become weaker although an input becomes more serious (a stronger level or emotion, more money,
 * more contacts) and all other inputs stay equal.
 *
 * The final grade with lifts is checked. Cases that no row and no lift distinguishes count as one.
 */
import { Table } from "@hearback/core"
import type { DimensionRule } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, get, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { liesIn, mostCases, stepsOf } from "../table/Steps.ts"
import { witnessOf } from "./Tables.ts"
import { neverOf } from "./UnreachableRows.ts"

/** Reports rows that grade a case weaker than the same case with a weaker level or a smaller amount. */
export const inversions = (
  reading: Reading,
  dimension: DimensionRule,
  all: readonly DimensionRule[],
  order: InversionScan
): void => {
  const { name, lift } = dimension
  const { table, values } = dimension.table
  if (reading.isFaulty(`grading.${name}`) || table.rows.length === 0) return
  const tables = [table, ...lift.map(({ when }) => when.table)]
  const seen: Table.Table = {
    id: table.id,
    slots: [...new Set(tables.flatMap(({ slots }) => slots))].sort((a, b) => a - b),
    rows: []
  }
  const steps = stepsOf(reading, seen.slots, tables, "next")
  const whole = reading.at(table.id)
  if (steps === undefined) {
    // Another check reports a table that is too large.
    if (whole !== undefined && !reading.hasTold("analysis/not-done"))
      reading.say("analysis/not-done", whole, { what: table.id, rows: table.rows.length, limit: mostCases })
    return
  }
  const never = neverOf(reading, seen, all)
  const category = levelsOfCategories(reading, dimension)
  const decide = (codes: readonly number[]): Decided | undefined => {
    const inputs: number[] = []
    for (const [column, slot] of seen.slots.entries()) inputs[slot] = codes[column] ?? Number.NaN
    if (never.some((cells) => liesIn(cells, codes))) return undefined
    const row = Table.interpret(table, inputs)
    const value = values[row]
    return value === undefined ? undefined : { row, value, raise: raiseOf(dimension, inputs) }
  }
  const rank = ({ value, raise }: Decided, given: string | undefined): number => {
    const level = dimension.levels.indexOf("level" in value ? value.level : (given ?? ""))
    return level < 0 ? -1 : Math.max(0, Math.min(level - raise.up, raise.atLeast))
  }
  // Only ranges have an order; single values are written one by one on purpose.
  const isBounded = (row: number, column: number): boolean => {
    const cell = table.rows[row]?.cells[table.slots.indexOf(seen.slots[column] ?? -1)] ?? null
    return cell === null || (cell.length === 2 && (cell[1] ?? 0) - (cell[0] ?? 0) > 1)
  }
  const told = new Set<number | Tree>()
  for (const { column, isAmount, input, strong: codes, weak: others, shown, said: spoken } of steps) {
    if (isDerived(reading, input, seen, all)) continue
    const [strong, weak] = [decide(codes), decide(others)]
    if (strong === undefined || weak === undefined) continue
    if (isAmount && ![strong.row, weak.row].every((row) => isBounded(row, column))) continue
    // The category gives the same level to both cases.
    const given = category.find((level) => rank(strong, level) > rank(weak, level) && rank(weak, level) >= 0)
    const isKnown = "level" in strong.value && "level" in weak.value
    const level = isKnown ? undefined : given
    if (isKnown && rank(strong, undefined) < rank(weak, undefined))
      for (const each of [name, input]) order.rising.add(each)
    if ((!isKnown && given === undefined) || rank(strong, level) <= rank(weak, level) || told.has(strong.row)) continue
    const [here, there] = [reading.at(table.rows[strong.row]?.rule ?? ""), reading.at(table.rows[weak.row]?.rule ?? "")]
    if (rank(weak, level) < 0 || here === undefined || there === undefined || reading.isInverted.has(input)) continue
    told.add(strong.row)
    const pair = pointsOf(reading, dimension, seen.slots, column, codes, others)
    if (pair !== undefined && told.has(pair.at)) continue
    if (pair !== undefined) told.add(pair.at)
    // A reversed order of levels reverses many rows, so it is reported once.
    if (all.some((one) => one.name === input) || input === "emotion") reading.isInverted.add(input)
    const grades = { low: dimension.levels[rank(strong, level)] ?? "", high: dimension.levels[rank(weak, level)] ?? "" }
    // The last row gives its level to all remaining cases, so it is not at fault.
    const cell = get(here, "otherwise") === undefined ? undefined : get(get(there, "when"), input)
    const { at, other } = pair ?? (cell === undefined ? { at: here, other: there } : { at: cell, other: here })
    const place =
      cell === undefined
        ? related(
            other.span,
            said((t) => t.place.weaker),
            true
          )
        : related(
            other.span,
            said((t) => t.place.stronger),
            true
          )
    const witness = {
      ...witnessOf(reading, seen, shown()),
      ...(level === undefined ? {} : { [`category.${name}`]: level })
    }
    const tell = (): void =>
      reading.say("grade/inversion", at, { ...spoken(), ...grades }, { related: [place], witness })
    order.inverted.push({ dimensions: [name, input], at, tell })
  }
}

/** Returns, for points, the rows that give the weaker case more: the row of the stronger case and the other one. */
const pointsOf = (
  reading: Reading,
  { points }: DimensionRule,
  slots: readonly number[],
  column: number,
  ...cases: readonly [strong: readonly number[], weak: readonly number[]]
): { readonly at: Tree; readonly other: Tree } | undefined => {
  const [strong, weak] = cases.map((codes) => {
    const inputs: number[] = []
    for (const [place, slot] of slots.entries()) inputs[slot] = codes[place] ?? Number.NaN
    return (points?.rows ?? []).filter(
      ({ when }) => when?.table.slots.includes(slots[column] ?? -1) && Table.interpret(when.table, inputs) >= 0
    )
  })
  const [one] = strong?.filter((row) => weak?.includes(row) === false) ?? []
  const [two] = weak?.filter((row) => strong?.includes(row) === false) ?? []
  const [at, other] = [one ?? two, two ?? one].map((row) => get(reading.at(row?.rule ?? ""), "add"))
  return at === undefined || other === undefined ? undefined : { at, other }
}

/** A grade or a promise that becomes weaker where it should become stronger. */
interface Inverted {
  /** What is graded, and the input that decides. */
  readonly dimensions: readonly string[]
  readonly at: Tree
  readonly tell: () => void
}

/** The inversions that were found, and the dimensions that are in the right order somewhere. */
export interface InversionScan {
  readonly inverted: Inverted[]
  readonly rising: Set<string>
}

/**
 * Adds a finding for each inverted pair of rows. If a dimension is never in the right order, only its levels are
 * reported.
 */
export const tellInverted = (
  reading: Reading,
  { inverted, rising }: InversionScan,
  all: readonly DimensionRule[]
): void => {
  const found = (name: string) => inverted.filter(({ dimensions }) => dimensions.includes(name))
  const reversed = all.filter(({ name }) => !rising.has(name) && found(name).length > 1)
  for (const { name, levels } of reversed) {
    const at = reading.at(`grading.${name}.levels`)
    const places = found(name).map((row) =>
      related(
        row.at.span,
        said((t) => t.place.shown)
      )
    )
    if (at !== undefined)
      reading.say("grade/reversed", at, { dimension: name, levels }, { related: places, span: at.span })
  }
  for (const { dimensions, tell } of inverted) if (!reversed.some(({ name }) => dimensions.includes(name))) tell()
}

interface Decided {
  readonly row: number
  readonly value: DimensionRule["table"]["values"][number]
  readonly raise: Raise
}

/** The effect of lifts on a level: the number of steps up, and the least level. */
interface Raise {
  readonly up: number
  readonly atLeast: number
}

/** Returns the effect of all lifts that fit a case. */
export const raiseOf = ({ lift, levels }: DimensionRule, inputs: readonly number[]): Raise =>
  lift
    .filter(({ when }) => Table.interpret(when.table, inputs) >= 0)
    .reduce<Raise>(
      (raise, { up, atLeast }) => ({
        up: Math.max(raise.up, up ?? 0),
        atLeast: Math.min(raise.atLeast, atLeast === undefined ? levels.length : levels.indexOf(atLeast))
      }),
      { up: 0, atLeast: levels.length }
    )

/** The levels that categories give. */
const levelsOfCategories = (reading: Reading, { name, levels }: DimensionRule): readonly string[] => {
  const named = entriesOf(dig(reading.root, "dictionary", "categories")).flatMap(
    ([, category]) => wordOf(dig(category, "defaults", name)) ?? []
  )
  return levels.filter((level) => named.includes(level))
}

/** Returns whether a grade follows from other columns, so that a case with another grade is not otherwise equal. */
const isDerived = (reading: Reading, input: string, { slots }: Table.Table, all: readonly DimensionRule[]): boolean => {
  const own = all.find(({ name }) => name === input)?.table.table.slots
  return (
    own !== undefined &&
    own.length > 0 &&
    own.some((slot) => slots.includes(slot) && reading.inputs.at(slot).name !== input)
  )
}
