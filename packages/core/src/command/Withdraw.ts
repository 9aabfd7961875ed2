/** The customer takes the feedback back. */
import { isOfCustomer } from "../people/Actor.ts"
import { againstEnding, mayEnd, withdraw as withdrawn } from "../rule/lifecycle/end.ts"
import { describe, may } from "./Description.ts"

export const withdraw = describe({
  verb: "withdraw",
  name: { en: "withdraw", "zh-CN": "撤回" },
  says: { en: "The customer takes the feedback back.", "zh-CN": "客户撤回。" },
  acts: "reported",
  until: "closed",
  arguments: {
    reason: may("text", "Why.", "理由。", "理由")
  },
  example: { do: "withdraw", reason: "found it myself" },
  who: (x) => mayEnd(x, "withdrawn"),
  now: (x) => againstEnding(x, "withdrawn"),
  offered: ({ meta }) => isOfCustomer(meta.actor),
  run: withdrawn
})
