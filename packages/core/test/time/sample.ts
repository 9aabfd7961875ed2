/** The calendars of the case catalogue, with their zones written out by the rules of law instead of a table. */
import { compile } from "../../src/time/Calendar.ts"
import { DAY, daysFromCivil, HOUR, type Instant, parseInstant, weekday } from "../../src/time/Instant.ts"
import type { Calendar, CalendarRule, Shift } from "../../src/time/OpenHours.ts"
import type { Zone } from "../../src/time/Zone.ts"

/** The n-th Sunday of a month, or with 0 the last one of the month before. */
const sunday = (year: number, month: number, n: number): number => {
  const first = daysFromCivil(year, month, 1)
  return first + ((6 - weekday(first) + 7) % 7) + (n - 1) * 7
}

const years = Array.from({ length: 65 }, (_, i) => 1996 + i)

const fixed = (id: string, minutes: number): Zone => ({ id, from: [], offsetMinutes: [minutes] })

export const london: Zone = {
  id: "Europe/London",
  from: years.flatMap((y) => [sunday(y, 4, 0) * DAY + HOUR, sunday(y, 11, 0) * DAY + HOUR]),
  offsetMinutes: [0, ...years.flatMap(() => [60, 0])]
}
export const newYork: Zone = {
  id: "America/New_York",
  from: years
    .filter((y) => y >= 2007)
    .flatMap((y) => [sunday(y, 3, 2) * DAY + 7 * HOUR, sunday(y, 11, 1) * DAY + 6 * HOUR]),
  offsetMinutes: [-300, ...years.filter((y) => y >= 2007).flatMap(() => [-240, -300])]
}
/** Puts its clocks forward at midnight and left out a whole day once: nobody does both, every zone might. */
export const odd: Zone = {
  id: "Test/Odd",
  from: [
    daysFromCivil(2025, 10, 4) * DAY + 3 * HOUR,
    daysFromCivil(2026, 2, 15) * DAY + 2 * HOUR,
    daysFromCivil(2026, 12, 30) * DAY + 3 * HOUR
  ],
  offsetMinutes: [-180, -120, -180, 1260]
}
export const shanghai = fixed("Asia/Shanghai", 480)
export const singapore = fixed("Asia/Singapore", 480)
export const kathmandu = fixed("Asia/Kathmandu", 345)

export const weekdays = (...shifts: readonly Shift[]): readonly (readonly Shift[])[] => [
  ...Array.from({ length: 5 }, () => shifts),
  [],
  []
]
export const everyDay = (...shifts: readonly Shift[]): readonly (readonly Shift[])[] =>
  Array.from({ length: 7 }, () => shifts)

export const rule = (name: string, zone: Zone, weekly: CalendarRule["weekly"], more: Partial<CalendarRule> = {}) =>
  ({ name, zone: zone.id, weekly, closed: [], open: [], ...more }) satisfies CalendarRule

export const calendar = (
  name: string,
  zone: Zone,
  weekly: CalendarRule["weekly"],
  more: Partial<CalendarRule> = {}
): Calendar => compile(rule(name, zone, weekly, more), zone)

const clock = (hour: number, minute = 0): number => hour * 60 + minute

export const UK = calendar("UK", london, weekdays([clock(9), clock(17)]), {
  closed: ["2026-12-25", "2026-12-28", "2027-01-01"]
})
export const ALWAYS = calendar("247", london, everyDay([0, clock(24)]))
export const NIGHT = calendar("NIGHT", london, weekdays([clock(22), clock(30)]))
export const CN = calendar("CN", shanghai, weekdays([clock(9), clock(12)], [clock(13, 30), clock(18)]), {
  closed: ["01", "02", "03", "04", "05", "06", "07"].map((day) => `2026-10-${day}`),
  open: ["2026-09-20", "2026-10-10"],
  publishedThrough: 2026
})
export const NEW_YORK = calendar("New York", newYork, weekdays([clock(9), clock(17)]))
export const KATHMANDU = calendar("Kathmandu", kathmandu, weekdays([clock(9), clock(17)]))
export const SINGAPORE = calendar("Singapore", singapore, weekdays([clock(9), clock(17)]))
export const NEVER = calendar("never", london, everyDay())

/** Reads a local instant; a wrong one is a mistake of the test. */
export const at = (text: string, zone: Zone = london): Instant => {
  const found = parseInstant(text, zone)
  if (found === undefined) throw new Error(`no instant: ${text}`)
  return found
}
