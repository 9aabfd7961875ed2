/** What a receipt says, in the reader's language: the case, or why there is none yet. */
import { type Bundle, type Refusal, Text, Visible } from "@hearback/core"
import type { Session } from "../call/Call.ts"

type Saying = Readonly<Record<Bundle.Language, (rest: readonly string[], says: Refusal.Says) => string>>

const expected: Readonly<Record<string, Readonly<Record<Bundle.Language, string>>>> = {
  text: { en: "a text", "zh-CN": "文本" },
  texts: { en: "a text or a list of texts", "zh-CN": "文本或文本列表" },
  number: { en: "a number", "zh-CN": "数值" },
  instant: {
    en: "a Date, or a text with its offset such as 2026-11-20T09:00+08:00",
    "zh-CN": "Date，或带时差的文本，如 2026-11-20T09:00+08:00"
  },
  instants: {
    en: "an object of the instants `answered` and `closed`",
    "zh-CN": "由时刻 `answered`、`closed` 构成的对象"
  },
  map: { en: "an object", "zh-CN": "对象" },
  name: { en: "a name without control or broken characters", "zh-CN": "不含控制字符和残缺字符的名称" },
  "yes-no": { en: "true or false", "zh-CN": "true 或 false" },
  facts: { en: "a map of texts, numbers and yes or no", "zh-CN": "由文本、数值、是否构成的对照表" }
}

/** The sentence, with what was found. */
const withMore = (en: string, zh: string): Saying => ({
  en: (more) => (more.length === 0 ? en : `${en} (${more.join(" ")})`),
  "zh-CN": (more) => (more.length === 0 ? zh : `${zh}（${more.join(" ")}）`)
})

/** Reasons of the intake's own; those of the core have their sentences there. */
const own: Readonly<Record<string, Saying>> = {
  "intake/shape": {
    en: ([field = "", kind = "", guess]) =>
      field === "key" && kind === "unknown"
        ? "`key` is no field of the feedback but stands beside it: `submit(feedback, { key })`"
        : kind === "unknown"
          ? `feedback has no field \`${field}\`${guess === undefined ? "" : `; did you mean \`${guess}\`?`}`
          : `\`${field}\` of the feedback has to be ${expected[kind]?.en ?? kind}`,
    "zh-CN": ([field = "", kind = "", guess]) =>
      field === "key" && kind === "unknown"
        ? "`key` 不是反馈的字段，应写在反馈之外：`submit(feedback, { key })`"
        : kind === "unknown"
          ? `反馈没有字段 \`${field}\`${guess === undefined ? "" : `，是否想写 \`${guess}\`？`}`
          : `反馈的 \`${field}\` 应为${expected[kind]?.["zh-CN"] ?? kind}`
  },
  "intake/in-the-future": {
    en: ([at = ""]) => `it says that it came at ${at}, which lies in the future`,
    "zh-CN": ([at = ""]) => `所写的收到时间 ${at} 在将来`
  },
  "key/reused": {
    en: ([key = ""]) => `its key \`${key}\` came before with other content`,
    "zh-CN": ([key = ""]) => `去重号 \`${key}\` 此前已用于其他内容`
  },
  "row/unreadable": withMore("the row cannot be read", "读不出这一行"),
  "row/columns": withMore("the row has another number of columns than the head", "这一行的列数与表头不符"),
  "row/told-twice": withMore("one thing stands in the row twice, and differently", "同一项在这一行写了两次，且不一致"),
  "row/no-instant": withMore("what stands for `received` is no instant", "收到时间不是时刻"),
  "row/no-number": withMore("what stands for `score` is no number", "评分不是数"),
  "row/too-long": { en: () => "the row is longer than a row may be", "zh-CN": () => "这一行过长" },
  "row/not-utf-8": { en: () => "the row is not UTF-8", "zh-CN": () => "这一行不是 UTF-8" },
  "row/not-decoded": withMore("the row is no text in the encoding of its file", "这一行不合文件的字符编码"),
  "intake/unreadable": { en: () => "it cannot be read", "zh-CN": () => "无法读取" },
  "intake/unknown-channel": {
    en: (_, { channel = "" }) => `the policy has no channel \`${String(channel)}\``,
    "zh-CN": (_, { channel = "" }) => `策略没有渠道 \`${String(channel)}\``
  },
  "intake/not-yours": {
    en: ([field = ""]) => `whoever hands it in may not say \`${field}\``,
    "zh-CN": ([field = ""]) => `提交者无权填写 \`${field}\``
  },
  "intake/failed": {
    en: (rest) => `the engine failed (${rest.join(" ")})`,
    "zh-CN": (rest) => `引擎出错（${rest.join(" ")}）`
  },
  "intake/outage": {
    en: (rest) => `an adapter failed (${rest.join(" ")})`,
    "zh-CN": (rest) => `适配器出错（${rest.join(" ")}）`
  },
  "intake/unread": {
    en: (rest) => `the case that it is for cannot be read (${rest.join(" ")})`,
    "zh-CN": (rest) => `所属案件无法读取（${rest.join(" ")}）`
  },
  "intake/left": {
    en: () => "the caller left before it was decided on",
    "zh-CN": () => "尚未处理，调用方已离开"
  }
}

const isRefusal = (code: string): code is Refusal.RefusalCode => Object.hasOwn(Text.refusals, code)

/** Returns why there is no case, from a reason as it is stored; a host's own reason stands as it is. */
export const whyNoCase = (reason: string, says: Refusal.Says = {}, language: Bundle.Language): string => {
  const [code = "", ...rest] = reason.split(" ")
  const sentence = isRefusal(code) ? Text.refusal({ code, says }, language) : own[code]?.[language](rest, says)
  return Visible.visible(sentence ?? reason)
}

/** Returns the sentence for feedback that has its case. */
export const caseSentence = (
  { language, names }: Session,
  {
    outcome,
    case: id,
    owner,
    replayed
  }: { outcome: "opened" | "joined"; case: string; owner: string; replayed: boolean }
): string => {
  const who = names(owner)
  if (language === "en") {
    const told = outcome === "opened" ? `case ${id} is open` : `it belongs to case ${id}`
    return `${replayed ? "taken in before: " : ""}${told}; ${who} is handling it`
  }
  const told = outcome === "opened" ? `已立案 ${id}` : `已归入案件 ${id}`
  return `${replayed ? "此前已收到：" : ""}${told}，由 ${who} 负责`
}

/** Returns the sentence for feedback that has no case. */
export const waitingSentence = (
  language: Bundle.Language,
  { outcome, id, why }: { outcome: "quarantined" | "received"; id: string; why: string }
): string => {
  if (outcome === "received")
    return language === "en"
      ? `it is stored, and no case is open yet: ${why}; the next tick goes on with it`
      : `已存，尚未立案：${why}；下次 tick 时继续处理`
  return language === "en"
    ? `no case yet: ${why}; it waits in quarantine as ${id}`
    : `尚未立案：${why}；已留待处理，编号 ${id}`
}
