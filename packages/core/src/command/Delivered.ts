/** The channel took a message. */
import * as Drafts from "../draft/Draft.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const delivered = describe({
  verb: "delivered",
  name: { en: "report a delivery", "zh-CN": "回报送达" },
  says: { en: "The channel took a message.", "zh-CN": "渠道已接收消息。" },
  acts: "told",
  until: "erased",
  arguments: {
    message: must("text", "The message's id on the case.", "消息在案件中的编号。")
  },
  example: { do: "delivered", message: "m1" },
  who: engine,
  run: (d, { message }) => {
    if (message in d.state.messages.underway) Drafts.emit(d, "message-handed-over", { id: message })
    return []
  }
})
