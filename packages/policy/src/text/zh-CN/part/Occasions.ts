/** On what occasion a message is sent. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/part/Occasions.ts"

export const occasion: Like<typeof en.occasion> = {
  withdrawn: "客户撤回",
  forwarded: "转交",
  turnedAway: "不予受理",
  merged: "合并",
  joined: "反馈并入在办案件",
  lacking: "反馈缺少内容",
  decided: "裁决作出",
  asked: "请客户确认",
  gate: "关口告知",
  feedback: "收到反馈",
  putOff: "延期",
  escalated: "时钟升级",
  alarm: "警报触发",
  channel: "渠道询问"
}
