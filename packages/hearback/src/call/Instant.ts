/** Instants as hosts write them. A local text without offset is refused: nobody could say which zone was meant. */
import { Instant } from "@hearback/core"
import { hearbackError } from "./HearbackError.ts"

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
export const toInstant = (given: Instantish, option: string): number => {
  const at = instantOf(given)
  if (at === undefined)
    throw hearbackError(
      "time/not-an-instant",
      `\`${option}\` is not an instant: give a Date, or a text with its offset such as 2026-11-20T09:00+08:00`
    )
  return at
}

/** Returns the date of an instant, or nothing where there is none. */
export const dateOf = (at: number | null | undefined): Date | undefined =>
  at === undefined || at === null ? undefined : new Date(at)

/** Returns the date of an instant, null where there is none. */
export const dateOrNull = (at: number | null): Date | null => (at === null ? null : new Date(at))
