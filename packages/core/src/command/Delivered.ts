/** The channel took a message. */
import * as Letters from "../case/track/Message.ts"
import * as Drafts from "../draft/Draft.ts"
import { describe, may, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const delivered = describe({
  verb: "delivered",
  name: { en: "report a delivery", "zh-CN": "回报送达" },
  says: { en: "The channel took a message.", "zh-CN": "渠道已接收消息。" },
  acts: "told",
  until: "erased",
  arguments: {
    message: must("text", "The message's id on the case.", "消息在案件中的编号。"),
    to: may("text", "Whom it went to.", "发给谁。"),
    party: may("text", "Of another customer: the case that theirs was.", "若为另一位客户：其原案件。"),
    by: may("text", "The host's channel that took it.", "接收的宿主渠道。"),
    reference: may("text", "What that channel calls it.", "该渠道给的编号。")
  },
  example: { do: "delivered", message: "m1" },
  who: engine,
  run: (d, { do: _, message: id, ...sent }) => {
    const { messages } = d.state
    const isUnderway = Object.hasOwn(messages.underway, id)
    // What came back may arrive after all, when it is sent again.
    const isReturned = Letters.letterOf(messages, id)?.returned === true
    if (isUnderway || isReturned || sent.reference !== undefined) Drafts.emit(d, "message-handed-over", { id, ...sent })
    return []
  }
})
