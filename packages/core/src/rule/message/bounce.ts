/** A message did not reach the customer: the gate that told it is open again, and what came after it too. */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/send.ts"
import { gatesBack, sendBack } from "../lifecycle/reopen.ts"

export const bounced = (d: Draft, c: CommandOf<"bounced">): readonly Reason[] => {
  const gate = d.state.messages.told[c.message]
  Drafts.emit(d, "message-bounced", { id: c.message, reason: c.reason })
  const rule = gate === undefined ? undefined : Drafts.loop(d)?.gates.get(gate)
  if (rule === undefined || Gate.at(d.state.gates, rule.name).status !== "passed") return []
  const closed = rule.side === "customer-loop" ? d.state.lifecycle.customerLoop : d.state.lifecycle.systemLoop
  if (closed === undefined) gatesBack(d, rule, c.reason, undefined, rule.path)
  else sendBack(d, rule, "bounced", c.reason, undefined, rule.path)
  tellStaff(d, "alarm", [d.state.ownership.owner], { reason: c.reason })
  return []
}
