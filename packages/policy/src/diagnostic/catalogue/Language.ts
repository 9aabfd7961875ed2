/** `language/…`: versions of the language, and its two sets of words. */
import { entry } from "../text/Entry.ts"
import { quoted, said } from "../text/Said.ts"

export const language = {
  "language/version": entry<{ found: string; newest: number }>({
    level: "error",
    message: {
      en: ({ found, newest }) =>
        `the file is written in version ${quoted(found)} of the language; this engine reads up to ${newest}`,
      "zh-CN": ({ found, newest }) => `文件的语言版本是 ${quoted(found)}，本引擎最高支持 ${newest}`
    },
    help: {
      en: ({ newest }) => `write \`hearback: ${newest}\`, or use a newer Hearback`,
      "zh-CN": ({ newest }) => `请写 \`hearback: ${newest}\`，或升级 Hearback`
    }
  }),
  "language/mixed-keys": entry<{ word: string; right: string; first: string }>({
    level: "error",
    message: {
      en: ({ word, right, first }) =>
        `the words of this file are those of its first key, ${quoted(first)}: ${quoted(word)} is ${quoted(right)} there`,
      "zh-CN": ({ word, right, first }) =>
        `首个键名是 ${quoted(first)}，全文须用同一种语言的键名：请把 ${quoted(word)} 改为 ${quoted(right)}`
    },
    help: {
      en: () =>
        "one file is written in one language; `hearback fmt <file> --keys en`, or `--keys zh-CN`, turns a whole file",
      "zh-CN": () => "一个文件只用一种语言的键名；`hearback 排版 <文件> --键名语言 zh-CN`（或 `en`）可整体转换"
    },
    fix: ({ right }) => ({ text: right, title: said(`write ${quoted(right)}`, `改为 ${quoted(right)}`) })
  })
}
