/**
 * Races: two or more ways to do one job, in turns, so that a loaded machine slows all of them alike.
 *
 * A round runs every side once, in an order that changes from round to round. A time is the median over the rounds; a
 * ratio is the median of the rounds' own ratios, which is steadier than a ratio of medians.
 */

/** One way to do the job. `run` does it `times` times over and returns something that depends on the work. */
export interface Side {
  readonly name: string
  readonly run: (times: number) => unknown
}

export interface Raced {
  /** Nanoseconds each run of a side took, by name. */
  readonly ns: (name: string) => number
  /** How many times `name` took as long as `than`. */
  readonly ratio: (name: string, than: string) => number
}

export interface RaceOptions {
  readonly rounds?: number
  /** How long a side runs in one round. */
  readonly roundMs?: number
  /** Hot is what has not got faster for as long. */
  readonly warmUpMs?: number
}

/** Keeps answers reachable, so that no engine can leave the work away. */
let kept: unknown[] = []
export const keep = (value: unknown): void => {
  kept = [value, kept.length]
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** Races synchronous sides. */
export const race = (sides: readonly Side[], options: RaceOptions = {}): Raced => {
  const { rounds = 21, roundMs = 15, warmUpMs = 400 } = options
  const times = sides.map((side) => warmUp(side, warmUpMs, roundMs))
  const taken = new Map<string, number[]>(sides.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const i of turns(sides.length, round)) {
      const side = sides[i]
      const count = times[i]
      if (side === undefined || count === undefined) continue
      const began = performance.now()
      keep(side.run(count))
      taken.get(side.name)?.push(((performance.now() - began) * 1e6) / count)
    }
  return raced(taken)
}

/** Races sides that take long and answer later: each runs once a round, and says itself how long its part took. */
export const raceLater = async (
  sides: readonly { readonly name: string; readonly run: () => Promise<number> }[],
  rounds: number
): Promise<Raced> => {
  const taken = new Map<string, number[]>(sides.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const i of turns(sides.length, round)) {
      const side = sides[i]
      if (side === undefined) continue
      const ms = await side.run()
      taken.get(side.name)?.push(ms * 1e6)
    }
  return raced(taken)
}

const raced = (taken: ReadonlyMap<string, readonly number[]>): Raced => ({
  ns: (name) => median(taken.get(name) ?? []),
  ratio: (name, than) => {
    const others = taken.get(than) ?? []
    return median((taken.get(name) ?? []).map((ns, round) => ns / (others[round] ?? Number.NaN)))
  }
})

/**
 * Runs a side until it is hot: as long as it still gets faster, since the platform compiles it beside, and on a loaded
 * machine late. Returns how often it fits into one round.
 */
const warmUp = ({ run }: Side, warmUpMs: number, roundMs: number): number => {
  let times = 1
  let best = Number.POSITIVE_INFINITY
  let improved = performance.now()
  for (;;) {
    const from = performance.now()
    keep(run(times))
    const ms = performance.now() - from
    if (ms < roundMs / 2) {
      times *= 2
      improved = performance.now()
      continue
    }
    if (ms / times < best * 0.97) {
      best = ms / times
      improved = performance.now()
    }
    if (performance.now() - improved > warmUpMs) return Math.max(1, Math.round(roundMs / best))
  }
}

/** Forwards, then backwards: whoever runs first does so every other time. */
const turns = (sides: number, round: number): readonly number[] => {
  const order = Array.from({ length: sides }, (_, i) => i)
  return round % 2 === 0 ? order : order.reverse()
}
