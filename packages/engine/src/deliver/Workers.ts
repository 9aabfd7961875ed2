/**
 * Jobs that run at once, for a whole engine: however many ticks there are, they share the places. Each channel has places
 * of its own, so that one that hangs holds up no other. Jobs of one name on one channel run one after another, in order.
 *
 * Effect shares out the places; what is exported are plain promises.
 */
import * as Effect from "effect/Effect"
import * as Semaphore from "effect/Semaphore"

export interface Workers {
  /** How many more jobs could be begun at once on a channel; negative: so many wait there for a place. */
  free(channel: string): number
  /** Begins a job, which must not reject, as soon as the channel has a place and no other job of its name. */
  begin(channel: string, name: string, job: () => Promise<void>): Promise<void>
  /** How many jobs have ended. */
  readonly ended: number
  /** Resolves when a job has ended after so many; at once where there is none. */
  next(after: number): Promise<void>
  /** Resolves when no job is left. */
  idle(): Promise<void>
}

interface Places {
  readonly turn: Semaphore.Semaphore
  /** The last job of each name. */
  readonly last: Map<string, Promise<void>>
  /** Jobs that were begun and have not ended. */
  begun: number
}

/** Makes the workers of an engine; `places`: how many jobs run at once on each channel. */
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
