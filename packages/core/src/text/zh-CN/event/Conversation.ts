import type { ConversationEvents } from "../../../case/track/Conversation.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { Lines } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const conversation: Lines<ConversationEvents> = {
  "feedback-joined": (e, v) =>
    e.from !== undefined
      ? zh`${e.from} 已并入本案`
      : e.again === true
        ? zh`同一消息也从 ${v.title("channel", e.channel)} 收到`
        : zh`同一客户第 ${e.contacts.contacts} 次反映（${v.title("channel", e.channel)}）${e.score === undefined ? "" : `，评分 ${e.score}`}${opt(e.text, (t) => `：${spoken(t)}`)}`,
  "question-asked": (e, v) =>
    zh`已向客户提问${e.missing.length === 0 ? "" : zh`（缺少 ${v.list(e.missing.map((fact) => v.title("fact", fact)))}）`}：${spoken(e.text)}`,
  "event-happened": (e, v) => zh`${v.who(e.by)} 通报事件“${e.name}”`,
  "survey-due": (e, v) => zh`待通过 ${v.title("channel", e.channel)} 询问 ${v.who(e.customer)}`,
  "customer-wrote": (e, v) =>
    zh`${e.as === "automatic" ? "收到自动回复" : e.as === "courtesy" ? "客户致谢" : "客户来信"}${opt(e.channel, (c) => `（${v.title("channel", c)}）`)}：${spoken(e.text)}`,
  "customer-told": (e, v) => zh`${v.who(e.by)} 告知客户：${spoken(e.text)}`,
  "note-added": (e, v) => zh`${v.who(e.by)} 备注：${spoken(e.text)}`
}
