/** When the triggers of clocks happened, as far as the state of a case records it. */

import * as Gate from "../case/track/Gate.ts"
import { lastReopening } from "../case/track/Lifecycle.ts"
import type { Trigger } from "../policy/Trigger.ts"
import type { Instant } from "../time/Instant.ts"
import { type CountedLength, startOfDate } from "./clockLine.ts"
import type { Draft } from "./Draft.ts"

/**
 * Returns when a trigger of `from` happened, as far as the state records it; else undefined. The start of a date
 * depends on the length that is counted, so a date needs `counting`.
 */
export const happenedAt = (
  draft: Draft,
  trigger: Trigger,
  counting: CountedLength | undefined
): Instant | undefined => {
  switch (trigger._tag) {
    case "Received":
      return draft.state.feedback.receipt?.receivedAt
    case "Logged":
      return draft.state.feedback.receipt?.loggedAt
    case "Closed":
      return draft.state.lifecycle.closedAt
    case "Reopened":
      return lastReopening(draft.state.lifecycle)
    case "GateSettled": {
      const gate = Gate.at(draft.state.gates, trigger.gate)
      return gate.status === "not-needed" ? undefined : gate.settledAt
    }
    case "ClockMet": {
      const clock = draft.state.clocks[trigger.clock]
      return clock?.status === "met" ? clock.endedAt : undefined
    }
    case "DateReached":
      return counting && startOfDate(draft, trigger.fact, counting)
    case "EventHappened":
      return draft.state.conversation.happened[trigger.event]
    // A customer's message starts a clock only at the moment of the message, and the outcome of a case starts none.
    case "CustomerWrote":
    case "CustomerTold":
    case "Answered":
    case "GatePassed":
    case "Ended":
      return undefined
  }
}
