/** Denies what waits. */
import { againstAnswering, deny as denied, isForAnswering, mayDeny, requests } from "../rule/approval/handle.ts"
import { describe, may, own } from "./Description.ts"

export const deny = describe({
  verb: "deny",
  name: { en: "deny", "zh-CN": "驳回" },
  says: { en: "Denies what waits.", "zh-CN": "驳回待批的申请。" },
  acts: "decided",
  until: "expired",
  arguments: {
    approval: may("text", "The request's id; else the oldest.", "申请编号；缺省为最早的一项。"),
    reason: may("text", "Why.", "理由。", "理由")
  },
  example: { do: "deny", reason: "too much" },
  who: mayDeny,
  now: againstAnswering,
  targets: requests,
  offered: isForAnswering,
  reduces: own,
  run: denied
})
