/** Lets a gate go, by authority. */

import { hasLimit, use } from "../rule/approval/handle.ts"
import { againstGate, unsettled } from "../rule/gate/handle.ts"
import { describe, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

export const waive = describe({
  verb: "waive",
  name: { en: "waive", "zh-CN": "豁免" },
  says: { en: "Lets a gate go, by authority.", "zh-CN": "凭权限豁免关口。" },
  acts: "decided",
  until: "closed",
  arguments: {
    gate: must("text", "The gate's name in the policy.", "关口在策略中的名称。"),
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "waive", gate: "confirmed", reason: "the customer asked for no more mail" },
  who: personFor("waive"),
  now: againstGate,
  targets: unsettled,
  offered: hasLimit("waive"),
  reduces: own,
  run: use
})
