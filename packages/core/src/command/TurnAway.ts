/** It is not accepted, and why: the customer loop ends, what the policy asks to be recorded is recorded. */

import { reason } from "../case/Refusal.ts"
import * as Drafts from "../draft/Draft.ts"
import { againstEnding, endedBy, mayEnd, reducesByEnding } from "../rule/lifecycle/earlyEnd.ts"
import { describe, may, must } from "./Description.ts"

export const turnAway = describe({
  verb: "turn-away",
  key: "不予受理",
  acts: "decided",
  until: "closed",
  arguments: {
    reason: must("text", "理由"),
    fields: may("facts", "记录项")
  },
  example: { do: "turn-away", reason: "it is about another company" },
  who: (x) => mayEnd(x, "turned-away"),
  now: (x) => againstEnding(x, "turned-away"),
  /** What is not accepted is owed nothing. */
  reduces: (x, c) => reducesByEnding(x, "turned-away", c.fields),
  run: (draft, command) =>
    command.reason.trim() === ""
      ? [reason("reason/missing", "endings.turned-away")]
      : endedBy(draft, "turned-away", command, (by, rule) =>
          Drafts.emit(draft, "case-turned-away", { by, reason: command.reason }, rule.path)
        )
})
