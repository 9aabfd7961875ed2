/** What was said to the customer and by the customer. */
import type { ConversationEvents } from "../../case/track/Conversation.ts"
import { opt, spoken, zh } from "../phrase/Said.ts"
import type { Lines } from "../phrase/Voice.ts"

const ordinals = ["first", "second", "third", "fourth", "fifth"]
const ordinal = (n: number): string => ordinals[n - 1] ?? `${n}th`

export const conversation: Lines<ConversationEvents> = {
  "feedback-joined": {
    en: (e) =>
      e.from !== undefined
        ? `${e.from} was merged into this case`
        : e.again === true
          ? `the same message came by ${e.channel} as well`
          : `said again by ${e.channel}, for the ${ordinal(e.contacts.contacts)} time${opt(e.text, (t) => `: ${spoken(t)}`)}${e.score === undefined ? "" : `, score ${e.score}`}`,
    "zh-CN": (e) =>
      e.from !== undefined
        ? zh`${e.from} 已并入本案`
        : e.again === true
          ? zh`同一消息也从 ${e.channel} 收到`
          : zh`同一客户第 ${e.contacts.contacts} 次反映（${e.channel}）${opt(e.text, (t) => `：${spoken(t)}`)}`
  },
  "question-asked": {
    en: (e, v) =>
      `the customer was asked${e.missing.length === 0 ? "" : `, since ${v.list(e.missing)} did not come`}: ${spoken(e.text)}`,
    "zh-CN": (e, v) =>
      zh`已向客户提问${e.missing.length === 0 ? "" : zh`（缺 ${v.list(e.missing)}）`}：${spoken(e.text)}`
  },
  "event-happened": {
    en: (e, v) => `${v.who(e.by)} reported the event ${e.name}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 通报事件 ${e.name}`
  },
  "survey-due": {
    en: (e, v) => `${v.who(e.customer)} is to be asked by ${e.channel}`,
    "zh-CN": (e, v) => zh`待通过 ${e.channel} 询问 ${v.who(e.customer)}`
  },
  "customer-wrote": {
    en: (e) =>
      `${e.as === "automatic" ? "a machine answered" : e.as === "courtesy" ? "the customer said thanks" : "the customer wrote"}${opt(e.channel, (c) => ` by ${c}`)}: ${spoken(e.text)}`,
    "zh-CN": (e) =>
      zh`${e.as === "automatic" ? "自动回复" : e.as === "courtesy" ? "客户致谢" : "客户来信"}${opt(e.channel, (c) => `（${c}）`)}：${spoken(e.text)}`
  },
  "customer-told": {
    en: (e, v) => `${v.who(e.by)} told the customer: ${spoken(e.text)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 告知客户：${spoken(e.text)}`
  },
  "note-added": {
    en: (e, v) => `${v.who(e.by)} noted: ${spoken(e.text)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 记注：${spoken(e.text)}`
  }
}
