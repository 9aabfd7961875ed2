/**
 * A question asks for replications in rounds and answers when it has their outcomes. Who runs them is left to whoever
 * asks: this processor, or a pool of workers; the answer is the same, since rounds do not depend on how many run at once.
 */
import type { Outcome } from "../figure/Outcome.ts"
import type { Subject } from "../model/Subject.ts"
import { prepare } from "./Prepared.ts"

/** Replications of one subject, to be run in whatever order; `countedFrom` goes to each of them. */
export interface Round {
  readonly subject: Subject
  readonly replications: readonly number[]
  readonly countedFrom: number
  /** They show how long a start takes to wear off, and are no part of the answer. */
  readonly isTrial?: true
}

export type Asking<T> = Generator<Round, T, readonly Outcome[]>

/** Answers a question on this processor. */
export const answer = <T>(asking: Asking<T>): T => {
  for (let next = asking.next(); ; ) {
    if (next.done === true) return next.value
    const { subject, replications, countedFrom } = next.value
    next = asking.next(replications.map((one) => prepare(subject).run(one, countedFrom)))
  }
}

/** Answers a question with outcomes that come from elsewhere. */
export const answerFrom = async <T>(
  asking: Asking<T>,
  run: (round: Round) => Promise<readonly Outcome[]>
): Promise<T> => {
  for (let next = asking.next(); ; ) {
    if (next.done === true) return next.value
    next = asking.next(inOrder(await run(next.value)))
  }
}

/** Outcomes in the order of their replications, whichever ended first. */
const inOrder = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  [...outcomes].sort((a, b) => a.replication - b.replication)
