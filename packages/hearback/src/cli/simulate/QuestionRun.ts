/** Runs a question of a command line: it shows progress, and Ctrl-C ends it. */
import { availableParallelism } from "node:os"
import { DoesNotFit, type ReplicationRounds } from "@hearback/simulation"
import { answerBy } from "../../runtime/Replications.ts"
import type { CommandContext, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { countOf } from "../program/Values.ts"

/** The number of replications below which no threads are used, because starting them takes longer. */
const worthThreads = 8

/** Returns how many threads to use: by default one for each core. */
export const workersOf = (request: Request, context: CommandContext): number | undefined =>
  countOf(request, "workers", context)

/** Answers a question. Errors: the reason for stopping, if the terminal is interrupted. */
export const answerTo = async <T>(
  asking: ReplicationRounds<T>,
  context: CommandContext,
  workers?: number
): Promise<T> => {
  const { terminal, progress, texts } = context
  try {
    return await answerBy(asking, {
      signal: terminal.interrupted,
      ...(workers === undefined ? { workers: availableParallelism(), worthThreads } : { workers }),
      tell: ({ done, wanted, isTrial }) => {
        const whole = Math.floor(done + 1e-9)
        const percent = wanted === 0 ? 0 : Math.floor((100 * done) / wanted + 1e-9)
        progress.tell({ [isTrial ? "trials" : "replications"]: whole, of: wanted, percent }, () =>
          texts.simulate[isTrial ? "trials" : "progress"](whole, wanted, percent)
        )
      }
    })
  } catch (error) {
    // The staff can refer to something that another policy does not have, such as a calendar.
    if (error instanceof DoesNotFit)
      return cannotRun({ code: "simulation/invalid", message: error.says[context.language] }, error)
    throw error
  }
}
