/** Runs replications on this thread or on several threads. The answer is the same everywhere. */
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

/** How replications are run. */
export interface ThreadOptions {
  /** Ends the run, which then throws the signal's reason. */
  readonly signal?: AbortSignal
  /** The number of threads. Default 1: only this thread, which lets other work run from time to time. */
  readonly workers?: number
}

/** Called with the progress. Trials, which are not part of the answer, are counted separately. */
interface Progress {
  /** Finished replications, with the finished shares of those that run now. */
  readonly done: number
  readonly wanted: number
  readonly isTrial: boolean
}

/** How replications are run, with a listener of progress. */
export interface ReplicationOptions extends ThreadOptions {
  /** Rounds with fewer replications run on this thread, because starting threads takes longer. Default: none. */
  readonly worthThreads?: number
  readonly tell?: (progress: Progress) => void
}

/** Answers a question. Errors: the reason of the signal, or the error of a replication. */
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

/** Runs one replication with a listener. Errors: the reason of the signal. */
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

/** Runs replications one after another on this thread. */
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

/** Lets other work of the process run. */
const turn = async (signal: AbortSignal | undefined): Promise<void> => {
  await setImmediate()
  signal?.throwIfAborted()
}
