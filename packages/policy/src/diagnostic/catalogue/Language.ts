/** `language/…`: versions of the language, and what a version does not do yet. */
import { entry } from "../Entry.ts"
import { quoted, type Said } from "../Said.ts"

const head = "hearback: 1\npolicy: shop\nlanguage: en\n"

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
    },
    avoid: "hearback: 7\npolicy: shop\nlanguage: en\n",
    prefer: head
  }),
  "language/not-yet": entry<{ what: string; note: Said }>({
    level: "warning",
    message: {
      en: ({ what, note }) => `${quoted(what)} is read but not obeyed by this version: ${note.en}`,
      "zh-CN": ({ what, note }) => `本版本只读取、尚不执行 ${quoted(what)}：${note["zh-CN"]}`
    },
    avoid: `${head}learning: { you-said-we-did: monthly }\n`,
    prefer: head
  })
}
