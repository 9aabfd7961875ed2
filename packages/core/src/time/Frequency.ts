/** The periods of a frequency, such as the quarters of a year: the name and the beginning of each. */
import { civilFromDays, DAY, type Instant, renderDate, weekday } from "./Instant.ts"
import { toInstant, toLocal, type Zone } from "./Zone.ts"

/** How often a period begins. */
export type Frequency = "daily" | "weekly" | "monthly" | "quarterly" | "half-yearly" | "yearly"

/** Returns the name of the period that an instant lies in, such as `2026-Q4`. Equal names mean the same period. */
export const periodOf = (frequency: Frequency, at: Instant, zone: Zone): string =>
  named(frequency, Math.floor(toLocal(at, zone) / DAY))

const named = (frequency: Frequency, day: number): string => {
  const { year, month } = civilFromDays(day)
  switch (frequency) {
    case "daily":
      return renderDate(day)
    case "weekly":
      return `week of ${renderDate(day - weekday(day))}`
    case "monthly":
      return `${year}-${String(month).padStart(2, "0")}`
    case "quarterly":
      return `${year}-Q${Math.ceil(month / 3)}`
    case "half-yearly":
      return `${year}-H${month <= 6 ? 1 : 2}`
    case "yearly":
      return String(year)
  }
}

/** Returns the instants in (from, to] at which a period begins, in order. */
export const beginnings = (frequency: Frequency, zone: Zone, from: Instant, to: Instant): readonly Instant[] => {
  const found: Instant[] = []
  const last = Math.floor(toLocal(to, zone) / DAY)
  for (let day = Math.floor(toLocal(from, zone) / DAY); day <= last; day++) {
    const at = toInstant(day * DAY, zone)
    if (at > from && at <= to && named(frequency, day) !== named(frequency, day - 1)) found.push(at)
  }
  return found
}
