/** Grades that fall where what they are found by rises: a stronger level, or a stronger emotion, with all else equal. */
import { Ranges, Table } from "@hearback/core"
import type { DimensionRule } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { said } from "../../diagnostic/text/Said.ts"
import type { Reading } from "../../read/Reading.ts"
import { domainsOf, neverOf, witnessOf } from "./Tables.ts"

/** How many cases of one table are compared; a table with more is left alone. */
const most = 20_000

/** Says which rows grade a case weaker than the same case with a weaker level. */
export const inversions = (r: Reading, dimension: DimensionRule): void => {
  const { name, levels } = dimension
  const { table, values } = dimension.table
  if (r.isFaulty(`grading.${name}`) || table.rows.length === 0) return
  const graded = table.slots.map((slot) => {
    const { type } = r.inputs.at(slot)
    return type._tag === "OneOf" && type.graded ? type.values : undefined
  })
  const never = neverOf(r, table)
  const rank = (row: number): number => {
    const value = values[row]
    return value !== undefined && "level" in value ? levels.indexOf(value.level) : -1
  }
  const decide = (codes: readonly number[]): number => {
    const inputs: number[] = []
    for (const [column, slot] of table.slots.entries()) inputs[slot] = codes[column] ?? Number.NaN
    return never.some((cells) => fits(cells, codes)) ? -1 : Table.interpret(table, inputs)
  }
  const told = new Set<number>()
  for (const codes of casesOf(r, dimension))
    for (const [column, names] of graded.entries()) {
      const code = codes[column] ?? 0
      if (names === undefined || code + 1 >= names.length) continue
      const row = decide(codes)
      const weaker = decide(codes.map((each, index) => (index === column ? code + 1 : each)))
      if (rank(row) <= rank(weaker) || rank(weaker) < 0 || told.has(row)) continue
      const [at, other] = [r.at(table.rows[row]?.rule ?? ""), r.at(table.rows[weaker]?.rule ?? "")]
      if (at === undefined || other === undefined) continue
      told.add(row)
      const about = {
        strong: names[code] ?? "",
        weak: names[code + 1] ?? "",
        low: levels[rank(row)] ?? "",
        high: levels[rank(weaker)] ?? ""
      }
      const place = related(other.span, said("the weaker one is graded here", "较弱的情形在此定级"), true)
      r.say("grade/inversion", at, about, { related: [place], witness: witnessOf(r, table, codes) })
    }
}

/** Returns a case of each kind that the rows tell apart, as codes by column. */
const casesOf = (r: Reading, { table: { table } }: DimensionRule): readonly (readonly number[])[] => {
  const columns = domainsOf(r, table).map((domain, column) => {
    const { type } = r.inputs.at(table.slots[column] ?? 0)
    const names = type._tag === "OneOf" ? type.values.map((_, code) => code) : []
    const cuts = [...names, ...domain, ...table.rows.flatMap(({ cells }) => cells[column] ?? [])]
    return [...new Set(cuts)].filter((code) => Ranges.has(domain, code))
  })
  if (columns.reduce((count, codes) => count * codes.length, 1) > most) return []
  return columns.reduce<readonly (readonly number[])[]>(
    (cases, codes) => cases.flatMap((each) => codes.map((code) => [...each, code])),
    [[]]
  )
}

/** Whether a case lies in what cannot happen. */
const fits = (cells: readonly (readonly number[] | null)[], codes: readonly number[]): boolean =>
  cells.every((cell, column) => cell === null || Ranges.has(cell, codes[column] ?? Number.NaN))
