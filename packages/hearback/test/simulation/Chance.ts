/** Random numbers from a seed.  Source: mulberry32. */

/** A source of random numbers. */
export interface Chance {
  /** Returns a whole number from 0 to below `n`. */
  below(n: number): number
  isOneIn(n: number): boolean
  pick<T>(from: readonly T[]): T
}

/** Makes random numbers from a seed. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    isOneIn: (n) => below(n) === 0,
    pick: (from) => {
      if (from.length === 0) throw new Error("there is nothing to pick from")
      return from[below(from.length)] as (typeof from)[number]
    }
  }
}
