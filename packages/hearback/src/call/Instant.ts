/** Instants as hosts write them. A local text without offset is refused: nobody could say which zone was meant. */
import { Instant, type Zone } from "@hearback/core"
import { hearbackError } from "./HearbackError.ts"

/** An instant as a caller says it: a `Date`, or ISO 8601 text with its offset. */
export type Instantish = Date | string

/** Returns the instant that a value says; undefined where it says none. */
export const instantOf = (given: unknown): number | undefined => {
  const at =
    given instanceof Date ? given.getTime() : typeof given === "string" ? Instant.parseInstant(given) : undefined
  return at === undefined || Number.isNaN(at) ? undefined : at
}

/**
 * Returns the instant that a host gives as `option`. What was given instead may be of a person, and is not repeated.
 * Errors: `time/not-an-instant`.
 */
export const toInstant = (given: Instantish, option: string, also = ""): number => {
  const at = instantOf(given)
  if (at === undefined)
    throw hearbackError(
      "time/not-an-instant",
      `\`${option}\` is not an instant: give a Date, ${also}or a text with its offset such as 2026-11-20T09:00+08:00`
    )
  return at
}

/**
 * Returns the instant of `option`, which bounds a period: a bare date is the day in the zone of the policy, of which
 * `edge` is meant.  Errors: `time/not-an-instant`.
 */
export const toBound = (
  given: Instantish,
  option: string,
  zone: Zone.Zone,
  edge: "begin" | "end" = "begin"
): number => {
  const day = typeof given === "string" ? Instant.parseDate(given) : undefined
  if (day === undefined) return toInstant(given, option, "a date such as 2026-11-20, ")
  const bound = Instant.parseInstant(Instant.renderDate(edge === "end" ? day + 1 : day), zone)
  return bound ?? toInstant(given, option)
}

/** Returns the date of an instant, or nothing where there is none. */
export const dateOf = (at: number | null | undefined): Date | undefined =>
  at === undefined || at === null ? undefined : new Date(at)

/** Returns the date of an instant, null where there is none. */
export const dateOrNull = (at: number | null): Date | null => (at === null ? null : new Date(at))
