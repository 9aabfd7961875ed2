/**
 * When something is recorded: now, but never before what was recorded last in its stream. A clock may be set back, and
 * two machines may have two times; the order of a record stays that of its instants.
 */

export interface RecordedTime {
  /** Units: ms since 1970. */
  readonly recordedAt: number
  /** How far the clock was behind the record; 0 where it was not.  Units: ms. */
  readonly clockBehind: number
}

/** Returns when something is recorded by a clock that says `now`, in a stream whose last event was recorded at `last`. */
export const recordedTime = (now: number, last = 0): RecordedTime => ({
  recordedAt: Math.max(now, last),
  clockBehind: Math.max(0, last - now)
})

/** Returns when the last of some events was recorded; undefined where there is none. */
export const lastRecorded = (events: readonly { readonly recordedAt: number }[]): number | undefined =>
  events.at(-1)?.recordedAt
