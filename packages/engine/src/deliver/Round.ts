/** One tick, as its parts share it: what was done, what is in hand, and whether it goes on. */
import type { AppendedAnswer, Cases } from "../decide/Cases.ts"
import type { CommandEnvelope } from "../decide/CommandEnvelope.ts"
import type { OutboxClaim } from "../port/EventStore.ts"

export interface DeliveryRound {
  /** Due instants, whichever command of the round met them first. */
  fired: number
  sent: number
  /** Jobs that were begun and have not ended. */
  inHand: number
  /** Notices that may leave together, by whom they are for. */
  readonly notices: Map<string, OutboxClaim[]>
  /** Whether nothing new may be begun: its time is over, its caller has left, or the loop is closed. */
  readonly isOver: () => boolean
}

export const makeRound = (isOver: () => boolean): DeliveryRound => ({
  fired: 0,
  sent: 0,
  inHand: 0,
  notices: new Map(),
  isOver
})

/** Executes a command on a case within a delivery round; what fell due on it before fires with it, and counts. */
export const executeIn = async (
  round: DeliveryRound,
  cases: Cases,
  envelope: CommandEnvelope
): Promise<AppendedAnswer> => {
  const answer = await cases.execute(envelope)
  round.fired += answer.fired
  return answer
}
