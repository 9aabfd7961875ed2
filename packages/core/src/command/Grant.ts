import { againstUnlimited, hasLimit, use } from "../rule/approval/requests.ts"
import { describe, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

/** The command that grants units of a resource, such as days of work. More than the limit waits for approval. */
export const grant = describe({
  verb: "grant",
  key: "给资源",
  acts: "decided",
  until: "closed",
  arguments: {
    amount: must("amount", "数额"),
    reason: must("text", "理由")
  },
  example: { do: "grant", amount: 3, reason: "on-site repair" },
  who: personFor("grant"),
  now: againstUnlimited("grant"),
  offered: hasLimit("resources"),
  reduces: own,
  run: use
})
