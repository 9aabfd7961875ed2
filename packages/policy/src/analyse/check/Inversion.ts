/**
 * Grades that fall where what they are found by rises: a stronger level, or a stronger emotion, with all else equal.
 *
 * Looked at is the final grade, lifts included. Cases that no row and no lift tells apart are one.
 */
import { Ranges, Table } from "@hearback/core"
import type { DimensionRule } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { said } from "../../diagnostic/text/Said.ts"
import { dig, entriesOf, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { domainsOf, neverOf, witnessOf } from "./Tables.ts"

/** How many cases of one dimension are compared. */
const most = 50_000

/** Says which rows grade a case weaker than the same case with a weaker level. */
export const inversions = (r: Reading, dimension: DimensionRule, all: readonly DimensionRule[]): void => {
  const { name, lift } = dimension
  const { table, values } = dimension.table
  if (r.isFaulty(`grading.${name}`) || table.rows.length === 0) return
  const seen: Table.Table = {
    id: table.id,
    slots: [...new Set([...table.slots, ...lift.flatMap(({ when }) => when.table.slots)])].sort((a, b) => a - b),
    rows: []
  }
  const columns = classesOf(r, dimension, seen)
  const count = columns.reduce((product, codes) => product * codes.length, 1)
  const at = r.at(table.id)
  if (count > most) {
    // A table that is too large for one question is told once.
    if (at !== undefined && !r.hasTold("analysis/not-done"))
      r.say("analysis/not-done", at, { what: table.id, rows: table.rows.length, limit: most })
    return
  }
  const never = neverOf(r, seen, all)
  const category = levelsOfCategories(r, dimension)
  const decide = (codes: readonly number[]): Decided | undefined => {
    const inputs: number[] = []
    for (const [column, slot] of seen.slots.entries()) inputs[slot] = codes[column] ?? Number.NaN
    if (never.some((cells) => fits(cells, codes))) return undefined
    const row = Table.interpret(table, inputs)
    const value = values[row]
    return value === undefined ? undefined : { row, value, raise: raiseOf(dimension, inputs) }
  }
  const rank = ({ value, raise }: Decided, given: string | undefined): number => {
    const level = dimension.levels.indexOf("level" in value ? value.level : (given ?? ""))
    return level < 0 ? -1 : Math.max(0, Math.min(level - raise.up, raise.atLeast))
  }
  const told = new Set<string>()
  for (const codes of casesOf(columns))
    for (const [column, slot] of seen.slots.entries()) {
      const { name: input, type } = r.inputs.at(slot)
      const code = codes[column] ?? 0
      const next = columns[column]?.[(columns[column] ?? []).indexOf(code) + 1]
      if (type._tag !== "OneOf" || !type.graded || next === undefined || isDerived(r, input, seen, all)) continue
      const [strong, weak] = [decide(codes), decide(codes.map((each, index) => (index === column ? next : each)))]
      if (strong === undefined || weak === undefined) continue
      // A level that the category gives is the same for both.
      const given = category.find((level) => rank(strong, level) > rank(weak, level) && rank(weak, level) >= 0)
      const isKnown = "level" in strong.value && "level" in weak.value
      const level = isKnown ? undefined : given
      const key = `${strong.row} ${input}`
      if ((!isKnown && given === undefined) || rank(strong, level) <= rank(weak, level) || told.has(key)) continue
      const [here, there] = [r.at(table.rows[strong.row]?.rule ?? ""), r.at(table.rows[weak.row]?.rule ?? "")]
      if (rank(weak, level) < 0 || here === undefined || there === undefined || r.isInverted.has(input)) continue
      told.add(key)
      // One order that is turned round turns many rows.
      r.isInverted.add(input)
      const about = {
        strong: type.values[next - 1] ?? "",
        weak: type.values[next] ?? "",
        low: dimension.levels[rank(strong, level)] ?? "",
        high: dimension.levels[rank(weak, level)] ?? ""
      }
      const place = related(there.span, said("the weaker one is graded here", "较弱的情形在此定级"), true)
      const shown = codes.map((each, index) => (index === column ? next - 1 : each))
      const witness = { ...witnessOf(r, seen, shown), ...(level === undefined ? {} : { [`category.${name}`]: level }) }
      r.say("grade/inversion", here, about, { related: [place], witness })
    }
}

interface Decided {
  readonly row: number
  readonly value: DimensionRule["table"]["values"][number]
  readonly raise: Raise
}

/** What lifts do to a level: so many up, and at least so strong. */
interface Raise {
  readonly up: number
  readonly atLeast: number
}

const raiseOf = ({ lift, levels }: DimensionRule, inputs: readonly number[]): Raise =>
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
const levelsOfCategories = (r: Reading, { name, levels }: DimensionRule): readonly string[] => {
  const named = entriesOf(dig(r.root, "dictionary", "categories")).flatMap(
    ([, category]) => wordOf(dig(category, "defaults", name)) ?? []
  )
  return levels.filter((level) => named.includes(level))
}

/** Whether a grade follows from other columns, so that nothing else is equal where it differs. */
const isDerived = (r: Reading, input: string, { slots }: Table.Table, all: readonly DimensionRule[]): boolean => {
  const own = all.find(({ name }) => name === input)?.table.table.slots
  return (
    own !== undefined && own.length > 0 && own.some((slot) => slots.includes(slot) && r.inputs.at(slot).name !== input)
  )
}

/** Returns the codes of each column of which each stands for those that no row and no lift tells from it. */
const classesOf = (
  r: Reading,
  { table: { table }, lift }: DimensionRule,
  seen: Table.Table
): readonly (readonly number[])[] =>
  domainsOf(r, seen).map((domain, column) => {
    const slot = seen.slots[column]
    const cells = [table, ...lift.map(({ when }) => when.table)].flatMap(({ slots, rows }) =>
      slots.flatMap((each, index) => (each === slot ? rows.flatMap((row) => row.cells[index] ?? []) : []))
    )
    return [...new Set([...domain, ...cells])].filter((code) => Ranges.has(domain, code)).sort((a, b) => a - b)
  })

function* casesOf(columns: readonly (readonly number[])[], at = 0): Generator<readonly number[]> {
  const [codes, isLast] = [columns[at], at >= columns.length]
  if (isLast || codes === undefined) yield []
  else for (const code of codes) for (const rest of casesOf(columns, at + 1)) yield [code, ...rest]
}

/** Whether a case lies in what cannot happen. */
const fits = (cells: readonly (readonly number[] | null)[], codes: readonly number[]): boolean =>
  cells.every((cell, column) => cell === null || Ranges.has(cell, codes[column] ?? Number.NaN))
