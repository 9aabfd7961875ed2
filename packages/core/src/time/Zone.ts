/**
 * A time zone as data: the instants at which its offset changes, and the offsets between them.
 *
 * The data is read from the platform when a policy is built and rides in its bundle, so a newer time-zone table
 * changes nothing under a running case. After the last change the last offset holds.
 *
 * A reading that the wall never shows (clocks put forward) means the first instant after the gap; one that it shows
 * twice (clocks put back) means the earlier. Both rules hold for opening and for closing alike.
 */
/** Invariant: `from` ascends; `offsetMinutes` has one entry more, its first holds before `from[0]`. */
export interface Zone {
  readonly id: string
  /** Instants, as everywhere in whole milliseconds since 1970 UTC. */
  readonly from: readonly number[]
  /** Minutes east of Greenwich. */
  readonly offsetMinutes: readonly number[]
}

export const utc: Zone = { id: "UTC", from: [], offsetMinutes: [0] }

/** Returns how far the wall is ahead of UTC at an instant. Units: minutes. */
export const offsetAt = (at: number, zone: Zone): number => zone.offsetMinutes[period(at, zone)] ?? 0

/** Returns the wall-clock reading, as the milliseconds that UTC would need to show the same. */
export const toLocal = (at: number, zone: Zone): number => at + offsetAt(at, zone) * MINUTE

/** Returns the instant of a wall-clock reading (as `toLocal` gives it), by the gap and fold rules above. */
export const toInstant = (local: number, zone: Zone): number => {
  const { from, offsetMinutes } = zone
  // No offset exceeds 24 hours, so only the periods about this reading can show it; the first that does is earliest.
  const last = period(local + FARTHEST, zone)
  for (let i = period(local - FARTHEST, zone); i <= last; i++) {
    const at = local - (offsetMinutes[i] ?? 0) * MINUTE
    const opens = from[i - 1] ?? Number.NEGATIVE_INFINITY
    if (at < opens) return opens
    if (at < (from[i] ?? Number.POSITIVE_INFINITY)) return at
  }
  return local - (offsetMinutes[last] ?? 0) * MINUTE
}

const MINUTE = 60_000
const FARTHEST = 24 * 60 * MINUTE

/** The index of the offset in force: how many changes have happened. */
const period = (at: number, zone: Zone): number => {
  let low = 0
  let high = zone.from.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((zone.from[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
