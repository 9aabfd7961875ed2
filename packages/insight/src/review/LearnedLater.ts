/**
 * Finds what is known differently now than at the end of a period: rows as known now that were different or absent
 * then. A row that no longer exists is returned with the rest of its values.
 */
import type { MeasureFigure } from "../figure/Figures.ts"
import type { AnswerCount } from "./AnswerCounts.ts"
import type { CategoryCount } from "./CategoryCounts.ts"
import type { GrantTotal } from "./GrantTotals.ts"
import type { ProcedureDue } from "./ProceduresDue.ts"
import type { RepeatedComplaints } from "./RepeatedComplaints.ts"

/** Returns the figures that changed. */
export const changedFigures = <F extends MeasureFigure>(then: readonly F[], now: readonly F[]): readonly F[] =>
  changed(
    then,
    now,
    ({ measure }) => measure,
    ({ shape, value, tally: { cases, sum }, verdict }) => [value, cases, shape === "share" ? sum : 0, verdict]
  )

/** Returns the counts that changed. A category without cases now has 0 cases. */
export const changedCounts = (
  then: readonly CategoryCount[],
  now: readonly CategoryCount[]
): readonly CategoryCount[] => [
  ...changed(
    then,
    now,
    ({ category }) => category,
    ({ cases }) => cases
  ),
  ...gone(then, now, ({ category }) => category).map((row) => ({ ...row, cases: 0 }))
]

/** Returns the grants that changed. A grant that no longer exists has a sum of 0. */
export const changedGrants = (then: readonly GrantTotal[], now: readonly GrantTotal[]): readonly GrantTotal[] => {
  const key = ({ role, power, currency }: GrantTotal): string => JSON.stringify([role, power, currency])
  return [
    ...changed(then, now, key, ({ times, sum }) => [times, sum]),
    ...gone(then, now, key).map((row) => ({ ...row, times: 0, sum: 0 }))
  ]
}

/** Returns the answers that changed. A question without answers now has 0 answers. */
export const changedAnswers = (then: readonly AnswerCount[], now: readonly AnswerCount[]): readonly AnswerCount[] => {
  const key = ({ channel, question }: AnswerCount): string => JSON.stringify([channel, question])
  return [
    ...changed(then, now, key, ({ answered, values }) => [answered, [...values]]),
    ...gone(then, now, key).map((row) => ({ ...row, answered: 0, values: new Map() }))
  ]
}

/** Returns the repeated complaints that changed. */
export const changedComplaints = (
  then: readonly RepeatedComplaints[],
  now: readonly RepeatedComplaints[]
): readonly RepeatedComplaints[] =>
  changed(
    then,
    now,
    ({ of, id }) => `${of} ${id}`,
    ({ cases, before, category, problem }) => [cases, before, category, problem]
  )

/** Returns the due procedures that changed. */
export const changedProcedures = (
  then: readonly ProcedureDue[],
  now: readonly ProcedureDue[]
): readonly ProcedureDue[] =>
  changed(
    then,
    now,
    ({ category, examples: [first] }) => `${category} ${first}`,
    ({ cases }) => cases
  )

const gone = <Row>(then: readonly Row[], now: readonly Row[], key: (row: Row) => string): readonly Row[] => {
  const left = new Set(now.map(key))
  return then.filter((row) => !left.has(key(row)))
}

const changed = <Row>(
  then: readonly Row[],
  now: readonly Row[],
  key: (row: Row) => string,
  says: (row: Row) => unknown
): readonly Row[] => {
  const text = (row: Row): string => JSON.stringify(says(row))
  const before = new Map(then.map((row) => [key(row), text(row)]))
  return now.filter((row) => before.get(key(row)) !== text(row))
}
