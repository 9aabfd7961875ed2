/** Rows of a policy that decide grades and lengths of clocks, and how often each decided. */
import type { Policy } from "@hearback/core"
import type { RowHits } from "../report/Report.ts"
import type { ComparedAnswers } from "./ComparedAnswers.ts"

/** Returns the rows that decided a case; a row that a later one lifted has decided, too. */
export const rowsOf = ({ grades, clocks }: ComparedAnswers): readonly string[] => [
  ...Object.values(grades).flatMap(({ rule, lifted }) => [rule, lifted?.rule].filter((one) => one !== undefined)),
  ...Object.values(clocks).flatMap(({ rule }) => (rule === undefined ? [] : [rule]))
]

/** A row that decides at least so much of its table is hot. */
const HOT = 0.8

/** Returns every row of the candidate's grades, and of its clocks that have several, with its hits. */
export const rowHits = (
  { bundle }: Policy.Policy,
  before: ReadonlyMap<string, number> | undefined,
  after: ReadonlyMap<string, number>,
  /** Cases that were decided: of none, no row can be called dead. */
  decided: number
): readonly RowHits[] => {
  const tables = [
    ...bundle.grading.map(({ name, table, lift }) => ({
      of: `grading.${name}`,
      // Rows that one line of the policy made are one.
      rows: [...new Set(table.table.rows.map(({ rule }) => rule))],
      beside: lift.map(({ rule }) => rule)
    })),
    ...bundle.clocks.map(({ path, within }) => ({
      of: path,
      rows: within === undefined || within.values.length < 2 ? [] : within.table.rows.map(({ rule }) => rule),
      beside: [] as readonly string[]
    }))
  ]
  return tables.flatMap(({ of, rows, beside }) => {
    const all = rows.reduce((sum, rule) => sum + (after.get(rule) ?? 0), 0)
    return [...new Set([...rows, ...beside])].map((rule) => {
      const hits = after.get(rule) ?? 0
      const kind =
        decided === 0
          ? undefined
          : hits === 0
            ? "dead"
            : rows.length > 2 && rows.includes(rule) && hits >= HOT * all
              ? "hot"
              : undefined
      return {
        rule,
        of,
        after: hits,
        ...(before === undefined ? {} : { before: before.get(rule) ?? 0 }),
        ...(kind === undefined ? {} : { kind })
      }
    })
  })
}
