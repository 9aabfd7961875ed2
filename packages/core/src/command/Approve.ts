/** Approves what waits, and it is done in the asker's name. Never one's own request. */
import { againstApproving, approve as approved, isForAnswering, mayApprove, requests } from "../rule/approval/handle.ts"
import { describe, may, own } from "./Description.ts"

export const approve = describe({
  verb: "approve",
  name: { en: "approve", "zh-CN": "批准" },
  says: {
    en: "Approves what waits, and it is done in the asker's name. Never one's own request.",
    "zh-CN": "批准待批的申请，以申请人名义执行；不能批自己的。"
  },
  acts: "decided",
  until: "expired",
  arguments: {
    approval: may("text", "The request's id; else the oldest.", "申请编号；缺省为最早的一项。")
  },
  example: { do: "approve" },
  who: mayApprove,
  now: againstApproving,
  targets: requests,
  offered: isForAnswering,
  reduces: own,
  run: approved
})
