import { againstUnlimited, hasLimit, use } from "../rule/approval/requests.ts"
import { describe, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

/** The command that grants a discount. A share over the limit waits for approval. */
export const discount = describe({
  verb: "discount",
  key: "折扣",
  acts: "decided",
  until: "closed",
  arguments: {
    amount: must("amount", "数额"),
    reason: must("text", "理由")
  },
  example: { do: "discount", amount: "10%", reason: "third error" },
  who: personFor("discount"),
  now: againstUnlimited("discount"),
  offered: hasLimit("discount"),
  reduces: own,
  run: use
})
