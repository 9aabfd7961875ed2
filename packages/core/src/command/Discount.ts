/** Grants a discount. */
import { againstUnlimited, hasLimit, use } from "../rule/approval/handle.ts"
import { describe, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

export const discount = describe({
  verb: "discount",
  name: { en: "discount", "zh-CN": "折扣" },
  says: { en: "Grants a discount.", "zh-CN": "给予折扣。" },
  acts: "decided",
  until: "closed",
  arguments: {
    amount: must(
      "amount",
      'A number in the policy\'s units, or text with its unit: `"600 CNY"`, `"10%"`.',
      '按策略单位的数，或带单位的文字：`"600 CNY"`、`"10%"`。',
      "数额"
    ),
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "discount", amount: "10%", reason: "third error" },
  who: personFor("discount"),
  now: againstUnlimited("discount"),
  offered: hasLimit("discount"),
  reduces: own,
  run: use
})
