/** `file/…`: a file that cannot be read as text at all. */
import type { FileKind } from "../../outline/Outline.ts"
import { entry } from "../text/Entry.ts"
import { quoted, type Said, said } from "../text/Said.ts"

export const file = {
  "file/unreadable": entry<{ path: string; why?: Said }>({
    level: "error",
    message: {
      en: ({ path, why }) => `${quoted(path)} cannot be read${why === undefined ? "" : `: ${why.en}`}`,
      "zh-CN": ({ path, why }) => `无法读取 ${quoted(path)}${why === undefined ? "" : `：${why["zh-CN"]}`}`
    }
  }),
  "file/outside": entry<{ path: string }>({
    level: "error",
    message: {
      en: ({ path }) => `${quoted(path)} is outside the folder of the policy`,
      "zh-CN": ({ path }) => `${quoted(path)} 在策略所在文件夹之外`
    },
    help: {
      en: () => "a policy reads files of its own folder and below alone; copy the file there, or extend a `pack:`",
      "zh-CN": () => "策略只读取自身文件夹及其子文件夹中的文件；请把文件复制进来，或继承 `pack:` 策略包"
    }
  }),
  "file/other-kind": entry<{ kind: FileKind; expected: FileKind }>({
    level: "error",
    message: {
      en: ({ kind, expected }) => `this is ${kinds[kind].en}, and ${kinds[expected].en} belongs here`,
      "zh-CN": ({ kind, expected }) => `这是${kinds[kind]["zh-CN"]}，此处应为${kinds[expected]["zh-CN"]}`
    },
    help: {
      en: ({ kind }) =>
        kind === "policy" ? "" : "`hearback test` checks scenarios and the people file that they name",
      "zh-CN": ({ kind }) => (kind === "policy" ? "" : "`hearback 测试` 会检查场景及其所用的人员表")
    }
  }),
  "file/empty": entry({
    level: "error",
    message: { en: () => "the file says nothing", "zh-CN": () => "文件是空的" },
    help: {
      en: () => "a policy begins with `hearback: 1`",
      "zh-CN": () => "策略文件以 `hearback: 1` 开头"
    }
  }),
  "file/too-large": entry<{ size: number; limit: number }>({
    level: "error",
    message: {
      en: ({ size, limit }) =>
        `the file holds ${megabytes(size)} MB, more than the ${megabytes(limit)} MB that are read`,
      "zh-CN": ({ size, limit }) => `文件有 ${megabytes(size)} MB，超过可读取的 ${megabytes(limit)} MB`
    },
    help: {
      en: () => "put word lists and messages into parts and message files",
      "zh-CN": () => "请把词表和消息放进分文件"
    }
  }),
  "file/too-many-parts": entry<{ limit: number }>({
    level: "error",
    message: {
      en: ({ limit }) => `the file has more than ${limit} words and signs, more than are read`,
      "zh-CN": ({ limit }) => `文件中的词和符号超过 ${limit} 个，不予读取`
    },
    help: { en: () => "split it into `parts`", "zh-CN": () => "请用 `parts` 拆成分文件" }
  }),
  "file/too-deep": entry<{ limit: number }>({
    level: "error",
    message: {
      en: ({ limit }) => `maps and lists are nested more than ${limit} deep here`,
      "zh-CN": ({ limit }) => `此处嵌套超过 ${limit} 层`
    }
  }),
  "file/encoding": entry<{ looksLike?: string; byte: number }>({
    level: "error",
    message: {
      en: ({ looksLike }) => `the file is not UTF-8${looksLike === undefined ? "" : `; it looks like ${looksLike}`}`,
      "zh-CN": ({ looksLike }) => `文件不是 UTF-8 编码${looksLike === undefined ? "" : `，看起来是 ${looksLike}`}`
    },
    label: {
      en: ({ byte }) => `the first byte that is not UTF-8 is number ${byte + 1}`,
      "zh-CN": ({ byte }) => `第 ${byte + 1} 个字节起不是 UTF-8`
    },
    help: { en: () => "save the file as UTF-8", "zh-CN": () => "请将文件另存为 UTF-8" }
  }),
  "file/control-character": entry<{ code: number }>({
    level: "error",
    message: {
      en: ({ code }) => `an unprintable character stands here (${point(code)})`,
      "zh-CN": ({ code }) => `此处有不可见的控制字符（${point(code)}）`
    },
    help: { en: () => "take the character out", "zh-CN": () => "请删去这个字符" }
  })
}

const kinds: Readonly<Record<FileKind, Said>> = {
  policy: said("a policy", "策略文件"),
  scenario: said("a scenario file", "场景文件"),
  people: said("a people file", "人员表"),
  mapping: said("a mapping file", "映射文件"),
  simulation: said("a simulation file", "模拟方案"),
  log: said("a log mapping", "日志映射")
}

const megabytes = (bytes: number): string => (Math.ceil((bytes / 1_048_576) * 10) / 10).toString()
const point = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`
