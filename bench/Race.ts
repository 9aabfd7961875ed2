/**
 * Races: several ways to do one job, by turns, so that a loaded computer slows all of them alike.
 *
 * A round runs every side once, in changing order. A time is the median over the rounds; a ratio is the median of the
 * rounds' own ratios, which is steadier than a ratio of medians. Computations are timed by their thread, which does not
 * count time in which other programs had the processor; work that waits for a disk is timed by the clock.
 */

/** One way to do the job. `run` does it `times` times and returns something that depends on the work. */
export interface Side {
  readonly name: string
  readonly run: (times: number) => unknown
}

/** The results of a race. */
export interface Raced {
  /** Returns the nanoseconds of one run of a side. */
  readonly ns: (name: string) => number
  /** Returns how many times as long `name` took as `than`. */
  readonly ratio: (name: string, than: string) => number
}

/** The options of a race. */
export interface RaceOptions {
  readonly rounds?: number
  /** How long a side runs in one round. */
  readonly roundMs?: number
  /** For how long a side must not have become faster before it counts as warm. */
  readonly warmUpMs?: number
}

/** Keeps results reachable, so that the engine cannot skip the work. */
let kept: unknown[] = []
const keep = (value: unknown): void => {
  kept = [value, kept.length]
}

/** Returns the median of some values. */
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
      const began = threadMs()
      keep(side.run(count))
      taken.get(side.name)?.push(((threadMs() - began) * 1e6) / count)
    }
  return raced(taken)
}

/** Returns the milliseconds that this thread has run; by the clock if the platform does not know. */
const threadMs = (): number => {
  if (typeof process.threadCpuUsage !== "function") return performance.now()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** The time of one run in ms: by the clock, and of this thread. */
export interface Timed {
  readonly wall: number
  readonly thread: number
}

/** Starts a timer; returns how to stop it. */
export const timer = (): (() => Timed) => {
  const [wall, thread] = [performance.now(), threadMs()]
  return () => ({ wall: performance.now() - wall, thread: threadMs() - thread })
}

/** Races slow asynchronous sides: each runs once a round, and times its own part. */
export const raceLater = async (
  sides: readonly { readonly name: string; readonly run: () => Promise<Timed> }[],
  rounds: number
): Promise<{ readonly wall: Raced; readonly thread: Raced }> => {
  const wall = new Map<string, number[]>(sides.map(({ name }) => [name, []]))
  const thread = new Map<string, number[]>(sides.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const i of turns(sides.length, round)) {
      const side = sides[i]
      if (side === undefined) continue
      const took = await side.run()
      wall.get(side.name)?.push(took.wall * 1e6)
      thread.get(side.name)?.push(took.thread * 1e6)
    }
  return { wall: raced(wall), thread: raced(thread) }
}

const raced = (taken: ReadonlyMap<string, readonly number[]>): Raced => ({
  ns: (name) => median(taken.get(name) ?? []),
  ratio: (name, than) => {
    const others = taken.get(than) ?? []
    return median((taken.get(name) ?? []).map((ns, round) => ns / (others[round] ?? Number.NaN)))
  }
})

/**
 * Runs a side until it is warm, that is, as long as it still becomes faster, since the platform compiles in the
 * background and on a loaded computer late. Returns how often it fits into one round.
 */
const warmUp = ({ run }: Side, warmUpMs: number, roundMs: number): number => {
  let times = 1
  let best = Number.POSITIVE_INFINITY
  let improved = performance.now()
  for (;;) {
    const from = threadMs()
    keep(run(times))
    const ms = threadMs() - from
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

/** Returns the order of a round: forwards and backwards by turns, so that each side is first equally often. */
const turns = (sides: number, round: number): readonly number[] => {
  const order = Array.from({ length: sides }, (_, i) => i)
  return round % 2 === 0 ? order : order.reverse()
}
