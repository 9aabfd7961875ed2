/** One round of background work, with what its parts share: results, begun work, and whether it goes on. */
import type { AppendedAnswer, Cases } from "../decide/Cases.ts"
import type { CommandEnvelope } from "../decide/CommandEnvelope.ts"
import type { OutboxClaim } from "../port/EventStore.ts"

/** One round of background work. */
export interface DeliveryRound {
  /** The number of due instants that fired, by whichever command of the round. */
  fired: number
  sent: number
  /** The number of jobs that were begun and have not ended. */
  inHand: number
  /** Notices that may leave together, by recipient. */
  readonly notices: Map<string, OutboxClaim[]>
  /** Returns whether nothing new may be begun: the time is over, the caller has given up, or the engine is closed. */
  readonly isOver: () => boolean
}

/** Makes a round. */
export const makeRound = (isOver: () => boolean): DeliveryRound => ({
  fired: 0,
  sent: 0,
  inHand: 0,
  notices: new Map(),
  isOver
})

/** Executes a command on a case within a round, and counts the due instants that fire with it. */
export const executeIn = async (
  round: DeliveryRound,
  cases: Cases,
  envelope: CommandEnvelope
): Promise<AppendedAnswer> => {
  const answer = await cases.execute(envelope)
  round.fired += answer.fired
  return answer
}
