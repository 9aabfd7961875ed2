/** The customer takes the feedback back. */

import * as Drafts from "../draft/Draft.ts"
import { isOfCustomer } from "../people/Actor.ts"
import { againstEnding, end, endingOf, mayEnd, missing } from "../rule/lifecycle/end.ts"
import { defined } from "../value/Optional.ts"
import { spokenBy } from "../who/Speaker.ts"
import { describe, may, own } from "./Description.ts"

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
  run: (d, c) => {
    const found = endingOf(d, "withdrawn")
    if ("reasons" in found) return found.reasons
    const { rule } = found
    const reasons = missing(d, rule, {})
    if (reasons.length > 0) return reasons
    const word = spokenBy(d.state, d.meta.actor)
    Drafts.emit(d, "case-withdrawn", defined({ ...word, reason: c.reason }), rule.path)
    end(d, rule, c.reason)
    return []
  }
})
