/** `message/…`: what customers and staff are told. */
import { entry } from "../text/Entry.ts"
import { listed, quoted, type Said, said } from "../text/Said.ts"

const brace = (placeholder: string): string => `{${placeholder}}`

export const message = {
  "message/missing": entry<{ message: string }>({
    level: "error",
    message: {
      en: ({ message }) => `message ${quoted(message)} has no text`,
      "zh-CN": ({ message }) => `消息 ${quoted(message)} 没有文字`
    },
    help: { en: () => "write it under `messages`", "zh-CN": () => "请在 `messages` 下写出" }
  }),
  "message/unknown-placeholder": entry<{
    placeholder: string
    guess?: string
    sure?: boolean
    known?: readonly string[]
  }>({
    level: "error",
    message: {
      en: ({ placeholder }) => `there is no placeholder ${quoted(`{${placeholder}}`)}`,
      "zh-CN": ({ placeholder }) => `没有占位符 ${quoted(`{${placeholder}}`)}`
    },
    label: {
      en: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(`{${guess}}`)}?`),
      "zh-CN": ({ guess }) => (guess === undefined ? "" : `是否要写 ${quoted(`{${guess}}`)}？`)
    },
    help: {
      en: ({ known = [] }) =>
        known.length === 0
          ? ""
          : `every message may say ${listed(known.map(brace), "en", 20)}; facts and other messages, too`,
      "zh-CN": ({ known = [] }) =>
        known.length === 0 ? "" : `任何消息都可以用 ${listed(known.map(brace), "zh-CN", 20)}，以及事实和其他消息`
    },
    fix: ({ guess, sure }) =>
      guess !== undefined && sure === true
        ? { text: `{${guess}}`, title: said(`write ${quoted(`{${guess}}`)}`, `改为 ${quoted(`{${guess}}`)}`) }
        : undefined
  }),
  "message/stray-brace": entry<{ found: string; proposal?: string }>({
    level: "error",
    message: {
      en: ({ found }) => `${quoted(found)} would be read as it stands: it is no placeholder`,
      "zh-CN": ({ found }) => `${quoted(found)} 会原样显示：它不是占位符`
    },
    help: {
      en: () =>
        "in a message a placeholder is written `{result}`: one brace on either side, no blanks; elsewhere there is none",
      "zh-CN": () => "消息中的占位符写作 `{结果}`：两边各一个半角花括号，不留空格；其他文字没有占位符"
    },
    fix: ({ proposal }) =>
      proposal === undefined
        ? undefined
        : { text: proposal, title: said(`write ${quoted(proposal)}`, `改为 ${quoted(proposal)}`) }
  }),
  "message/unknown-here": entry<{ placeholder: string; message: string; loop: string }>({
    level: "warning",
    message: {
      en: ({ placeholder, message, loop }) =>
        `no gate of ${quoted(loop)} gives ${quoted(`{${placeholder}}`)}, which ${quoted(message)} says`,
      "zh-CN": ({ placeholder, message, loop }) =>
        `${quoted(loop)} 中没有关口产生 ${quoted(message)} 所用的 ${quoted(`{${placeholder}}`)}`
    }
  }),
  "message/too-early": entry<{ placeholder: string; message: string; gate: string }>({
    level: "warning",
    message: {
      en: ({ placeholder, message, gate }) =>
        `${quoted(`{${placeholder}}`)} of ${quoted(message)} cannot be known yet at gate ${quoted(gate)}`,
      "zh-CN": ({ placeholder, message, gate }) =>
        `到关口 ${quoted(gate)} 时，${quoted(message)} 中的 ${quoted(`{${placeholder}}`)} 还不可能知道`
    }
  }),
  "message/not-known-then": entry<{ placeholder: string; message: string; when: Said }>({
    level: "warning",
    message: {
      en: ({ placeholder, message, when }) =>
        `${quoted(`{${placeholder}}`)} of ${quoted(message)} has no value when ${when.en}`,
      "zh-CN": ({ placeholder, message, when }) =>
        `${quoted(message)} 中的 ${quoted(`{${placeholder}}`)} 没有内容可填（发送时机：${when["zh-CN"]}）`
    },
    help: { en: () => "leave the placeholder out", "zh-CN": () => "请删去该占位符" }
  }),
  "message/must-say": entry<{ message: string; placeholder: string }>({
    level: "error",
    message: {
      en: ({ message, placeholder }) => `message ${quoted(message)} must say ${quoted(`{${placeholder}}`)}`,
      "zh-CN": ({ message, placeholder }) => `消息 ${quoted(message)} 必须包含 ${quoted(`{${placeholder}}`)}`
    }
  }),
  "message/no-case": entry<{ message: string }>({
    level: "error",
    message: {
      en: ({ message }) => `${quoted(message)} is sent where there is no case, so no condition can choose its text`,
      "zh-CN": ({ message }) => `${quoted(message)} 发送时没有案件，无法按条件选用文字`
    },
    help: { en: () => "write one text", "zh-CN": () => "请只写一段文字" }
  }),
  "message/for-staff": entry<{ message: string }>({
    level: "warning",
    message: {
      en: ({ message }) => `${quoted(message)} is a notice to the staff, and a customer would be told it here`,
      "zh-CN": ({ message }) => `${quoted(message)} 是员工通知，这里却会发给客户`
    },
    help: {
      en: () => "write a message of its own for the customer, and name it here",
      "zh-CN": () => "请另写一条给客户的消息，并在此引用"
    }
  }),
  "message/cycle": entry<{ messages: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ messages }) => `messages include each other: ${messages.map((each) => quoted(each)).join(" → ")}`,
      "zh-CN": ({ messages }) => `消息互相包含：${messages.map((each) => quoted(each)).join(" → ")}`
    }
  })
}
