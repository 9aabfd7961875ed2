/** Runs the replications for a question of a test. */
import type { ReplicationRounds } from "@hearback/simulation"
import { invalid } from "../call/Shape.ts"
import { answerBy, type ThreadOptions } from "../runtime/Replications.ts"

/** Answers a question. Errors: `call/invalid` for numbers that belong to no simulation. */
export const run = async <T>(asking: ReplicationRounds<T>, { signal, workers }: ThreadOptions = {}): Promise<T> => {
  if (workers !== undefined && !(Number.isInteger(workers) && workers > 0))
    throw invalid(`\`workers\` is ${workers}; expected: a whole number above 0`)
  try {
    return await answerBy(asking, { ...(signal && { signal }), ...(workers !== undefined && { workers }) })
  } catch (error) {
    throw error instanceof RangeError ? invalid(error.message) : error
  }
}
