/** How many replications are made: until a figure is known well enough, and never more than a number. */
import type { EstimatedValue } from "./Interval.ts"

export interface Stopping {
  readonly least: number
  readonly most: number
  /** The half-width that is good enough, as a share of the value; absent: `least` replications are made. */
  readonly precision?: number
}

/**
 * Returns how many replications there shall be in all, given what so many have shown. Each time as many are added as the
 * square law asks for, so that the number does not depend on how many run at once.
 */
export const replicationsWanted = (
  { least, most, precision }: Stopping,
  done: number,
  shown: EstimatedValue
): number => {
  if (done < least) return least
  if (precision === undefined || isKnown(shown, precision)) return done
  const times = (shown.halfWidth / (precision * Math.abs(shown.value))) ** 2
  const wanted = Number.isFinite(times) ? Math.ceil(done * times) : done * 2
  return Math.min(most, Math.max(done + 1, Math.min(wanted, done * 2)))
}

const isKnown = ({ value, halfWidth }: EstimatedValue, precision: number): boolean =>
  halfWidth === 0 || halfWidth <= precision * Math.abs(value)
