/** Runs replications, here or on threads of their own. An answer is the same to the byte wherever they run. */
import { setImmediate } from "node:timers/promises"
import { type Asking, answerFrom, type Outcome, prepare, type Round } from "@hearback/simulation"
import { makePool } from "./Pool.ts"

export interface RunOptions {
  /** Ends it; what is thrown then is its reason. */
  readonly signal?: AbortSignal
  /** How many threads run replications. Default 1: none but this one, and between two replications others have their turn. */
  readonly workers?: number
}

/** How replications are run, and whoever hears of each that is done. */
export interface Running extends RunOptions {
  /** Rounds of fewer replications run here, since they are done before threads are ready. Default: none do. */
  readonly worthThreads?: number
  /** Trials, which are no part of the answer, are counted apart. */
  readonly tell?: (done: number, wanted: number, isTrial: boolean) => void
}

/** Answers a question. Errors: the reason of the signal; whatever a replication ends with. */
export const answerBy = async <T>(
  asking: Asking<T>,
  { signal, workers = 1, worthThreads = 0, tell }: Running
): Promise<T> => {
  const pool = makePool(workers, signal)
  const counts = { trials: { done: 0, wanted: 0 }, replications: { done: 0, wanted: 0 } }
  const run = async (round: Round): Promise<readonly Outcome[]> => {
    const { replications, isTrial = false } = round
    const { length } = replications
    const counted = isTrial ? counts.trials : counts.replications
    const report = (): void => tell?.(counted.done, counted.wanted, isTrial)
    const count = (): void => {
      counted.done += 1
      report()
    }
    counted.wanted += length
    report()
    signal?.throwIfAborted()
    return workers > 1 && length >= worthThreads ? await pool.run(round, count) : await runHere(round, count, signal)
  }
  try {
    return await answerFrom(asking, run)
  } finally {
    pool.end()
  }
}

/** One after another on this thread. */
const runHere = async (
  { subject, replications, countedFrom }: Round,
  done: () => void,
  signal: AbortSignal | undefined
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const replication of replications) {
    await setImmediate()
    signal?.throwIfAborted()
    outcomes.push(prepare(subject).run(replication, countedFrom))
    done()
  }
  return outcomes
}
