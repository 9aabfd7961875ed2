/** The cases that a review reads one by one, each with every reason for which it was chosen. */
import { defined } from "@hearback/core"
import { lateness, missOf, runsOf } from "../measure/TimeMeasures.ts"
import { momentsOf, type Story } from "../story/CaseStory.ts"
import type { KnownCase } from "../story/Known.ts"
import { isWithin, type Period } from "../story/Period.ts"
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
  take(story: KnownCase): void
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
  const take = (story: Story): CaseToRead => {
    const row = rowOf(story, period, then)
    if (row.reasons.length > 0) {
      count += 1
      chosen.add(row)
    }
    const handovers = handoversOf(story, period)
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
    take: (story) => {
      const before = story.atEnd && take(story.atEnd)
      if (story.atEnd === story.now) return
      const row = rowOf(story.now, period, now)
      if (says(row) === (before === undefined ? "[]" : says(before))) return
      changes += 1
      const handovers = handoversOf(story.now, period)
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

const rowOf = (story: Story, period: Period, now: number): CaseToRead =>
  defined({
    case: story.id,
    category: story.state.feedback.understanding?.category,
    reasons: reasonsOf(story, now)
      .filter(({ at }) => isWithin(period, at))
      .sort((a, b) => a.at - b.at)
  })

const withReason = (row: CaseToRead, reason: ReadingReason): CaseToRead => ({
  ...row,
  reasons: [...row.reasons, reason].sort((a, b) => a.at - b.at)
})

const reasonsOf = (story: Story, now: number): readonly ReadingReason[] => [
  ...runsOf(story, ({ promise }) => promise).flatMap((run): readonly ReadingReason[] => {
    const breach = missOf(run)
    return breach === undefined
      ? []
      : [{ why: "promise-missed", at: breach.dueAt, clock: run.rule.name, late: lateness(run, breach, now) }]
  }),
  ...disputesOf(story),
  ...momentsOf(story, "verification-failed").map(
    ({ event }): ReadingReason => ({ why: "verification-failed", at: event.at, gate: event.gate })
  ),
  ...momentsOf(story, "spot-check-found").flatMap(({ event, before }): readonly ReadingReason[] => {
    const duty = before.authority.draws.find(({ id }) => id === event.id)?.of ?? ""
    return event.finding === "wrong" ? [{ why: "spot-check-wrong", at: event.at, duty }] : []
  })
]

/** Answers "dissatisfied"; one that has reopened the case is given as a reopening. */
const disputesOf = (story: Story): readonly ReadingReason[] => {
  const reopened = momentsOf(story, "case-reopened").flatMap(({ event: { at, cause } }) =>
    cause === "dissatisfied" ? [at] : []
  )
  const other = momentsOf(story, "customer-dissatisfied").filter(({ event }) => !reopened.includes(event.at))
  return [
    ...reopened.map((at): ReadingReason => ({ why: "reopened", at })),
    ...other.map(({ event: { at } }): ReadingReason => ({ why: "dissatisfied", at }))
  ]
}

/** One handover is how work finds its place; only cases with the most of them, and two at least, are worth reading. */
const handoversOf = (story: Story, period: Period): Extract<ReadingReason, { why: "most-handovers" }> | undefined => {
  const handed = momentsOf(story, "handover-accepted").filter(({ event }) => isWithin(period, event.at))
  const at = handed.at(-1)?.event.at
  return at === undefined ? undefined : { why: "most-handovers", at, times: handed.length }
}
