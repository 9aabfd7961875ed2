/** The calendars of the case catalogue. Their zones are computed from the rules of law and not read from a table. */
import { compile } from "../../src/time/Calendar.ts"
import { DAY, daysFromCivil, HOUR, type Instant, parseInstant, weekday } from "../../src/time/Instant.ts"
import type { Calendar, CalendarRule, Shift } from "../../src/time/OpenHours.ts"
import type { Zone } from "../../src/time/Zone.ts"

/** Returns the day of the n-th Sunday of a month; with 0 the last one of the month before. */
const sunday = (year: number, month: number, n: number): number => {
  const first = daysFromCivil(year, month, 1)
  return first + ((6 - weekday(first) + 7) % 7) + (n - 1) * 7
}

const years = Array.from({ length: 65 }, (_, i) => 1996 + i)

const fixed = (id: string, minutes: number): Zone => ({ id, from: [], offsetMinutes: [minutes] })

/** London. */
export const london: Zone = {
  id: "Europe/London",
  from: years.flatMap((y) => [sunday(y, 4, 0) * DAY + HOUR, sunday(y, 11, 0) * DAY + HOUR]),
  offsetMinutes: [0, ...years.flatMap(() => [60, 0])]
}
/** New York. */
export const newYork: Zone = {
  id: "America/New_York",
  from: years
    .filter((y) => y >= 2007)
    .flatMap((y) => [sunday(y, 3, 2) * DAY + 7 * HOUR, sunday(y, 11, 1) * DAY + 6 * HOUR]),
  offsetMinutes: [-300, ...years.filter((y) => y >= 2007).flatMap(() => [-240, -300])]
}
/** A made-up zone that puts clocks forward at midnight and once skipped a whole day, as real zones do separately. */
export const odd: Zone = {
  id: "Test/Odd",
  from: [
    daysFromCivil(2025, 10, 4) * DAY + 3 * HOUR,
    daysFromCivil(2026, 2, 15) * DAY + 2 * HOUR,
    daysFromCivil(2026, 12, 30) * DAY + 3 * HOUR
  ],
  offsetMinutes: [-180, -120, -180, 1260]
}
/** Shanghai. */
export const shanghai = fixed("Asia/Shanghai", 480)
/** Singapore. */
export const singapore = fixed("Asia/Singapore", 480)
/** Kathmandu, whose offset has quarter hours. */
export const kathmandu = fixed("Asia/Kathmandu", 345)

/** Returns the same shifts for Monday to Friday. */
export const weekdays = (...shifts: readonly Shift[]): readonly (readonly Shift[])[] => [
  ...Array.from({ length: 5 }, () => shifts),
  [],
  []
]
/** Returns the same shifts for every day. */
export const everyDay = (...shifts: readonly Shift[]): readonly (readonly Shift[])[] =>
  Array.from({ length: 7 }, () => shifts)

/** Returns the rule of a calendar. */
export const rule = (name: string, zone: Zone, weekly: CalendarRule["weekly"], more: Partial<CalendarRule> = {}) =>
  ({ name, zone: zone.id, weekly, closed: [], open: [], ...more }) satisfies CalendarRule

/** Returns a compiled calendar. */
export const calendar = (
  name: string,
  zone: Zone,
  weekly: CalendarRule["weekly"],
  more: Partial<CalendarRule> = {}
): Calendar => compile(rule(name, zone, weekly, more), zone)

const clock = (hour: number, minute = 0): number => hour * 60 + minute

/** An office in the United Kingdom with its holidays. */
export const UK = calendar("UK", london, weekdays([clock(9), clock(17)]), {
  closed: ["2026-12-25", "2026-12-28", "2027-01-01"]
})
/** A calendar that is always open. */
export const ALWAYS = calendar("247", london, everyDay([0, clock(24)]))
/** Night shifts from 22:00 to 06:00. */
export const NIGHT = calendar("NIGHT", london, weekdays([clock(22), clock(30)]))
/** An office in China with a lunch break, the National Day week and make-up days. */
export const CN = calendar("CN", shanghai, weekdays([clock(9), clock(12)], [clock(13, 30), clock(18)]), {
  closed: ["01", "02", "03", "04", "05", "06", "07"].map((day) => `2026-10-${day}`),
  open: ["2026-09-20", "2026-10-10"],
  publishedThrough: 2026
})
/** An office in New York. */
export const NEW_YORK = calendar("New York", newYork, weekdays([clock(9), clock(17)]))
/** An office in Kathmandu. */
export const KATHMANDU = calendar("Kathmandu", kathmandu, weekdays([clock(9), clock(17)]))
/** An office in Singapore. */
export const SINGAPORE = calendar("Singapore", singapore, weekdays([clock(9), clock(17)]))
/** A calendar without hours. */
export const NEVER = calendar("never", london, everyDay())

/** Returns the instant of a local time. A wrong text is a mistake of the test. */
export const at = (text: string, zone: Zone = london): Instant => {
  const found = parseInstant(text, zone)
  if (found === undefined) throw new Error(`no instant: ${text}`)
  return found
}
