/**
 * Writes instants for people: in the policy's zone, and relative to now.
 *
 * Units: instants in ms since 1970.
 */
import { Instant, Text, type Zone } from "@hearback/core"
import type { Language } from "../../runtime/Language.ts"
import { catalogue } from "../text/Catalogue.ts"

/** Returns `Mon 16 Nov 14:40`, with the year if it differs from the current one. */
export const localTime = (at: number, zone: Zone.Zone, now: number, language: Language): string =>
  Text.dated(at, now, zone, language, false)

/** Returns a due date as a time; one at the end of a day is that day without a time. */
export const localDue = (at: number, zone: Zone.Zone, now: number, language: Language): string =>
  Text.dated(at, now, zone, language, true)

const units = [
  { ms: Instant.DAY, name: "day" },
  { ms: Instant.HOUR, name: "hour" },
  { ms: Instant.MINUTE, name: "minute" }
] as const

/** Returns a duration in its two largest units, such as `2 d 4 h` or `40 分钟`; below a minute `0 min`. */
export const lengthOf = (ms: number, language: Language): string => {
  const first = units.findIndex((unit) => Math.abs(ms) >= unit.ms)
  const at = first === -1 ? units.length - 1 : first
  let rest = Math.abs(ms)
  const parts: string[] = []
  for (const unit of units.slice(at, at + 2)) {
    const count = Math.floor(rest / unit.ms)
    rest -= count * unit.ms
    if (count > 0 || parts.length === 0) parts.push(`${count} ${catalogue[language].form.unit[unit.name]}`)
  }
  return parts.join(" ")
}

/** Returns `in 2 h` or `3 d 4 h late`. */
export const relativeTime = (at: number, now: number, language: Language): string => {
  const length = lengthOf(at - now, language)
  const { ahead, late } = catalogue[language].form
  return at >= now ? ahead(length) : late(length)
}
