/** Whole days, weeks, months and longer periods in the local time of a zone. A week begins on Monday. */
import { type Bundle, Instant, Zone } from "@hearback/core"

/** From an instant up to, but without, another.  Units: ms since 1970. */
export interface Period {
  readonly from: number
  readonly to: number
}

const months: Readonly<Partial<Record<Bundle.Frequency, number>>> = {
  monthly: 1,
  quarterly: 3,
  "half-yearly": 6,
  yearly: 12
}

/** Returns the first day of the period that contains a day. */
const firstDay = (frequency: Bundle.Frequency, day: number): number => {
  const length = months[frequency]
  if (length === undefined) return frequency === "weekly" ? day - Instant.weekday(day) : day
  const { year, month } = Instant.civilFromDays(day)
  return Instant.daysFromCivil(year, month - ((month - 1) % length), 1)
}

const start = (day: number, zone: Zone.Zone): number => Zone.toInstant(day * Instant.DAY, zone)

/** Returns the last period that has ended by an instant, and the one before it. */
export const lastWholePeriod = (
  frequency: Bundle.Frequency,
  at: number,
  zone: Zone.Zone
): { readonly period: Period; readonly before: Period } => {
  const end = firstDay(frequency, Math.floor(Zone.toLocal(at, zone) / Instant.DAY))
  const begin = firstDay(frequency, end - 1)
  const earlier = firstDay(frequency, begin - 1)
  return {
    period: { from: start(begin, zone), to: start(end, zone) },
    before: { from: start(earlier, zone), to: start(begin, zone) }
  }
}

/** Returns whether an instant is in a period. */
export const isWithin = ({ from, to }: Period, at: number): boolean => at >= from && at < to
