/** `yaml/…`: how a file is written, before what it says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Yaml.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const faults = {
  indentation: { says: "这一行的缩进与相邻各行不一致", help: "同一层的键对齐；下属内容再向右缩进" },
  "unclosed-quote": { says: "此处引号没有配对", help: "请用同样的引号结束这段文字" },
  "unclosed-bracket": { says: "此处括号没有配对", help: "`{` 与 `}`、`[` 与 `]` 要成对；带括号的句子请加引号" },
  "extra-bracket": { says: "此处多出一个右括号", help: "请删去" },
  "missing-comma": { says: "两项之间缺少逗号", help: "`{ }` 与 `[ ]` 内各项用半角逗号隔开" },
  "missing-colon": { says: "键后缺少冒号和值", help: "请写成 `键: 值`" },
  "extra-words": { says: "值已结束，后面还有多余的文字", help: "请给整句加引号" },
  escape: { says: "双引号内的反斜杠转义无效", help: "请写两个反斜杠，或改用单引号" },
  key: { says: "键必须是同一行内的一个词或名称", help: "请写成 `键: 值`" },
  other: { says: "此处无法解读", help: "若是句子，请加引号" }
}

const readAs = (source: string, read: string): string => {
  if (read === "true" || read === "false") return "是否"
  return source === read || read === "NaN" ? "数值" : `数值 ${quoted(read)}`
}

export const yaml: Like<typeof en.yaml> = {
  "yaml/syntax": {
    message: ({ fault }) => faults[fault].says,
    help: ({ fault, fitting = [] }) =>
      (fitting.length === 0 ? "" : `请从第 ${fitting.join(" 或 ")} 列写起：`) + faults[fault].help
  },
  "yaml/indentation": {
    message: ({ words, isTooDeep }) => `${quoted(words)} 缩进${isTooDeep ? "过多" : "不足"}`,
    label: ({ column, under }) =>
      `应从第 ${column} 列写起，${under === undefined ? "单独成节" : `归在 ${quoted(under)} 之下`}`,
    help: "同一层的键对齐；下属内容再向右缩进"
  },
  "yaml/dash": {
    message: ({ parted, under }) =>
      parted ? "短横后缺少空格" : `${under === undefined ? "" : `${quoted(under)} 的`}一项缺少短横`,
    label: "前面要写 `- `"
  },
  "yaml/tab": {
    message: ({ indents }) => (indents ? "这一行用制表符缩进" : "词间有制表符"),
    label: "请用空格",
    fix: "改为空格"
  },
  "yaml/duplicate-key": { message: ({ key }) => `${quoted(key)} 在此出现两次`, help: "请合并两处，或删去一处" },
  "yaml/tag": {
    message: ({ tag }) => `不支持 ${quoted(tag)} 这类标签`,
    help: "请删去标签；文字请加引号",
    fix: "删去标签"
  },
  "yaml/anchor": {
    message: ({ anchor }) => `不支持 ${quoted(anchor)} 这类锚点`,
    help: "请在用到处写明，或放进共同继承的策略包",
    fix: "删去锚点"
  },
  "yaml/alias": { message: ({ alias }) => `不支持 ${quoted(alias)} 这类引用`, help: "请直接写出值" },
  "yaml/merge-key": { message: "不支持 `<<`", help: "共同的内容请放进策略包，用 `extends` 继承" },
  "yaml/empty-value": {
    message: ({ key, written }) =>
      `${key === undefined ? "列表中的一项" : quoted(key)} 没有值${written === "" ? "" : `（${quoted(written)} 不是值）`}`,
    help: "请写出值；要删去继承来的条目请写 `removed`"
  },
  "yaml/comma": {
    message: ({ number }) => `半角逗号把${number === true ? "数字" : "句子"}拆成了两段`,
    label: ({ number }) => (number === true ? "请不要写千分位逗号" : "请加引号"),
    fix: "给句子加引号"
  },
  "yaml/colon": {
    message: ({ fullWidth }) => (fullWidth ? "键后用了全角冒号" : "冒号后缺少空格"),
    label: "请写半角冒号加空格 `: `",
    fix: "改为半角冒号加空格"
  },
  "yaml/full-width": {
    message: "键的两边有全角引号或全角空格",
    label: ({ key }) => `请写 ${quoted(key)}`,
    fix: (text) => `改为 ${quoted(text)}`
  },
  "yaml/punctuation": {
    message: ({ sign, right }) => `${quoted(sign)} 会被当作普通文字：此处应为半角 ${quoted(right)}`,
    help: "若它是文字的一部分，请给文字加引号"
  },
  "yaml/quote-the-test": { message: ({ test }) => `判断式 ${quoted(test)} 需要加引号`, fix: "给判断式加引号" },
  "yaml/quote-the-text": { message: ({ sentence }) => `文字 ${quoted(sentence)} 需要加引号`, fix: "给文字加引号" },
  "yaml/comment": {
    message: ({ sentence }) => `文字 ${quoted(sentence)} 在 \` #\` 处被截断，后面成了注释`,
    help: "请给整段文字加引号；注释请在 `#` 后留一个空格"
  },
  "yaml/number-as-text": {
    message: ({ source, read }) => `${quoted(source)} 会被读成${readAs(source, read)}，此处应为文字`,
    fix: "加引号"
  },
  "yaml/many-documents": { message: "此处开始了第二个文档", help: "一个文件只放一个文档，另一个请单独成文件" },
  "yaml/merge-conflict": { message: "此处有两份改动尚未合并", help: "留下需要的内容，删去 git 加上的三行标记" },
  "yaml/directive": {
    message: ({ directive }) => `不支持 ${quoted(directive)}`,
    help: "请删去这一行；文件按 YAML 1.2 读取"
  },
  "yaml/key-not-text": { message: "键必须是词或名称" }
}
