import * as Drafts from "../draft/Draft.ts"
import { againstEnding, endedBy, mayEnd, reducesByEnding } from "../rule/lifecycle/earlyEnd.ts"
import { defined } from "../value/Optional.ts"
import { describe, may } from "./Description.ts"

/**
 * The command for a case that another body answers for. The customer loop ends, and the fields that the policy asks for
 * are recorded.
 */
export const forward = describe({
  verb: "forward",
  key: "转交",
  acts: "decided",
  until: "closed",
  arguments: {
    fields: may("facts", "记录项"),
    reason: may("text", "理由")
  },
  example: { do: "forward", fields: { "forwarded-to": "the network operator" } },
  who: (x) => mayEnd(x, "forwarded"),
  now: (x) => againstEnding(x, "forwarded"),
  /** Our promises to the customer end, since another body answers for the case from now on. */
  reduces: (x, c) => reducesByEnding(x, "forwarded", c.fields),
  run: (draft, command) =>
    endedBy(draft, "forwarded", command, (by, rule) =>
      Drafts.emit(draft, "case-forwarded", defined({ by, reason: command.reason }), rule.path)
    )
})
