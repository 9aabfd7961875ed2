/**
 * Finds hours whose start and end were probably exchanged. An end before the start is on the next day, so
 * `12:00-09:00`
 * is allowed: it is 21 hours.
 *
 * A night shift has twelve hours at most, and a place that closes after midnight closes before six. A longer
 * period over midnight must be written in two parts.
 */
import { parseHours } from "./Duration.ts"

const [noon, midnight] = [12 * 60, 24 * 60]
const earliestMorning = 6 * 60

/** Returns whether opening hours run over midnight for longer than a night shift, into the morning. */
export const isTurned = ([start, end]: readonly [startMinute: number, endMinute: number]): boolean =>
  end - start > noon && end - midnight >= earliestMorning

/** Returns hours, also of a date, together with the exchanged ones: `09:00-12:00` for `12:00-09:00`. */
export const turnedRound = (found: string) => {
  const [hours = "", from = "", to = ""] = /(\d\d:\d\d)\s?-\s?(\d\d:\d\d)\s*$/.exec(found) ?? []
  return { found, from, to, turned: found.replace(hours, `${to}-${from}`) }
}

/** The hours of a day in which customers expect messages. */
const [morning, evening] = [9 * 60, 20 * 60]
const longestQuiet = 16 * 60

/** Returns which of several quiet hours was probably exchanged, as written, and when it applies. */
export const turnedQuiet = (
  written: readonly string[]
): { readonly found: string; readonly is: "overnight" | "daytime" } | undefined => {
  const stretches = written.flatMap((found) => {
    const hours = parseHours(found)
    return hours === undefined ? [] : [{ found, hours }]
  })
  const long = stretches.find(({ hours: [start, end] }) => end > midnight && end - start > longestQuiet)
  if (long !== undefined) return { found: long.found, is: "overnight" }
  const isQuiet = (minute: number): boolean =>
    stretches.some(({ hours: [start, end] }) => start <= minute && minute < end)
  const day = Array.from({ length: evening - morning }, (_, minute) => morning + minute)
  const [longest] = stretches.toSorted((a, b) => b.hours[1] - b.hours[0] - (a.hours[1] - a.hours[0]))
  return longest !== undefined && day.every(isQuiet) ? { found: longest.found, is: "daytime" } : undefined
}
