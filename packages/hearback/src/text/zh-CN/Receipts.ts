/** What a receipt says: the case, or why there is none yet. */
import type { Like, Refusal } from "@hearback/core"
import type * as en from "../en/Receipts.ts"

type Why = (rest: readonly string[], says: Refusal.Says) => string

const expected: Readonly<Record<string, string>> = {
  text: "文本",
  texts: "文本或文本列表",
  number: "数值",
  instant: "Date，或带时差的文本，如 2026-11-20T09:00+08:00",
  instants: "由时刻 `answered`、`closed` 构成的对象",
  map: "对象",
  name: "不含控制字符和残缺字符的名称",
  "yes-no": "true 或 false",
  facts: "由文本、数值、是否构成的对照表"
}

const withMore =
  (sentence: string): Why =>
  (more) =>
    more.length === 0 ? sentence : `${sentence}（${more.join(" ")}）`

export const receipt: Like<typeof en.receipt> = {
  why: {
    "intake/shape": ([field = "", kind = "", guess]) =>
      field === "key" && kind === "unknown"
        ? "`key` 不是反馈的字段，应写在反馈之外：`submit(feedback, { key })`"
        : kind === "unknown"
          ? `反馈没有字段 \`${field}\`${guess === undefined ? "" : `，是否想写 \`${guess}\`？`}`
          : `反馈的 \`${field}\` 应为${expected[kind] ?? kind}`,
    "intake/in-the-future": ([at = ""]) => `所写的收到时间 ${at} 在将来`,
    "key/reused": ([key = ""]) => `去重号 \`${key}\` 此前已用于其他内容`,
    "row/unreadable": withMore("读不出这一行"),
    "row/columns": withMore("这一行的列数与表头不符"),
    "row/told-twice": withMore("同一项在这一行写了两次，且不一致"),
    "row/no-instant": withMore("收到时间不是时刻"),
    "row/no-number": withMore("评分不是数"),
    "row/too-long": "这一行过长",
    "row/not-utf-8": "这一行不是 UTF-8",
    "row/not-decoded": withMore("这一行不合文件的字符编码"),
    "intake/unreadable": "无法读取",
    "intake/unknown-channel": (_, { channel = "" }) => `策略没有渠道 \`${String(channel)}\``,
    "intake/not-yours": ([field = ""]) => `提交者无权填写 \`${field}\``,
    "intake/failed": (rest) => `引擎出错（${rest.join(" ")}）`,
    "intake/outage": (rest) => `适配器出错（${rest.join(" ")}）`,
    "intake/unread": (rest) => `所属案件无法读取（${rest.join(" ")}）`,
    "intake/left": "尚未处理，调用方已离开"
  },
  case: (outcome, id, who, replayed) =>
    `${replayed ? "此前已收到：" : ""}${outcome === "opened" ? `已立案 ${id}` : `已归入案件 ${id}`}，由 ${who} 负责`,
  stored: (why) => `已收存，尚未立案：${why}；下次报时继续处理`,
  waits: (why, id) => `尚未立案：${why}；已留待处理，编号 ${id}`
}
