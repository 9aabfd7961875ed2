import type { MessageEvents } from "../../../case/track/Message.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { Lines } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const message: Lines<MessageEvents> = {
  "message-queued": (e, v) =>
    zh`向 ${v.who(e.to)} 发送 ${v.message(e.message)}${opt(e.channel, (c) => `（${v.title("channel", c)}）`)}：${spoken(e.text)}`,
  "message-handed-over": (e) => zh`消息 ${e.id} 已送出`,
  "message-bounced": (e, v) => zh`消息 ${e.id} 未送达${v.why(e.reason)}`
}
