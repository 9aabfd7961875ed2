/**
 * A question requests replications in rounds, and answers when it has their outcomes. The caller decides where they
 * run: on this thread, or on several. The answer is the same, because rounds do not depend on how many run at once.
 */
import type { ReplicationOutcome } from "../figure/Outcome.ts"
import type { SimulationSubject } from "../model/Subject.ts"
import { prepare } from "./PreparedSimulation.ts"

/** Replications of one subject, to be run in any order; all of them have the same `countedFrom`. */
export interface ReplicationRound {
  readonly subject: SimulationSubject
  readonly replications: readonly number[]
  readonly countedFrom: number
  /** Whether they are pilots, which show how long the beginning lasts and are not part of the answer. */
  readonly isTrial?: true
}

/** A question that yields rounds and, between turns of its own computation, the finished share of that. */
export type ReplicationRounds<T> = Generator<ReplicationRound | number, T, readonly ReplicationOutcome[]>

/** Answers a question on this thread. */
export const answer = <T>(asking: ReplicationRounds<T>): T => {
  let outcomes: readonly ReplicationOutcome[] = []
  for (;;) {
    const next = asking.next(outcomes)
    if (next.done === true) return next.value
    if (typeof next.value === "number") continue
    const { subject, replications, countedFrom } = next.value
    outcomes = replications.map((one) => prepare(subject).run(one, countedFrom))
  }
}

/** Runs replications; `turn` is called between two turns of the computation that follows. */
export interface ReplicationRunner {
  readonly run: (round: ReplicationRound) => Promise<readonly ReplicationOutcome[]>
  readonly turn: (share: number) => Promise<void>
}

/** Answers a question with outcomes that come from elsewhere. */
export const answerFrom = async <T>(asking: ReplicationRounds<T>, { run, turn }: ReplicationRunner): Promise<T> => {
  let outcomes: readonly ReplicationOutcome[] = []
  for (;;) {
    const next = asking.next(outcomes)
    if (next.done === true) return next.value
    if (typeof next.value === "number") await turn(next.value)
    else outcomes = inOrder(await run(next.value))
  }
}

/** Returns outcomes in the order of their replications, in whatever order they ended. */
const inOrder = (outcomes: readonly ReplicationOutcome[]): readonly ReplicationOutcome[] =>
  [...outcomes].sort((a, b) => a.replication - b.replication)
