/** Runs replications one after another: between two of them it tells how far it is, and Ctrl-C ends it. */
import { setImmediate } from "node:timers/promises"
import { type Asking, answerFrom, type Outcome, prepare, type Round } from "@hearback/simulation"
import type { Context } from "../program/Command.ts"

/** Answers a question. Errors: the reason to stop, where the terminal is interrupted. */
export const answerTo = <T>(asking: Asking<T>, context: Context): Promise<T> => answerFrom(asking, runner(context))

const runner = ({ terminal, progress, texts }: Context): ((round: Round) => Promise<readonly Outcome[]>) => {
  let done = 0
  let wanted = 0
  return async ({ subject, replications, countedFrom }) => {
    wanted += replications.length
    const outcomes: Outcome[] = []
    for (const replication of replications) {
      progress.tell({ replications: done, of: wanted }, () => texts.simulate.progress(done, wanted))
      await setImmediate()
      terminal.interrupted.throwIfAborted()
      outcomes.push(prepare(subject).run(replication, countedFrom))
      done += 1
    }
    return outcomes
  }
}
