/**
 * A time zone as data: the instants at which its offset changes, and the offsets between them.
 *
 * The platform's data is read when a policy is built and is part of its bundle, so a newer time-zone table changes
 * nothing on a running case. After the last change the last offset holds. A local time that clocks skip means the first
 * instant after the gap; one that occurs twice means the earlier instant. Both rules hold for opening and closing
 * times.
 *
 * Invariant: `from` ascends; `offsetMinutes` has one entry more, and its first one holds before `from[0]`.
 */
export interface Zone {
  readonly id: string
  /** The instants of the changes, in whole milliseconds since 1970 UTC. */
  readonly from: readonly number[]
  /** The offsets in minutes east of Greenwich. */
  readonly offsetMinutes: readonly number[]
}

/** Coordinated Universal Time. */
export const utc: Zone = { id: "UTC", from: [], offsetMinutes: [0] }

/** Returns how far local time is ahead of UTC at an instant.  Units: minutes. */
export const offsetAt = (at: number, zone: Zone): number => zone.offsetMinutes[period(at, zone)] ?? 0

/** Returns the local time of an instant, as the milliseconds at which UTC shows the same. */
export const toLocal = (at: number, zone: Zone): number => at + offsetAt(at, zone) * MINUTE

/**
 * Returns the instant of a local time (as `toLocal` gives it), by the rules of `Zone` for skipped and repeated times.
 */
export const toInstant = (local: number, zone: Zone): number => {
  const { from, offsetMinutes } = zone
  // No offset exceeds 24 hours, so only periods near this time can contain it; the first of them gives the earliest
  // instant.
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

/** Returns the index of the offset in force: the number of changes that have happened. */
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
