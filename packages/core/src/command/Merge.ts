import { reason } from "../case/Refusal.ts"
import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import { againstEnding, end, endingOf, mayEnd, missing } from "../rule/lifecycle/earlyEnd.ts"
import { isOpen } from "../rule/relations/landing.ts"
import { defined } from "../value/Optional.ts"
import { describe, may, must } from "./Description.ts"

/** The command that merges this case into another. This case ends with the outcome `merged`, and its clocks end. */
export const merge = describe({
  verb: "merge",
  key: "合并",
  acts: "decided",
  until: "closed",
  arguments: {
    into: must("text", "并入"),
    reason: may("text", "理由")
  },
  example: { do: "merge", into: "2611-AAAAAA", reason: "the same delivery" },
  who: (x) => mayEnd(x, "merged"),
  now: (x) => againstEnding(x, "merged"),
  run: (draft, command) => {
    const found = endingOf(draft, "merged")
    if ("reasons" in found) return found.reasons
    const { rule } = found
    const { actor, gathered } = draft.meta
    const { other } = gathered
    const reasons = [...missing(draft, rule, {})]
    if (command.into === draft.state.id) reasons.push(reason("merge/itself", rule.path, { case: command.into }))
    else if (other?.id !== command.into) reasons.push(reason("case/unknown", undefined, { case: command.into }))
    else if (!isOpen(other)) reasons.push(reason("merge/not-open", rule.path, { case: command.into }))
    if (reasons.length > 0) return reasons
    const why = defined({ reason: command.reason })
    Drafts.emit(draft, "case-merged", { into: command.into, by: nameOf(actor), ...why }, rule.path)
    end(draft, rule, command.reason)
    return []
  }
})
