/**
 * Enumerates pairs of cases that differ by one step of one input, where one case is stronger than the other and all
 * else is equal.
 *
 * Stronger is the earlier level, the larger amount of money, and the larger count of what the case counts. Other
 * numbers have no such order: a score of 1 is worse than one of 5. Cases that no row distinguishes count as one.
 */

import { Fact, Ranges, type Table } from "@hearback/core"
import type { Reading } from "../../read/Reading.ts"
import { domainsOf } from "./Domains.ts"

/** The most cases of one table that are compared. */
export const mostCases = 50_000

/** Inputs that count what makes a case more serious. */
const counts: ReadonlySet<string> = new Set([
  "same-matter.contacts",
  "same-matter.unanswered",
  "same-problem.customers",
  "same-problem.cases",
  "departments.count",
  "handovers",
  "reopened"
])

/** A step between two cases: their codes by column, the stronger one first. */
export interface StrengthStep {
  readonly column: number
  readonly isAmount: boolean
  readonly input: string
  readonly strong: readonly number[]
  readonly weak: readonly number[]
  /** Returns the stronger case next to the weaker one, to show it as an example. */
  readonly shown: () => readonly number[]
  /** Returns what differs, in the words of the policy. */
  readonly said: () => { readonly strong: string; readonly weak: string }
}

/** How far apart two cases may be. In a total order, comparing neighbours is enough. */
type Reach = "next" | "far"
const farthest: Readonly<Record<Reach, number>> = { next: 1, far: 20 }

/** Returns the steps of a table whose columns are `slots`; undefined if there are too many cases. */
export const stepsOf = (
  reading: Reading,
  slots: readonly number[],
  tables: readonly Table.Table[],
  reach: Reach
): Iterable<StrengthStep> | undefined => {
  const columns = classesOf(reading, slots, tables)
  return countOf(columns) > mostCases ? undefined : steps(reading, slots, columns, reach)
}

type Columns = readonly (readonly number[])[]

function* steps(reading: Reading, slots: readonly number[], columns: Columns, reach: Reach): Generator<StrengthStep> {
  const orders = slots.map((slot) => orderOf(reading, slot))
  for (const codes of casesOf(columns))
    for (const [column, slot] of slots.entries()) {
      const [code = 0, order, classes = []] = [codes[column], orders[column], columns[column]]
      if (order === undefined || code === Fact.UNKNOWN) continue
      const { name: input, type } = reading.inputs.at(slot)
      const withCode = (other: number): readonly number[] => codes.map((each, at) => (at === column ? other : each))
      const render = (each: number): string =>
        `${order === "levels" ? "" : `${input} = `}${Fact.render(type, each, Fact.english, reading.zone)}`
      const [at, way] = [classes.indexOf(code), order === "levels" ? 1 : -1]
      for (let far = 1; far <= farthest[reach]; far++) {
        const weak = classes[at + way * far]
        if (weak === undefined || weak === Fact.UNKNOWN) break
        // A class contains all codes up to the next class, so the codes beside the border are shown.
        const strong = order === "levels" ? (classes[at + 1] ?? weak) - 1 : code
        const other = order === "levels" ? weak : Ranges.sample(Ranges.of(weak, classes[at - far + 1] ?? code))
        const said = () => ({ strong: render(strong), weak: render(other ?? weak) })
        yield {
          column,
          isAmount: order === "amounts",
          input,
          strong: codes,
          weak: withCode(weak),
          shown: () => withCode(strong),
          said
        }
      }
    }
}

/** The order of an input's codes: levels strongest first, amounts least first; others have no order. */
const orderOf = (reading: Reading, slot: number): "levels" | "amounts" | undefined => {
  const { name, type } = reading.inputs.at(slot)
  if (type._tag === "OneOf") return type.graded ? "levels" : undefined
  return type._tag === "Amount" && (type.unit !== "" || counts.has(name)) ? "amounts" : undefined
}

/** Returns one code for each class of each column: no row distinguishes the codes of one class. */
export const classesOf = (reading: Reading, slots: readonly number[], tables: readonly Table.Table[]): Columns =>
  domainsOf(reading, { slots }).map((domain, column) => {
    const slot = slots[column]
    const cells = tables.flatMap((table) =>
      table.slots.flatMap((each, index) => (each === slot ? table.rows.flatMap((row) => row.cells[index] ?? []) : []))
    )
    return [...new Set([...domain, ...cells])].filter((code) => Ranges.has(domain, code)).sort((a, b) => a - b)
  })

/** Returns the number of cases of the classes. */
export const countOf = (columns: Columns): number => columns.reduce((product, codes) => product * codes.length, 1)

/** Returns every case of the classes. */
export function* casesOf(columns: Columns, at = 0): Generator<readonly number[]> {
  const [codes, isLast] = [columns[at], at >= columns.length]
  if (isLast || codes === undefined) yield []
  else for (const code of codes) for (const rest of casesOf(columns, at + 1)) yield [code, ...rest]
}

/** Returns whether a case is inside a box that cannot occur. */
export const liesIn = (cells: readonly (Ranges.Ranges | null)[], codes: readonly number[]): boolean =>
  cells.every((cell, column) => cell === null || Ranges.has(cell, codes[column] ?? Number.NaN))
