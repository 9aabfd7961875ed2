/**
 * Runs jobs at the same time for a whole engine, with a limited number of places that all ticks share. Each channel has
 * places of its own, so a hanging channel delays no other. Jobs with one name on one channel run one after another.
 *
 * Effect distributes the places; exported functions return plain promises.
 */
import * as Effect from "effect/Effect"
import * as Semaphore from "effect/Semaphore"

/** Runs jobs on channels. */
export interface Workers {
  /**
   * Returns how many more jobs could begin at once on a channel; a negative number counts the jobs that wait for a
   * place.
   */
  free(channel: string): number
  /** Begins a job, which must not reject, as soon as the channel has a place and no other job of its name. */
  begin(channel: string, name: string, job: () => Promise<void>): Promise<void>
  /** The number of jobs that have ended. */
  readonly ended: number
  /** Resolves when more than `after` jobs have ended; at once if no job is left. */
  next(after: number): Promise<void>
  /** Resolves when no job is left. */
  idle(): Promise<void>
}

interface Places {
  readonly turn: Semaphore.Semaphore
  /** The last job of each name. */
  readonly last: Map<string, Promise<void>>
  /** The number of jobs that were begun and have not ended. */
  begun: number
}

/** Makes the workers of an engine. `places`: how many jobs run at once on each channel. */
export const makeWorkers = (places: number): Workers => {
  const channels = new Map<string, Places>()
  const jobs = new Set<Promise<void>>()
  let ended = 0

  const placesOf = (channel: string): Places => {
    const known = channels.get(channel)
    if (known !== undefined) return known
    const made: Places = { turn: Semaphore.makeUnsafe(places), last: new Map(), begun: 0 }
    channels.set(channel, made)
    return made
  }

  const begin: Workers["begin"] = (channel, name, job) => {
    const own = placesOf(channel)
    const inPlace = (): Promise<void> => Effect.runPromise(own.turn.withPermit(Effect.promise(job)))
    const before = own.last.get(name)
    const running = before === undefined ? inPlace() : before.then(inPlace)
    own.begun += 1
    const done = running.finally(() => {
      ended += 1
      own.begun -= 1
      jobs.delete(done)
      if (own.last.get(name) === done) own.last.delete(name)
    })
    jobs.add(done)
    own.last.set(name, done)
    return done
  }

  return {
    free: (channel) => places - placesOf(channel).begun,
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
