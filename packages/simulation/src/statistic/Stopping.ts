/** Decides how many replications are made: until a figure is precise enough, and never more than a maximum. */
import type { EstimatedValue } from "./Interval.ts"

/** When to stop. */
export interface Stopping {
  readonly least: number
  readonly most: number
  /**
   * The largest half-width that is precise enough, as a share of the value; absent: `least` replications are made.
   */
  readonly precision?: number
}

/**
 * Returns the wanted number of replications, given the results so far. The square law decides how many are added, so
 * the number does not depend on how many run at once.
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
