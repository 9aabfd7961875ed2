/** The only place where the engine learns what time it is.  Units: ms since 1970, UTC. */

/** Tells the time. */
export interface Clock {
  /** Returns the present instant.  Units: ms since 1970, UTC. */
  now(): number
}

/** The clock of the computer. */
export const systemClock: Clock = { now: () => Date.now() }
