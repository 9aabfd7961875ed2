import * as Gate from "../case/track/Gate.ts"
import * as Letters from "../case/track/Message.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellStaff } from "../draft/messageQueue.ts"
import { cutLine } from "../language/Visible.ts"
import { endedEarly, gatesBack, sendBack } from "../rule/lifecycle/reopening.ts"
import { defined } from "../value/Optional.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

/** The command that reports a bounced message: the gate that it told is open again, with the gates after it. */
export const bounced = describe({
  verb: "bounced",
  key: "回报退回",
  acts: "told",
  until: "erased",
  arguments: {
    message: must("text"),
    reason: must("text", "理由")
  },
  example: { do: "bounced", message: "m1", reason: "mailbox full" },
  who: engine,
  run: (draft, command) => {
    const letter = Letters.letterOf(draft.state.messages, command.message)
    const gate = Letters.toldBy(draft.state.messages, command.message)
    const reason = cutLine(command.reason, Letters.longestReason)
    Drafts.emit(draft, "message-bounced", { id: command.message, reason })
    // A case that was withdrawn, forwarded or merged, or whose retention time is over, owes nobody a message.
    if (endedEarly(draft) !== undefined || draft.state.record.expiredAt !== undefined) return []
    // A second bounce of a message changes nothing. Why another customer was not reached does not belong on this
    // record.
    if (letter !== undefined && letter.returned === undefined)
      tellStaff(draft, "message-bounced", [draft.state.ownership.owner], {
        ...defined({ gate }),
        reason: letter.party === undefined ? reason : "bounced"
      })
    const rule = gate === undefined ? undefined : Drafts.loop(draft)?.gates.get(gate)
    if (rule === undefined || Gate.at(draft.state.gates, rule.name).status !== "passed") return []
    const closed = rule.side === "customer-loop" ? draft.state.lifecycle.customerLoop : draft.state.lifecycle.systemLoop
    if (closed === undefined) gatesBack(draft, rule, reason, undefined, rule.path)
    else sendBack(draft, rule, "bounced", reason, undefined, rule.path)
    return []
  }
})
