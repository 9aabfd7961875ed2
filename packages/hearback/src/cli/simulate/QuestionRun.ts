/** Answers a question of a command line: it tells how far it is, and Ctrl-C ends it. */
import { availableParallelism } from "node:os"
import { DoesNotFit, type ReplicationRounds } from "@hearback/simulation"
import { answerBy } from "../../runtime/Replications.ts"
import type { CommandContext, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { countOf } from "../program/Values.ts"

/** Fewer replications are done before threads are ready, where nobody says how many threads there are. */
const worthThreads = 8

/** Returns how many threads a command line asks for: by default one for each core. */
export const workersOf = (request: Request, context: CommandContext): number | undefined =>
  countOf(request, "workers", context)

/** Answers a question. Errors: the reason to stop, where the terminal is interrupted. */
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
    // A staff may name what another policy has not, such as a calendar.
    if (error instanceof DoesNotFit)
      return cannotRun({ code: "simulation/invalid", message: error.says[context.language] }, error)
    throw error
  }
}
