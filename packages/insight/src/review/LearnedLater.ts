/** What of a review is known otherwise now than it was known at the end of the period. */
import type { Review } from "./Review.ts"

/**
 * Rows as they are known now, of those that were known otherwise or not at all. A category that no case has any more has
 * 0 cases; a case that is not worth reading any more has no reasons.
 */
export type LearnedLater = Pick<Review, "figures" | "heard" | "worthReading" | "comingBack" | "proceduresDue">

/** Returns what was learned since; undefined where nothing was. */
export const learnedLater = (then: Review, now: Review): LearnedLater | undefined => {
  const later: LearnedLater = {
    figures: changed(
      then.figures,
      now.figures,
      ({ measure }) => measure,
      ({ shape, value, tally: { cases, sum }, verdict }) => [value, cases, shape === "share" ? sum : 0, verdict]
    ),
    heard: changed(
      then.heard,
      now.heard,
      ({ category }) => category,
      ({ cases }) => cases,
      (row) => ({ ...row, cases: 0 })
    ),
    worthReading: changed(
      then.worthReading,
      now.worthReading,
      (row) => row.case,
      // How late something is grows by itself, and is not learned.
      ({ reasons }) => reasons.map(({ why, at }) => [why, at]),
      (row) => ({ ...row, reasons: [] })
    ),
    comingBack: changed(
      then.comingBack,
      now.comingBack,
      ({ of, id }) => `${of} ${id}`,
      ({ cases, before, category, problem }) => [cases, before, category, problem]
    ),
    proceduresDue: changed(
      then.proceduresDue,
      now.proceduresDue,
      ({ category, cases: [first] }) => `${category} ${first}`,
      ({ cases }) => cases
    )
  }
  return Object.values(later).some((rows) => rows.length > 0) ? later : undefined
}

const changed = <Row>(
  then: readonly Row[],
  now: readonly Row[],
  key: (row: Row) => string,
  says: (row: Row) => unknown,
  gone?: (row: Row) => Row
): readonly Row[] => {
  const text = (row: Row): string => JSON.stringify(says(row))
  const before = new Map(then.map((row) => [key(row), text(row)]))
  const after = new Set(now.map(key))
  return [
    ...now.filter((row) => before.get(key(row)) !== text(row)),
    ...(gone === undefined ? [] : then.filter((row) => !after.has(key(row))).map(gone))
  ]
}
