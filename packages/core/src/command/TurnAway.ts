import { reason } from "../case/Refusal.ts"
import * as Drafts from "../draft/Draft.ts"
import { againstEnding, endedBy, mayEnd, reducesByEnding } from "../rule/lifecycle/earlyEnd.ts"
import { describe, may, must } from "./Description.ts"

/**
 * The command for feedback that is not accepted, with the reason. The customer loop ends, and the fields that the
 * policy asks for are recorded.
 */
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
  /** Feedback that is not accepted has no gates left to pass. */
  reduces: (x, c) => reducesByEnding(x, "turned-away", c.fields),
  run: (draft, command) =>
    command.reason.trim() === ""
      ? [reason("reason/missing", "endings.turned-away")]
      : endedBy(draft, "turned-away", command, (by, rule) =>
          Drafts.emit(draft, "case-turned-away", { by, reason: command.reason }, rule.path)
        )
})
