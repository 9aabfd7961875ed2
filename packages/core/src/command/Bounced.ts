/** A message did not arrive. */
import { bounced as cameBack } from "../rule/message/bounce.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const bounced = describe({
  verb: "bounced",
  name: { en: "report a bounce", "zh-CN": "回报退回" },
  says: { en: "A message did not arrive.", "zh-CN": "消息未送达。" },
  acts: "told",
  until: "erased",
  arguments: {
    message: must("text", "The message's id on the case.", "消息在案件中的编号。"),
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "bounced", message: "m1", reason: "mailbox full" },
  who: engine,
  run: cameBack
})
