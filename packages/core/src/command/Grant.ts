/** Grants units of resources, such as days of work. */
import { againstUnlimited, hasLimit, use } from "../rule/approval/handle.ts"
import { describe, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

export const grant = describe({
  verb: "grant",
  name: { en: "grant", "zh-CN": "给资源" },
  says: { en: "Grants units of resources, such as days of work.", "zh-CN": "给予资源，如人天。" },
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
  example: { do: "grant", amount: 3, reason: "on-site repair" },
  who: personFor("grant"),
  now: againstUnlimited("grant"),
  offered: hasLimit("resources"),
  reduces: own,
  run: use
})
