/** When the triggers of clocks happened, as far as a case remembers it. */

import * as Gate from "../case/track/Gate.ts"
import type { Instant } from "../time/Instant.ts"
import type { Draft } from "./Draft.ts"
import { dateFact } from "./line.ts"

/** Returns when a trigger of `from` happened, as far as the state remembers it. */
export const happenedAt = (d: Draft, trigger: string): Instant | undefined => {
  const receipt = d.state.feedback.receipt
  if (trigger === "received") return receipt?.receivedAt
  if (trigger === "logged") return receipt?.loggedAt
  if (trigger === "closed") return d.state.lifecycle.closedAt
  if (trigger.startsWith("gate:")) {
    const gate = Gate.at(d.state.gates, trigger.slice(5))
    return gate.status === "not-needed" ? undefined : gate.settledAt
  }
  if (trigger.startsWith("clock:")) {
    const clock = d.state.clocks[trigger.slice(6)]
    return clock?.status === "met" ? clock.endedAt : undefined
  }
  if (trigger.startsWith("fact:")) return dateFact(d, trigger.slice(5))
  if (trigger.startsWith("event:")) return d.state.conversation.happened[trigger.slice(6)]
  return undefined
}
