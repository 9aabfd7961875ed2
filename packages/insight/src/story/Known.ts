/**
 * What was known of a case at an instant. What falls due is known at its own instant, whenever it was told; what somebody
 * reports late is known when it is recorded, and so is all that follows from it. What a period shows, it shows as it was
 * known at its end.
 * Source: docs/decisions/0033-as-known-at-the-end.md
 */
import type { Case } from "@hearback/core"
import type { Story } from "./CaseStory.ts"

/** An event, and when it was recorded.  Units: ms since 1970. */
export interface RecordedEvent {
  readonly event: Case.CaseEvent
  readonly recordedAt: number
}

/** A case as it was known at the end of a period, and as it is known now: one story where nothing was learned since. */
export interface KnownCase {
  /** Absent where nobody knew of the case by then. */
  readonly atEnd: Story | undefined
  readonly now: Story
}

/** Events by which time itself begins to act; what follows from them has the same instant. */
const marks: ReadonlySet<Case.EventName> = new Set<Case.EventName>([
  "clock-met",
  "clock-missed",
  "clock-reminded",
  "clock-escalated",
  "pause-capped"
])

/** Returns how many events of a case, from its first, were known before an instant. */
export const knownBefore = (record: readonly RecordedEvent[], end: number): number => {
  const [first] = record
  const history = isHistory(first) ? first?.recordedAt : undefined
  let fired: RecordedEvent | undefined
  const isUnknown = (one: RecordedEvent): boolean => {
    const { event, recordedAt } = one
    // What was answered before it came here was known where it was answered.
    if (recordedAt === history) return event.at >= end
    const isOfTime = fired?.recordedAt === recordedAt && fired.event.at === event.at
    if (isOfTime || marks.has(event.event)) {
      fired = isOfTime ? fired : one
      return event.at >= end
    }
    return recordedAt >= end
  }
  const at = record.findIndex(isUnknown)
  return at < 0 ? record.length : at
}

const isHistory = (first: RecordedEvent | undefined): boolean =>
  first?.event.event === "case-opened" && first.event.receipt.history !== undefined
