/** Describes an error in the same words in every run of a seed. */

/** Returns what was thrown, and the line that threw it. */
export const placeOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 3).join("\n") : String(error)
