/**
 * The cause of this case came back in another: a running verification fails, and the root cause is open again. Source:
 * ISO 9001 10.2.1 d, e.
 */

import * as Gate from "../case/track/Gate.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { reopen } from "../rule/lifecycle/reopening.ts"
import { causeBack } from "../rule/relations/progress.ts"
import { describe, may, must } from "./Description.ts"
import { engine } from "./Rights.ts"

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
    // What was said before the prevention was in place does not show that it failed.
    if (command.receivedAt !== undefined && command.receivedAt < liveSince(draft)) return []
    if (causeBack(draft, command.reason, command.case, 1) > 0) return []
    // The loop was closed: the policy's reopening for a recurrence takes it, or the link alone is on file.
    if (draft.state.lifecycle.systemLoop !== undefined) reopen(draft, "recurrence", command.reason)
    return []
  }
})

/** When the last prevention that stands was put in place. */
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
