/** Sends a loop back, where the policy allows it. */
import { againstReopening, reopenBy } from "../rule/lifecycle/reopen.ts"
import { describe, must, own } from "./Description.ts"
import { staffOrCustomer } from "./Rights.ts"

export const reopen = describe({
  verb: "reopen",
  name: { en: "reopen", "zh-CN": "重开" },
  says: { en: "Sends a loop back, where the policy allows it.", "zh-CN": "策略许可时退回重开。" },
  acts: "decided",
  until: "expired",
  arguments: {
    because: must(
      "text",
      "`dissatisfied`, `recurrence`, or an event of the host.",
      "`dissatisfied`、`recurrence` 或宿主事件。"
    ),
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "reopen", because: "dissatisfied", reason: "still wrong" },
  who: staffOrCustomer,
  now: againstReopening,
  offered: ({ state }) => state.lifecycle.closedAt !== undefined,
  reduces: own,
  run: reopenBy
})
