/** Grants money. Over the limit it waits for approval. */
import { againstUnlimited, hasLimit, use } from "../rule/approval/handle.ts"
import { describe, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

export const compensate = describe({
  verb: "compensate",
  name: { en: "compensate", "zh-CN": "补偿" },
  says: { en: "Grants money. Over the limit it waits for approval.", "zh-CN": "给予补偿；超出权限则待审批。" },
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
  example: { do: "compensate", amount: "600 CNY", reason: "third error" },
  who: personFor("compensate"),
  now: againstUnlimited("compensate"),
  offered: hasLimit("compensate"),
  reduces: own,
  run: use
})
