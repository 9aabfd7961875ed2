import * as Gate from "../case/track/Gate.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { reopen } from "../rule/lifecycle/reopening.ts"
import { causeBack } from "../rule/relations/progress.ts"
import { describe, may, must } from "./Description.ts"
import { engine } from "./Rights.ts"

/**
 * The command by which the engine tells a case that its cause came back in another case. A running effectiveness check
 * fails, and the root cause is open again. Source: ISO 9001 10.2.1 d, e.
 */
export const recurred = describe({
  verb: "recurred",
  key: "通报再发",
  acts: "told",
  until: "expired",
  arguments: {
    case: must("text"),
    receivedAt: may("instant"),
    reason: must("text", "理由")
  },
  example: { do: "recurred", case: "C-9", reason: "recurrence" },
  who: engine,
  run: (draft, command) => {
    if (!draft.state.relations.siblings.includes(command.case))
      Drafts.emit(draft, "case-linked", { to: command.case, as: "recurrence" }, "problems.same")
    // Feedback received before the prevention was in place does not show that the prevention failed.
    if (command.receivedAt !== undefined && command.receivedAt < liveSince(draft)) return []
    if (causeBack(draft, command.reason, command.case, 1) > 0) return []
    // If the loop was closed, the policy's reopening for a recurrence applies; without one only the link is recorded.
    if (draft.state.lifecycle.systemLoop !== undefined) reopen(draft, "recurrence", command.reason)
    return []
  }
})

/** Returns when the last prevention that still holds was put in place. */
const liveSince = (draft: Draft): number =>
  Math.max(
    -Infinity,
    ...(Drafts.loop(draft)?.rule.gates ?? []).flatMap((rule) => {
      const { status, settledAt } = Gate.at(draft.state.gates, rule.name)
      return draft.kinds[rule.kind].facts.brings === "live" && status === "passed" && settledAt !== undefined
        ? [settledAt]
        : []
    })
  )
