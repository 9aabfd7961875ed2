import * as Drafts from "../draft/Draft.ts"
import { isOfCustomer } from "../people/Actor.ts"
import { againstEnding, end, endingOf, mayEnd, missing } from "../rule/lifecycle/earlyEnd.ts"
import { defined } from "../value/Optional.ts"
import { spokenBy } from "../who/Speaker.ts"
import { describe, may, own } from "./Description.ts"

/** The command by which the customer takes the feedback back. */
export const withdraw = describe({
  verb: "withdraw",
  key: "撤回",
  acts: "reported",
  until: "closed",
  arguments: {
    reason: may("text", "理由")
  },
  example: { do: "withdraw", reason: "found it myself" },
  who: (x) => mayEnd(x, "withdrawn"),
  now: (x) => againstEnding(x, "withdrawn"),
  offered: ({ meta }) => isOfCustomer(meta.actor),
  reduces: own,
  run: (draft, command) => {
    const found = endingOf(draft, "withdrawn")
    if ("reasons" in found) return found.reasons
    const { rule } = found
    const reasons = missing(draft, rule, {})
    if (reasons.length > 0) return reasons
    const word = spokenBy(draft.state, draft.meta.actor)
    Drafts.emit(draft, "case-withdrawn", defined({ ...word, reason: command.reason }), rule.path)
    end(draft, rule, command.reason)
    return []
  }
})
