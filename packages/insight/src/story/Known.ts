/**
 * What was known of a case at an instant. Due instants are known when they occur, whenever a tick came. What a person
 * reports late is known when it is recorded, and so is everything that follows from it. A period shows what was known
 * at its end.
 * Source: docs/decisions/0033-as-known-at-the-end.md
 */
import type { Case } from "@hearback/core"

/** The name of an event, when it happened, and when it was recorded.  Units: ms since 1970. */
export interface RecordedEvent {
  readonly name: string
  readonly at: number
  readonly recordedAt: number
}

/** A case as known at the end of a period, and as known now; the same value if nothing was learned since. */
export interface KnownCase<Seen> {
  /** Absent if nobody knew of the case by then. */
  readonly atEnd: Seen | undefined
  readonly now: Seen
}

/** Events that time itself causes; what follows from them has the same instant. */
const marks: ReadonlySet<string> = new Set<Case.EventName>([
  "clock-met",
  "clock-missed",
  "clock-reminded",
  "clock-escalated",
  "pause-capped"
])

/**
 * Returns for each event of a case the last instant at which it was unknown. No event is known before its
 * predecessors, so the instants ascend. `isHistory`: the case ended before the import, and what was answered
 * elsewhere was known there.
 */
export const unknownUntil = (record: readonly RecordedEvent[], isHistory: boolean): readonly number[] => {
  const history = isHistory ? record[0]?.recordedAt : undefined
  let fired: RecordedEvent | undefined
  let last = Number.NEGATIVE_INFINITY
  const own = (one: RecordedEvent): number => {
    if (one.recordedAt === history) return one.at
    const isOfTime = fired?.recordedAt === one.recordedAt && fired.at === one.at
    if (!isOfTime && !marks.has(one.name)) return one.recordedAt
    fired = isOfTime ? fired : one
    return one.at
  }
  return record.map((one) => {
    last = Math.max(last, own(one))
    return last
  })
}

/** Returns how many events of a case, from the first, were known before an instant. */
export const knownBefore = (record: readonly RecordedEvent[], isHistory: boolean, end: number): number => {
  const count = unknownUntil(record, isHistory).findIndex((until) => until >= end)
  return count < 0 ? record.length : count
}
