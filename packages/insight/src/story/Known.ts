/**
 * What was known of a case at an instant. What falls due is known at its own instant, whenever it was told; what somebody
 * reports late is known when it is recorded, and so is all that follows from it. What a period shows, it shows as it was
 * known at its end.
 * Source: docs/decisions/0033-as-known-at-the-end.md
 */
import type { Case } from "@hearback/core"
import type { Story } from "./CaseStory.ts"

/** An event by its name, when it happened, and when it was recorded.  Units: ms since 1970. */
export interface RecordedEvent {
  readonly name: string
  readonly at: number
  readonly recordedAt: number
}

/** A case as it was known at the end of a period, and as it is known now: one story where nothing was learned since. */
export interface KnownCase {
  /** Absent where nobody knew of the case by then. */
  readonly atEnd: Story | undefined
  readonly now: Story
}

/** Events by which time itself begins to act; what follows from them has the same instant. */
const marks: ReadonlySet<string> = new Set<Case.EventName>([
  "clock-met",
  "clock-missed",
  "clock-reminded",
  "clock-escalated",
  "pause-capped"
])

/**
 * Returns how many events of a case, from its first, were known before an instant. `isHistory`: it ended before it came
 * here, and what was answered elsewhere was known there.
 */
export const knownBefore = (record: readonly RecordedEvent[], isHistory: boolean, end: number): number => {
  const history = isHistory ? record[0]?.recordedAt : undefined
  let fired: RecordedEvent | undefined
  const isUnknown = (one: RecordedEvent): boolean => {
    if (one.recordedAt === history) return one.at >= end
    const isOfTime = fired?.recordedAt === one.recordedAt && fired.at === one.at
    if (isOfTime || marks.has(one.name)) {
      fired = isOfTime ? fired : one
      return one.at >= end
    }
    return one.recordedAt >= end
  }
  const at = record.findIndex(isUnknown)
  return at < 0 ? record.length : at
}
