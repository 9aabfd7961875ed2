/**
 * The cause of this case came back in another: a running verification fails, and the root cause is open again. Source:
 * ISO 9001 10.2.1 d, e.
 */

import * as Gate from "../case/track/Gate.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { reopen } from "../rule/lifecycle/reopen.ts"
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
  run: (d, c) => {
    if (!d.state.relations.siblings.includes(c.case))
      Drafts.emit(d, "case-linked", { to: c.case, as: "recurrence" }, "problems.same")
    // What was said before the prevention was in place does not show that it failed.
    if (c.receivedAt !== undefined && c.receivedAt < liveSince(d)) return []
    if (causeBack(d, c.reason, c.case, 1) > 0) return []
    // The loop was closed: the policy's reopening for a recurrence takes it, or the link alone is on file.
    if (d.state.lifecycle.systemLoop !== undefined) reopen(d, "recurrence", c.reason)
    return []
  }
})

/** When the last prevention that stands was put in place. */
const liveSince = (d: Draft): number =>
  Math.max(
    -Infinity,
    ...(Drafts.loop(d)?.rule.gates ?? []).flatMap((rule) => {
      const { status, settledAt } = Gate.at(d.state.gates, rule.name)
      return d.kinds[rule.kind].facts.brings === "live" && status === "passed" && settledAt !== undefined
        ? [settledAt]
        : []
    })
  )
