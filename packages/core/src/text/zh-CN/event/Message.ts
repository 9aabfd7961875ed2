import type { MessageEvents } from "../../../case/track/Message.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const message: EventLines<MessageEvents> = {
  "message-queued": (event, wording) =>
    zh`向 ${wording.who(event.to)} 发送 ${wording.message(event.message)}${opt(event.channel, (c) => `（${wording.title("channel", c)}）`)}：${spoken(event.text)}`,
  "message-handed-over": (event) => zh`消息 ${event.id} 已送出`,
  "message-bounced": (event, wording) => zh`消息 ${event.id} 未送达${wording.why(event.reason)}`
}
