/**
 * When something is recorded: now, but never before the last record of its stream. A clock may be set back and two
 * machines may differ, but the instants of a record stay in order.
 */

/** When something is recorded. */
export interface RecordedTime {
  /** The instant.  Units: ms since 1970. */
  readonly recordedAt: number
  /** How far the clock was behind the record; 0 if it was not.  Units: ms. */
  readonly clockBehind: number
}

/** Returns when something is recorded at the clock time `now`, in a stream whose last event was recorded at `last`. */
export const recordedTime = (now: number, last = 0): RecordedTime => ({
  recordedAt: Math.max(now, last),
  clockBehind: Math.max(0, last - now)
})

/** Returns when the last of some events was recorded; undefined if there are none. */
export const lastRecorded = (events: readonly { readonly recordedAt: number }[]): number | undefined =>
  events.at(-1)?.recordedAt
