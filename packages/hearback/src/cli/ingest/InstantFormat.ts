/** Instants as an export writes them: a format of letters, and the zone in which they are meant. */
import { Instant, Zone } from "@hearback/core"

/** Reads one text to an instant, or gives nothing. */
export type ReadInstant = (text: string) => number | undefined

const parts = { yyyy: "\\d{4}", MM: "\\d{1,2}", dd: "\\d{1,2}", HH: "\\d{1,2}", mm: "\\d{2}", ss: "\\d{2}" } as const
type Part = keyof typeof parts

/** Returns a reader of a format such as `dd/MM/yyyy HH:mm`, or nothing where it lacks year, month or day. */
export const readerOf = (format: string, zone: LocalToInstant): ReadInstant | undefined => {
  const letters = format.split(/(yyyy|MM|dd|HH|mm|ss)/)
  const used = letters.filter((piece): piece is Part => Object.hasOwn(parts, piece))
  if (!(["yyyy", "MM", "dd"] as const).every((part) => used.includes(part))) return undefined
  const pattern = letters.map((piece) => (Object.hasOwn(parts, piece) ? `(${parts[piece as Part]})` : escaped(piece)))
  const shape = new RegExp(`^${pattern.join("")}$`)
  return (text) => {
    const found = shape.exec(text.trim())
    if (found === null) return undefined
    const number = (part: Part): number => Number(found[used.indexOf(part) + 1] ?? 0)
    const time = (part: Part): number => (used.includes(part) ? number(part) : 0)
    return localInstant(number("yyyy"), number("MM"), number("dd"), time("HH"), time("mm"), time("ss"), zone)
  }
}

/** A wall-clock reading, as the ms that UTC would need to show the same, to the instant in a zone. */
export type LocalToInstant = (local: number) => number

/** Returns a reader of ISO instants; those without an offset are local to the zone. Seconds since 1970 are read too. */
export const isoReader =
  (zone: Zone.Zone): ReadInstant =>
  (text) => {
    const bare = text.trim()
    if (/^\d{9,10}$/.test(bare)) return Number(bare) * 1000
    if (/^\d{12,13}$/.test(bare)) return Number(bare)
    return Instant.parseInstant(bare, zone)
  }

export const inZone =
  (zone: Zone.Zone): LocalToInstant =>
  (local) =>
    Zone.toInstant(local, zone)

/** Returns the conversion of a zone by its IANA name, from the platform; nothing where it knows none. */
export const inNamedZone = (name: string): LocalToInstant | undefined => {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric"
    })
  } catch {
    return undefined
  }
  const offsetAt = (at: number): number => {
    const shown = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
    return Date.UTC(year, month - 1, day, hour, minute, second) - at
  }
  // The first guess may lie on the other side of a change of the clocks; the second does not.
  return (local) => local - offsetAt(local - offsetAt(local))
}

const localInstant = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  zone: LocalToInstant
): number | undefined => {
  const days = Instant.daysFromCivil(year, month, day)
  const civil = Instant.civilFromDays(days)
  if (civil.month !== month || civil.day !== day || hour > 24 || minute > 59 || second > 59) return undefined
  return zone(days * Instant.DAY + hour * Instant.HOUR + minute * Instant.MINUTE + second * 1000)
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+")
