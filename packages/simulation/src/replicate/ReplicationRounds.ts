/**
 * A question asks for replications in rounds and answers when it has their outcomes. Who runs them is left to whoever
 * asks: this processor, or a pool of workers; the answer is the same, since rounds do not depend on how many run at once.
 */
import type { ReplicationOutcome } from "../figure/Outcome.ts"
import type { SimulationSubject } from "../model/Subject.ts"
import { prepare } from "./PreparedSimulation.ts"

/** Replications of one subject, to be run in whatever order; `countedFrom` goes to each of them. */
export interface ReplicationRound {
  readonly subject: SimulationSubject
  readonly replications: readonly number[]
  readonly countedFrom: number
  /** They show how long a start takes to wear off, and are no part of the answer. */
  readonly isTrial?: true
}

/** Gives a round, or between two turns of what it reckons itself how much of that is done. */
export type ReplicationRounds<T> = Generator<ReplicationRound | number, T, readonly ReplicationOutcome[]>

/** Answers a question on this processor. */
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

/** Whoever runs replications; `turn` is called between two turns of what follows from them. */
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

/** Outcomes in the order of their replications, whichever ended first. */
const inOrder = (outcomes: readonly ReplicationOutcome[]): readonly ReplicationOutcome[] =>
  [...outcomes].sort((a, b) => a.replication - b.replication)
