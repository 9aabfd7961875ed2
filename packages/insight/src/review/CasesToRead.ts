/** The cases that a review reads one by one, each with every reason for which it was chosen. */
import { defined } from "@hearback/core"
import type { KnownCase } from "../story/Known.ts"
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import type { CaseReason } from "../summary/Reasons.ts"
import { MOST_ROWS, makeFirstRows } from "./FirstRows.ts"

/** Units: `at` in ms since 1970, `late` in ms. */
export type ReadingReason =
  | { readonly why: "promise-missed"; readonly at: number; readonly clock: string; readonly late: number }
  | { readonly why: "reopened"; readonly at: number }
  | { readonly why: "dissatisfied"; readonly at: number }
  | { readonly why: "verification-failed"; readonly at: number; readonly gate: string }
  | { readonly why: "spot-check-wrong"; readonly at: number; readonly duty: string }
  | { readonly why: "most-handovers"; readonly at: number; readonly times: number }

export interface CaseToRead {
  readonly case: string
  readonly category?: string
  /** In the order in which they came. */
  readonly reasons: readonly ReadingReason[]
}

/** The first of the cases to read, and how many more there are. */
export interface CaseList {
  readonly rows: readonly CaseToRead[]
  readonly more: number
}

export interface CasesToRead {
  take(known: KnownCase<CaseSummary>): void
  /** As they were known then: those with most reasons first, then the latest. */
  worthReading(): CaseList
  /** As they are known now, of those with other reasons then; without any where there is none left. */
  changed(): CaseList
}

/** Begins to choose the cases of a period that are worth reading.  `then` and `now` say until when lateness is known. */
export const makeCasesToRead = (period: Period, then: number, now: number): CasesToRead => {
  const chosen = makeFirstRows(readFirst)
  // Which cases have the most handovers is known at the end; until then those with the most so far are kept apart.
  const handed = makeFirstRows(readFirst)
  const otherwise = makeFirstRows<CaseToRead>(readFirst)
  let [most, count, handedAlone, changes] = [2, 0, 0, 0]
  const take = (summary: CaseSummary): CaseToRead => {
    const row = rowOf(summary, period, then)
    if (row.reasons.length > 0) {
      count += 1
      chosen.add(row)
    }
    const handovers = handoversOf(summary, period)
    if (handovers === undefined || handovers.times < most) return row
    if (handovers.times > most) {
      most = handovers.times
      handed.clear()
      handedAlone = 0
    }
    if (row.reasons.length === 0) handedAlone += 1
    handed.add(withReason(row, handovers))
    return row
  }
  return {
    take: ({ atEnd, now: summary }) => {
      // Most cases give no reason.
      if (atEnd === summary && summary.reasons.length + summary.handovers.length === 0) return
      const before = atEnd && take(atEnd)
      if (atEnd === summary) return
      const row = rowOf(summary, period, now)
      if (says(row) === (before === undefined ? "[]" : says(before))) return
      changes += 1
      const handovers = handoversOf(summary, period)
      otherwise.add(handovers?.times === most ? withReason(row, handovers) : row)
    },
    worthReading: () => {
      const first = handed.rows()
      const known = new Set(first.map((row) => row.case))
      const others = chosen.rows().filter((row) => !known.has(row.case))
      const rows = [...first, ...others].sort(readFirst).slice(0, MOST_ROWS)
      return { rows, more: count + handedAlone - rows.length }
    },
    changed: () => {
      const rows = otherwise.rows()
      return { rows, more: changes - rows.length }
    }
  }
}

const readFirst = (a: CaseToRead, b: CaseToRead): number =>
  b.reasons.length - a.reasons.length || last(b) - last(a) || (a.case < b.case ? -1 : 1)

const last = ({ reasons }: CaseToRead): number => reasons.at(-1)?.at ?? 0

/** How late something is grows by itself, and is not learned. */
const says = ({ reasons }: CaseToRead): string => JSON.stringify(reasons.map(({ why, at }) => [why, at]))

const rowOf = ({ id, about, reasons }: CaseSummary, period: Period, now: number): CaseToRead =>
  defined({
    case: id,
    category: about.category === "" ? undefined : about.category,
    reasons: reasons
      .filter(({ at }) => isWithin(period, at))
      .map((reason) => reading(reason, now))
      .sort(byInstant)
  })

const reading = (reason: CaseReason, now: number): ReadingReason => {
  if (reason.why !== "promise-missed") return reason as ReadingReason
  const { why, at, clock, metAt = now } = reason
  return { why, at, clock, late: Math.max(0, metAt - at) }
}

/** Of one instant in the order of this list. */
const order: readonly ReadingReason["why"][] = [
  "promise-missed",
  "reopened",
  "dissatisfied",
  "verification-failed",
  "spot-check-wrong",
  "most-handovers"
]

const byInstant = (a: ReadingReason, b: ReadingReason): number =>
  a.at - b.at || order.indexOf(a.why) - order.indexOf(b.why)

const withReason = (row: CaseToRead, reason: ReadingReason): CaseToRead => ({
  ...row,
  reasons: [...row.reasons, reason].sort(byInstant)
})

/** One handover is how work finds its place; only cases with the most of them, and two at least, are worth reading. */
const handoversOf = (
  { handovers }: CaseSummary,
  period: Period
): Extract<ReadingReason, { why: "most-handovers" }> | undefined => {
  const handed = handovers.filter((each) => isWithin(period, each))
  const at = handed.at(-1)
  return at === undefined ? undefined : { why: "most-handovers", at, times: handed.length }
}
