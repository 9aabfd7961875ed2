/**
 * Jobs that run at once, no more than so many, for a whole engine: however many ticks there are, they share the places.
 * Jobs of one name run one after another, in order.
 *
 * Effect shares out the places; what is exported are plain promises.
 */
import * as Effect from "effect/Effect"
import * as Semaphore from "effect/Semaphore"

export interface Workers {
  /** How many more jobs could be begun at once. */
  readonly free: number
  /** Begins a job, which must not reject, as soon as there is a place and no other job of its name. */
  begin(name: string, job: () => Promise<void>): Promise<void>
  /** How many jobs have ended. */
  readonly ended: number
  /** Resolves when a job has ended after so many; at once where there is none. */
  next(after: number): Promise<void>
  /** Resolves when no job is left. */
  idle(): Promise<void>
}

export const makeWorkers = (places: number): Workers => {
  const turn = Semaphore.makeUnsafe(places)
  const jobs = new Set<Promise<void>>()
  const last = new Map<string, Promise<void>>()
  let ended = 0

  const begin: Workers["begin"] = (name, job) => {
    const inPlace = (): Promise<void> => Effect.runPromise(turn.withPermit(Effect.promise(job)))
    const before = last.get(name)
    const running = before === undefined ? inPlace() : before.then(inPlace)
    const done = running.finally(() => {
      ended += 1
      jobs.delete(done)
      if (last.get(name) === done) last.delete(name)
    })
    jobs.add(done)
    last.set(name, done)
    return done
  }

  return {
    get free() {
      return Math.max(0, places - jobs.size)
    },
    begin,
    get ended() {
      return ended
    },
    next: async (after) => {
      if (ended <= after && jobs.size > 0) await Promise.race(jobs)
    },
    idle: async () => {
      while (jobs.size > 0) await Promise.all(jobs)
    }
  }
}
