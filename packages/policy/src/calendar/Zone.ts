/**
 * Time zones as data, read while a policy is built: the only file that uses `Intl`.
 *
 * Two platforms can have different rules. So the data of a zone is part of the bundle, and a case keeps the data it
 * was opened with. The data has the years 1990 to 2060; before and after them, the first and the last offset hold.
 * Source: docs/decisions/0010-time-as-data.md
 */
import type { Zone } from "../bundle/Bundle.ts"
import { table, version } from "../generated/zones.js"

const MINUTE = 60_000
/**
 * The interval of probes. No zone returns to an offset within a week, so weekly probes find every change, also around
 * Ramadan.
 */
const STEP = 7 * 86_400_000
const FIRST = Date.UTC(1990, 0, 1)
const LAST = Date.UTC(2060, 0, 1)

const known = new Map<string, Zone>()

const areas = "Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific".split(" ")
const form = new RegExp(`^(?:${areas.join("|")})(?:/[A-Z][A-Za-z0-9_-]*)+$`)

/**
 * Returns the data of an IANA zone with an area, or of `UTC`. Abbreviations (`CST`, `IST`) can mean several zones,
 * and offsets (`Etc/GMT+8`) do not tell summer time.
 *
 * Errors: `undefined` — another form, or the platform does not know the name.
 */
export const zone = (id: string): Zone | undefined => {
  if (id !== "UTC" && !form.test(id)) return undefined
  const found = known.get(id) ?? (isPlatformNewer() ? undefined : tableZone(id)) ?? platformZone(id)
  if (found !== undefined) known.set(id, found)
  return found
}

/** Returns whether the platform may have newer rules. One that does not tell its version, such as a browser, may. */
const isPlatformNewer = (): boolean => (globalThis.process?.versions?.["tz"] ?? "new") > version

/**
 * Returns the data of a zone from the table of this package. This is faster: the first question to the platform takes
 * as long as compiling a small policy.
 */
export const tableZone = (id: string): Zone | undefined => {
  const at = table.indexOf(` ${id} `)
  if (at < 0) return undefined
  const line = table.slice(table.lastIndexOf("\n", at) + 1, table.indexOf("\n", at))
  const [, offsets = "", order = "", gaps = ""] = line.split(";")
  const distinct = offsets.split(" ").map(Number)
  let last = FIRST
  return {
    id,
    from: gaps === "" ? [] : gaps.split(" ").map((gap) => (last += Number.parseInt(gap, 36) * MINUTE)),
    offsetMinutes: [...order].map((sign) => distinct[Number.parseInt(sign, 36)] ?? 0)
  }
}

/** Returns the line of the table for zones that have the same data. */
export const tableLine = (ids: readonly string[], { from, offsetMinutes }: Zone): string => {
  const distinct = [...new Set(offsetMinutes)]
  const gaps = from.map((at, i) => ((at - (from[i - 1] ?? FIRST)) / MINUTE).toString(36))
  const order = offsetMinutes.map((minutes) => distinct.indexOf(minutes).toString(36))
  return [` ${ids.join(" ")} `, distinct.join(" "), order.join(""), gaps.join(" ")].join(";")
}

/** Returns the data of a zone as the platform knows it. */
export const platformZone = (id: string): Zone | undefined => {
  const offset = offsetsOf(id)
  if (offset === undefined) return undefined
  const from: number[] = []
  const offsetMinutes = [offset(FIRST)]
  for (let at = FIRST; at < LAST; at += STEP) {
    const [before, after] = [offsetMinutes.at(-1) ?? 0, offset(at + STEP)]
    if (before === after) continue
    from.push(changeBetween(at, at + STEP, (probe) => offset(probe) === before))
    offsetMinutes.push(after)
  }
  return { id, from, offsetMinutes }
}

const changeBetween = (before: number, after: number, isBefore: (at: number) => boolean): number => {
  let [low, high] = [before, after]
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (isBefore(middle)) low = middle
    else high = middle
  }
  return high
}

/** One formatted text is much faster to parse than a list of its parts, and probing needs thousands. */
const offsetsOf = (id: string): ((at: number) => number) | undefined => {
  const wall = wallOf(id)
  // Platforms accept names in any case; an older one can answer with another name of the zone.
  const its = wall?.resolvedOptions().timeZone
  if (its !== id && its?.toLowerCase() === id.toLowerCase()) return undefined
  return wall === undefined ? undefined : (at) => Math.round((readingOf(wall.format(at)) - at) / MINUTE)
}

const wallOf = (timeZone: string): Intl.DateTimeFormat | undefined => {
  const two = "2-digit"
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      // `hour12: false` writes midnight as 24:00 on some platforms.
      hourCycle: "h23",
      year: "numeric",
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two
    })
  } catch {
    return undefined
  }
}

/** Returns a time such as `11/16/2026, 14:40:00` as the ms since 1970 at which UTC shows it. */
const readingOf = (text: string): number => {
  const part = (from: number, to: number) => Number(text.slice(from, to))
  return Date.UTC(part(6, 10), part(0, 2) - 1, part(3, 5), part(12, 14), part(15, 17), part(18, 20))
}

/** Returns the names of all zones that the platform knows, to suggest one for a misspelt name. */
export const zoneNames = (): readonly string[] => Intl.supportedValuesOf("timeZone")
