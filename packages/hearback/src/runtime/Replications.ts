/** Runs replications, here or on threads of their own. An answer is the same to the byte wherever they run. */
import { setImmediate } from "node:timers/promises"
import {
  answerFrom,
  type Observer,
  prepare,
  type ReplicationOutcome,
  type ReplicationRound,
  type ReplicationRounds,
  type SimulationSubject
} from "@hearback/simulation"
import { type Hear, makePool } from "./Pool.ts"

export interface ThreadOptions {
  /** Ends it; what is thrown then is its reason. */
  readonly signal?: AbortSignal
  /** How many threads run replications. Default 1: none but this one, and now and then others have their turn. */
  readonly workers?: number
}

/** How far it is. Trials, which are no part of the answer, are counted apart. */
interface Progress {
  /** Replications with what is done of those that run now. */
  readonly done: number
  readonly wanted: number
  readonly isTrial: boolean
}

/** How replications are run, and whoever hears how far they are. */
export interface ReplicationOptions extends ThreadOptions {
  /** Rounds of fewer replications run here, since they are done before threads are ready. Default: none do. */
  readonly worthThreads?: number
  readonly tell?: (progress: Progress) => void
}

/** Answers a question. Errors: the reason of the signal; whatever a replication ends with. */
export const answerBy = async <T>(
  asking: ReplicationRounds<T>,
  { signal, workers = 1, worthThreads = 0, tell }: ReplicationOptions
): Promise<T> => {
  const pool = makePool(workers, signal)
  const counts = { trials: { ended: 0, wanted: 0 }, replications: { ended: 0, wanted: 0 } }
  const run = async (round: ReplicationRound): Promise<readonly ReplicationOutcome[]> => {
    const { replications, isTrial = false } = round
    const { length } = replications
    const counted = isTrial ? counts.trials : counts.replications
    const shares = new Map<number, number>()
    const report = (): void => {
      const done = [...shares.values()].reduce((sum, share) => sum + share, counted.ended)
      tell?.({ done, wanted: counted.wanted, isTrial })
    }
    const hear: Hear = (replication, share) => {
      shares.set(replication, share)
      report()
    }
    counted.wanted += length
    report()
    signal?.throwIfAborted()
    const outcomes = await (workers > 1 && length >= worthThreads
      ? pool.run(round, hear)
      : runHere(round, hear, signal))
    counted.ended += length
    return outcomes
  }
  try {
    return await answerFrom(asking, { run, turn: () => turn(signal) })
  } finally {
    pool.end()
  }
}

/** Runs one replication while somebody looks on. Errors: the reason of the signal. */
export const watch = async (
  subject: SimulationSubject,
  { replication, countedFrom, signal }: { replication: number; countedFrom: number; signal?: AbortSignal },
  onlooker?: Observer,
  hear?: (share: number) => void
): Promise<ReplicationOutcome> => {
  const turns = prepare(subject).begin(replication, countedFrom, onlooker)
  for (;;) {
    await turn(signal)
    const next = turns.next()
    if (next.done === true) return next.value
    hear?.(next.value)
  }
}

/** One after another on this thread. */
const runHere = async (
  { subject, replications, countedFrom }: ReplicationRound,
  hear: Hear,
  signal: AbortSignal | undefined
): Promise<readonly ReplicationOutcome[]> => {
  const outcomes: ReplicationOutcome[] = []
  for (const replication of replications) {
    const given = { replication, countedFrom, ...(signal && { signal }) }
    outcomes.push(await watch(subject, given, undefined, (share) => hear(replication, share)))
    hear(replication, 1)
  }
  return outcomes
}

/** Lets others have their turn. */
const turn = async (signal: AbortSignal | undefined): Promise<void> => {
  await setImmediate()
  signal?.throwIfAborted()
}
