import type { ConversationEvents } from "../../../case/track/Conversation.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const conversation: EventLines<ConversationEvents> = {
  "feedback-joined": (event, wording) =>
    event.from !== undefined
      ? zh`${event.from} 已并入本案`
      : event.again === true
        ? zh`同一消息也从 ${wording.title("channel", event.channel)} 收到`
        : zh`同一客户第 ${event.contacts.contacts} 次反映（${wording.title("channel", event.channel)}）${event.score === undefined ? "" : `，评分 ${event.score}`}${opt(event.text, (t) => `：${spoken(t)}`)}`,
  "question-asked": (event, wording) =>
    zh`已向客户提问${event.missing.length === 0 ? "" : zh`（缺少 ${wording.list(event.missing.map((fact) => wording.title("fact", fact)))}）`}：${spoken(event.text)}`,
  "event-happened": (event, wording) => zh`${wording.who(event.by)} 通报事件“${event.name}”`,
  "survey-due": (event, wording) =>
    zh`待通过 ${wording.title("channel", event.channel)} 询问 ${wording.who(event.customer)}`,
  "customer-wrote": (event, wording) =>
    zh`${event.as === "automatic" ? "收到自动回复" : event.as === "courtesy" ? "客户致谢" : "客户来信"}${opt(event.channel, (c) => `（${wording.title("channel", c)}）`)}：${spoken(event.text)}`,
  "customer-told": (event, wording) => zh`${wording.who(event.by)} 告知客户：${spoken(event.text)}`,
  "note-added": (event, wording) => zh`${wording.who(event.by)} 备注：${spoken(event.text)}`
}
