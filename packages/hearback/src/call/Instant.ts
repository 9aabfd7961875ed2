/**
 * Reads instants as hosts write them. A local text without an offset is refused, because its zone would be unknown.
 */
import { Instant, type Zone } from "@hearback/core"
import { hearbackError } from "./HearbackError.ts"

/** An instant: a `Date`, or ISO 8601 text with its offset. */
export type Instantish = Date | string

/** Returns the instant of a value; undefined if it is no instant. */
export const instantOf = (given: unknown): number | undefined => {
  const at =
    given instanceof Date ? given.getTime() : typeof given === "string" ? Instant.parseInstant(given) : undefined
  return at === undefined || Number.isNaN(at) ? undefined : at
}

/**
 * Returns the instant that a host gives as `option`. The message does not repeat the given value, because it can be
 * personal data.
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
 * Returns the instant of `option`, which is a bound of a period. A date without a time means the day in the policy's
 * zone; `edge` says whether its beginning or its end.  Errors: `time/not-an-instant`.
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

/** Returns the date of an instant; undefined if there is none. */
export const dateOf = (at: number | null | undefined): Date | undefined =>
  at === undefined || at === null ? undefined : new Date(at)

/** Returns the date of an instant; null if there is none. */
export const dateOrNull = (at: number | null): Date | null => (at === null ? null : new Date(at))
