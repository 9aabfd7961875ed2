/** `finding/…`, findings that an owner accepted; `analysis/…`, what could not be analysed. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const finding: Like<typeof en.finding> = {
  "finding/nothing-accepted": {
    message: ({ finding, where }) => `${quoted(where)} 处没有诊断 ${quoted(finding)} 可接受`,
    help: "请删去这条例外"
  },
  "finding/expired": { message: ({ finding, expires }) => `对 ${quoted(finding)} 的例外已于 ${expires} 到期` },
  "finding/error-accepted": { message: ({ finding }) => `${quoted(finding)} 是错误；只有警告可以列为例外` },
  "analysis/not-done": {
    message: ({ what, rows, limit }) => `${quoted(what)} 未能检查完：${rows} 行的组合超过 ${limit} 种`
  }
}
