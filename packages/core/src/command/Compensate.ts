import { againstUnlimited, hasLimit, use } from "../rule/approval/requests.ts"
import { describe, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

/** The command that grants money. An amount over the limit waits for approval. */
export const compensate = describe({
  verb: "compensate",
  key: "补偿",
  acts: "decided",
  until: "closed",
  arguments: {
    amount: must("amount", "数额"),
    reason: must("text", "理由")
  },
  example: { do: "compensate", amount: "600 CNY", reason: "third error" },
  who: personFor("compensate"),
  now: againstUnlimited("compensate"),
  offered: hasLimit("compensate"),
  reduces: own,
  run: use
})
