/** `finding/…`, findings that an owner accepted; `analysis/…`, what could not be analysed. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const finding = {
  "finding/nothing-accepted": entry<{ finding: string; where: string }>({
    level: "warning",
    message: {
      en: ({ finding, where }) => `there is no finding ${quoted(finding)} at ${quoted(where)} to accept`,
      "zh-CN": ({ finding, where }) => `${quoted(where)} 处没有诊断 ${quoted(finding)} 可接受`
    },
    help: { en: () => "take the acceptance out", "zh-CN": () => "请删去这条例外" }
  }),
  "finding/expired": entry<{ finding: string; expires: string }>({
    level: "warning",
    message: {
      en: ({ finding, expires }) => `the acceptance of ${quoted(finding)} expired on ${expires}`,
      "zh-CN": ({ finding, expires }) => `对 ${quoted(finding)} 的例外已于 ${expires} 到期`
    }
  }),
  "finding/error-accepted": entry<{ finding: string }>({
    level: "error",
    message: {
      en: ({ finding }) => `${quoted(finding)} is an error; only warnings can be accepted`,
      "zh-CN": ({ finding }) => `${quoted(finding)} 是错误；只有警告可以列为例外`
    }
  }),
  "analysis/not-done": entry<{ what: string; rows: number; limit: number }>({
    level: "warning",
    message: {
      en: ({ what, rows, limit }) =>
        `${quoted(what)} was not checked to the end: its ${rows} rows combine in more than ${limit} ways`,
      "zh-CN": ({ what, rows, limit }) => `${quoted(what)} 未能检查完：${rows} 行的组合超过 ${limit} 种`
    }
  })
}
