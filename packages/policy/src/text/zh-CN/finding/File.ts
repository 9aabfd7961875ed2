/** `file/…`: a file that cannot be read as text at all. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/File.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const kinds = {
  policy: "策略文件",
  scenario: "场景文件",
  people: "人员表",
  mapping: "映射文件",
  simulation: "模拟方案",
  log: "日志映射"
}

const megabytes = (bytes: number): string => (Math.ceil((bytes / 1_048_576) * 10) / 10).toString()

const point = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`

export const file: Like<typeof en.file> = {
  "file/unreadable": { message: ({ path, why }) => `无法读取 ${quoted(path)}${why === undefined ? "" : `：${why}`}` },
  "file/outside": {
    message: ({ path }) => `${quoted(path)} 在策略所在文件夹之外`,
    help: "策略只读取自身文件夹及其子文件夹中的文件；请把文件复制进来，或继承 `pack:` 策略包"
  },
  "file/other-kind": {
    message: ({ kind, expected }) => `这是${kinds[kind]}，此处应为${kinds[expected]}`,
    help: ({ kind }) => (kind === "policy" ? "" : "`hearback 测试` 会检查场景及其所用的人员表")
  },
  "file/empty": { message: "文件是空的", help: "策略文件以 `hearback: 1` 开头" },
  "file/too-large": {
    message: ({ size, limit }) => `文件有 ${megabytes(size)} MB，超过可读取的 ${megabytes(limit)} MB`,
    help: "请把词表和消息放进分文件"
  },
  "file/too-many-parts": {
    message: ({ limit }) => `文件中的词和符号超过 ${limit} 个，不予读取`,
    help: "请用 `parts` 拆成分文件"
  },
  "file/too-deep": { message: ({ limit }) => `此处嵌套超过 ${limit} 层` },
  "file/encoding": {
    message: ({ looksLike }) => `文件不是 UTF-8 编码${looksLike === undefined ? "" : `，看起来是 ${looksLike}`}`,
    label: ({ byte }) => `第 ${byte + 1} 个字节起不是 UTF-8`,
    help: "请将文件另存为 UTF-8"
  },
  "file/control-character": {
    message: ({ code }) => `此处有不可见的控制字符（${point(code)}）`,
    help: "请删去这个字符"
  }
}
