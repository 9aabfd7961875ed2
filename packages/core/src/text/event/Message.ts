/** What left the house, and what came back. */
import type { MessageEvents } from "../../case/track/Message.ts"
import { opt, spoken, zh } from "../phrase/Said.ts"
import type { Lines } from "../phrase/Voice.ts"
import { why } from "../phrase/Voice.ts"

export const message: Lines<MessageEvents> = {
  "message-queued": {
    en: (e, v) =>
      `${v.word("message", e.message)} to ${v.who(e.to)}${opt(e.channel, (c) => ` by ${c}`)}: ${spoken(e.text)}`,
    "zh-CN": (e, v) =>
      zh`发给 ${v.who(e.to)} 的 ${v.word("message", e.message)}${opt(e.channel, (c) => `（${c}）`)}：${spoken(e.text)}`
  },
  "message-handed-over": {
    en: (e) => `message ${e.id} was sent`,
    "zh-CN": (e) => zh`消息 ${e.id} 已送出`
  },
  "message-bounced": {
    en: (e, v) => `message ${e.id} did not arrive${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`消息 ${e.id} 未送达${why(v, e.reason)}`
  }
}
