/** Selects the cases that a review reads one by one, each with its reasons. */
import { defined } from "@hearback/core"
import type { KnownCase } from "../story/Known.ts"
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import type { CaseReason } from "../summary/Reasons.ts"
import { MOST_ROWS, makeFirstRows } from "./FirstRows.ts"

/** A reason to read a case.  Units: `at` in ms since 1970, `late` in ms. */
export type ReadingReason =
  | { readonly why: "promise-missed"; readonly at: number; readonly clock: string; readonly late: number }
  | { readonly why: "reopened"; readonly at: number }
  | { readonly why: "dissatisfied"; readonly at: number }
  | { readonly why: "verification-failed"; readonly at: number; readonly gate: string }
  | { readonly why: "spot-check-wrong"; readonly at: number; readonly duty: string }
  | { readonly why: "most-handovers"; readonly at: number; readonly times: number }

/** A case to read. */
export interface CaseToRead {
  readonly case: string
  readonly category?: string
  /** The reasons, in order of time. */
  readonly reasons: readonly ReadingReason[]
}

/** The first of the cases to read, and how many more there are. */
export interface CaseList {
  readonly rows: readonly CaseToRead[]
  readonly more: number
}

/** Selects cases to read. */
export interface CasesToRead {
  take(known: KnownCase<CaseSummary>): void
  /** Returns the cases as known then: those with most reasons first, then the latest. */
  worthReading(): CaseList
  /** Returns the current reasons of those cases whose reasons differed then; empty if none is left. */
  changed(): CaseList
}

/**
 * Begins to select the cases of a period that are worth reading.  `then` and `now` are the instants until which
 * lateness is known.
 */
export const makeCasesToRead = (period: Period, then: number, now: number): CasesToRead => {
  const makeRows = () => makeFirstRows<Place, CaseToRead>(readFirst)
  const chosen = makeRows()
  // Which cases have the most handovers is known only at the end, so those with the most so far are kept separately.
  const handed = makeRows()
  const otherwise = makeRows()
  let [most, count, handedAlone, changes] = [2, 0, 0, 0]
  const take = (summary: CaseSummary): void => {
    const reasons = reasonsIn(summary, period)
    const handovers = handoversOf(summary, period)
    if (reasons.length === 0 && handovers === undefined) return
    const rowWith = (...more: readonly ReadingReason[]) => rowOf(summary, [...readingsOf(reasons, then), ...more])
    if (reasons.length > 0) {
      count += 1
      chosen.add(placeOf(summary.id, reasons), rowWith)
    }
    if (handovers === undefined || handovers.times < most) return
    if (handovers.times > most) {
      most = handovers.times
      handed.clear()
      handedAlone = 0
    }
    if (reasons.length === 0) handedAlone += 1
    handed.add(placeOf(summary.id, [...reasons, handovers]), () => rowWith(handovers))
  }
  return {
    take: ({ atEnd, now: summary }) => {
      if (atEnd !== undefined) take(atEnd)
      if (atEnd === summary) return
      const reasons = readingsIn(summary, period, now)
      if (says(reasons) === (atEnd === undefined ? "[]" : says(readingsIn(atEnd, period, then)))) return
      changes += 1
      const handovers = handoversOf(summary, period)
      const all = handovers?.times === most ? [...reasons, handovers] : reasons
      otherwise.add(placeOf(summary.id, all), () => rowOf(summary, all))
    },
    worthReading: () => {
      const first = handed.rows()
      const known = new Set(first.map((row) => row.case))
      const others = chosen.rows().filter((row) => !known.has(row.case))
      const rows = [...first, ...others].sort((a, b) => readFirst(placeIn(a), placeIn(b))).slice(0, MOST_ROWS)
      return { rows, more: count + handedAlone - rows.length }
    },
    changed: () => {
      const rows = otherwise.rows()
      return { rows, more: changes - rows.length }
    }
  }
}

/** The values by which rows are sorted. */
interface Place {
  readonly id: string
  readonly reasons: number
  readonly last: number
}

const placeOf = (id: string, reasons: readonly { readonly at: number }[]): Place => ({
  id,
  reasons: reasons.length,
  last: lastOf(reasons)
})

const lastOf = (reasons: readonly { readonly at: number }[]): number => {
  let last = 0
  for (const { at } of reasons) if (at > last) last = at
  return last
}

const placeIn = ({ case: id, reasons }: CaseToRead): Place => placeOf(id, reasons)

const readFirst = (a: Place, b: Place): number => b.reasons - a.reasons || b.last - a.last || (a.id < b.id ? -1 : 1)

/** Compares reasons without how late something is, which grows with time and is not learned. */
const says = (reasons: readonly ReadingReason[]): string => JSON.stringify(reasons.map(({ why, at }) => [why, at]))

const rowOf = ({ id, about }: CaseSummary, reasons: readonly ReadingReason[]): CaseToRead =>
  defined({
    case: id,
    category: about.category === "" ? undefined : about.category,
    reasons: [...reasons].sort(byInstant)
  })

const reasonsIn = ({ reasons }: CaseSummary, period: Period): readonly CaseReason[] =>
  reasons.every(({ at }) => isWithin(period, at)) ? reasons : reasons.filter(({ at }) => isWithin(period, at))

const readingsIn = (summary: CaseSummary, period: Period, now: number): readonly ReadingReason[] =>
  readingsOf(reasonsIn(summary, period), now)

const readingsOf = (reasons: readonly CaseReason[], now: number): readonly ReadingReason[] =>
  reasons.map((reason) => reading(reason, now)).sort(byInstant)

const reading = (reason: CaseReason, now: number): ReadingReason => {
  if (reason.why !== "promise-missed") return reason as ReadingReason
  const { why, at, clock, metAt = now } = reason
  return { why, at, clock, late: Math.max(0, metAt - at) }
}

/** Reasons at one instant are in the order of this list. */
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

/** The handovers of a case. One is normal, so only cases with the most of them, at least two, are worth reading. */
const handoversOf = (
  { handovers }: CaseSummary,
  period: Period
): Extract<ReadingReason, { why: "most-handovers" }> | undefined => {
  if (handovers.length === 0) return undefined
  const handed = handovers.filter((each) => isWithin(period, each))
  const at = handed.at(-1)
  return at === undefined ? undefined : { why: "most-handovers", at, times: handed.length }
}
