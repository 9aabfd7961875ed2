/** `message/…`: what customers and staff are told. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Message.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

const brace = (placeholder: string): string => `{${placeholder}}`

export const message: Like<typeof en.message> = {
  "message/missing": { message: ({ message }) => `消息 ${quoted(message)} 没有文字`, help: "请在 `messages` 下写出" },
  "message/unknown-placeholder": {
    message: ({ placeholder }) => `没有占位符 ${quoted(`{${placeholder}}`)}`,
    label: ({ guess }) => (guess === undefined ? "" : `是否要写 ${quoted(`{${guess}}`)}？`),
    help: ({ known = [] }) =>
      known.length === 0 ? "" : `任何消息都可以用 ${listed(known.map(brace), 20)}，以及事实和其他消息`,
    fix: (text) => `改为 ${quoted(text)}`
  },
  "message/stray-brace": {
    message: ({ found }) => `${quoted(found)} 会原样显示：它不是占位符`,
    help: "消息中的占位符写作 `{结果}`：两边各一个半角花括号，不留空格；其他文字没有占位符",
    fix: (text) => `改为 ${quoted(text)}`
  },
  "message/unknown-here": {
    message: ({ placeholder, message, loop }) =>
      `${quoted(loop)} 中没有关口产生 ${quoted(message)} 所用的 ${quoted(`{${placeholder}}`)}`
  },
  "message/too-early": {
    message: ({ placeholder, message, gate }) =>
      `到关口 ${quoted(gate)} 时，${quoted(message)} 中的 ${quoted(`{${placeholder}}`)} 尚无内容可填`
  },
  "message/not-known-then": {
    message: ({ placeholder, message, when }) =>
      `${quoted(message)} 中的 ${quoted(`{${placeholder}}`)} 没有内容可填（发送时机：${when}）`,
    help: "请删去该占位符"
  },
  "message/must-say": {
    message: ({ message, placeholder }) => `消息 ${quoted(message)} 必须包含 ${quoted(`{${placeholder}}`)}`
  },
  "message/no-case": {
    message: ({ message }) => `${quoted(message)} 发送时没有案件，无法按条件选用文字`,
    help: "请只写一段文字"
  },
  "message/for-staff": {
    message: ({ message }) => `${quoted(message)} 是员工通知，这里却会发给客户`,
    help: "请另写一条给客户的消息，并在此引用"
  },
  "message/cycle": { message: ({ messages }) => `消息互相包含：${messages.map((each) => quoted(each)).join(" → ")}` }
}
