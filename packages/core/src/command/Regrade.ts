import { hasLimit, use } from "../rule/approval/requests.ts"
import { describe, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

/** The command that sets the level of a dimension that is graded by rules. The level of a matrix is never set. */
export const regrade = describe({
  verb: "regrade",
  key: "改级",
  acts: "decided",
  until: "closed",
  arguments: {
    to: must("text", "给"),
    reason: must("text", "理由")
  },
  example: { do: "regrade", to: "urgent", reason: "production stands still" },
  who: personFor("regrade"),
  offered: hasLimit("regrade"),
  reduces: own,
  run: use
})
