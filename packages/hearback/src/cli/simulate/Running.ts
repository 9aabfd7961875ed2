/** Runs replications, here or on threads: it tells how far it is, and Ctrl-C ends it. */
import { availableParallelism } from "node:os"
import { setImmediate } from "node:timers/promises"
import { type Asking, answerFrom, DoesNotFit, type Outcome, prepare, type Round } from "@hearback/simulation"
import type { Context, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { countOf } from "../program/Values.ts"
import { makePool } from "./Pool.ts"

/** Fewer replications are done before threads are ready. */
const worthThreads = 8

/** Returns how many threads a command line asks for: by default one for each core. */
export const workersOf = (request: Request, context: Context): number | undefined =>
  countOf(request, "workers", context)

/** Answers a question. Errors: the reason to stop, where the terminal is interrupted. */
export const answerTo = async <T>(asking: Asking<T>, context: Context, workers?: number): Promise<T> => {
  const { terminal, progress, texts } = context
  const pool = makePool(workers ?? availableParallelism(), terminal.interrupted)
  let [done, wanted] = [0, 0]
  const tell = (): void =>
    progress.tell({ replications: done, of: wanted }, () => texts.simulate.progress(done, wanted))
  const count = (): void => {
    done += 1
    tell()
  }
  const run = async (round: Round): Promise<readonly Outcome[]> => {
    wanted += round.replications.length
    tell()
    terminal.interrupted.throwIfAborted()
    const pays = workers === undefined ? round.replications.length >= worthThreads : workers > 1
    return pays ? await pool.run(round, count) : await runHere(round, count, terminal.interrupted)
  }
  try {
    return await answerFrom(asking, run)
  } catch (error) {
    // A staff may name what another policy has not, such as a calendar.
    if (error instanceof DoesNotFit) return cannotRun({ code: "simulation/invalid", message: error.message }, error)
    throw error
  } finally {
    pool.end()
  }
}

/** One after another on this thread; between two of them others have their turn. */
const runHere = async (
  { subject, replications, countedFrom }: Round,
  done: () => void,
  stopped: AbortSignal
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const replication of replications) {
    await setImmediate()
    stopped.throwIfAborted()
    outcomes.push(prepare(subject).run(replication, countedFrom))
    done()
  }
  return outcomes
}
