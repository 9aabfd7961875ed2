/** The only place where the engine learns what time it is.  Units: ms since 1970, UTC. */

/** Tells the time, in ms since 1970, UTC. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
