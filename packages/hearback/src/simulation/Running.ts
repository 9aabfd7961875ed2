/** Runs replications one after another on this processor; between two of them other work of the process goes on. */
import { setImmediate } from "node:timers/promises"
import { type Asking, answerFrom, type Outcome, prepare } from "@hearback/simulation"
import { invalid } from "../call/Shape.ts"

export interface RunOptions {
  /** Ends it; what is thrown then is its reason. */
  readonly signal?: AbortSignal
}

/** Answers a question. Errors: `call/invalid` for numbers that belong to no simulation. */
export const run = async <T>(asking: Asking<T>, { signal }: RunOptions = {}): Promise<T> => {
  try {
    return await answerFrom(asking, async ({ subject, replications, countedFrom }) => {
      const outcomes: Outcome[] = []
      for (const replication of replications) {
        await setImmediate()
        signal?.throwIfAborted()
        outcomes.push(prepare(subject).run(replication, countedFrom))
      }
      return outcomes
    })
  } catch (error) {
    throw error instanceof RangeError ? invalid(error.message) : error
  }
}
