/** `language/…`: versions of the language, and its two sets of words. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Language.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const language: Like<typeof en.language> = {
  "language/version": {
    message: ({ found, newest }) => `文件的语言版本是 ${quoted(found)}，本引擎最高支持 ${newest}`,
    help: ({ newest }) => `请写 \`hearback: ${newest}\`，或升级 Hearback`
  },
  "language/mixed-keys": {
    message: ({ word, right, first }) =>
      `首个键名是 ${quoted(first)}，全文须用同一种语言的键名：请把 ${quoted(word)} 改为 ${quoted(right)}`,
    help: "一个文件只用一种语言的键名；`hearback 排版 <文件> --键名语言 zh-CN`（或 `en`）可整体转换",
    fix: (text) => `改为 ${quoted(text)}`
  }
}
