/** Rows of a policy that decide grades and durations of clocks, with the number of cases that each row decided. */
import type { Policy } from "@hearback/core"
import type { RowHits } from "../report/Report.ts"
import type { ComparedAnswers } from "./ComparedAnswers.ts"

/** Returns the rows that decided a case, among them a row whose grade was then lifted. */
export const rowsOf = ({ grades, clocks }: ComparedAnswers): readonly string[] => [
  ...Object.values(grades).flatMap(({ rule, lifted }) => [rule, lifted?.rule].filter((one) => one !== undefined)),
  ...Object.values(clocks).flatMap(({ rule }) => (rule === undefined ? [] : [rule]))
]

/** A row is reported as `hot` if it decides at least this share of the cases of its table. */
const HOT = 0.8

/** Returns the hits of every row that gives a grade, and of every row of a clock that has several. */
export const rowHits = (
  { bundle }: Policy.Policy,
  before: ReadonlyMap<string, number> | undefined,
  after: ReadonlyMap<string, number>,
  /** The number of decided cases. With none, no row is reported as `dead`. */
  decided: number
): readonly RowHits[] => {
  const tables = [
    ...bundle.grading.map(({ name, table, lift }) => ({
      of: `grading.${name}`,
      // Several rules can come from one line of the policy: they are counted as one row.
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
