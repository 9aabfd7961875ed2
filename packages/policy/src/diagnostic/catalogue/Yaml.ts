/** `yaml/…`: how a file is written, before what it says. */
import { entry } from "../text/Entry.ts"
import { type Language, quoted, said } from "../text/Said.ts"

/** What is wrong in the writing itself. */
export type SyntaxFault =
  | "indentation"
  | "unclosed-quote"
  | "unclosed-bracket"
  | "extra-bracket"
  | "missing-comma"
  | "missing-colon"
  | "extra-words"
  | "escape"
  | "key"
  | "other"

const faults: Record<
  SyntaxFault,
  { readonly en: string; readonly zh: string; readonly help: readonly [string, string] }
> = {
  indentation: {
    en: "this line is not indented like its neighbours",
    zh: "这一行的缩进与相邻各行不一致",
    help: [
      "keys of one map begin in one column; what belongs to a key stands further right",
      "同一层的键对齐；下属内容再向右缩进"
    ]
  },
  "unclosed-quote": {
    en: "a quote is opened here and never closed",
    zh: "此处引号没有配对",
    help: ["close the text with the same quote", "请用同样的引号结束这段文字"]
  },
  "unclosed-bracket": {
    en: "a bracket is opened here and never closed",
    zh: "此处括号没有配对",
    help: [
      "every `{` needs its `}`, every `[` its `]`; a sentence with brackets goes into quotes",
      "`{` 与 `}`、`[` 与 `]` 要成对；带括号的句子请加引号"
    ]
  },
  "extra-bracket": {
    en: "this bracket closes what nothing opened",
    zh: "此处多出一个右括号",
    help: ["take it out", "请删去"]
  },
  "missing-comma": {
    en: "a comma is missing between two entries",
    zh: "两项之间缺少逗号",
    help: ["inside `{ }` and `[ ]` entries are parted by an ASCII comma", "`{ }` 与 `[ ]` 内各项用半角逗号隔开"]
  },
  "missing-colon": {
    en: "a key without a colon and a value",
    zh: "键后缺少冒号和值",
    help: ["write `key: value`", "请写成 `键: 值`"]
  },
  "extra-words": {
    en: "words stand behind a value that has already ended",
    zh: "值已结束，后面还有多余的文字",
    help: ["put the whole sentence into quotes", "请给整句加引号"]
  },
  escape: {
    en: "a backslash in double quotes begins an escape that does not exist",
    zh: "双引号内的反斜杠转义无效",
    help: ["double the backslash, or use single quotes", "请写两个反斜杠，或改用单引号"]
  },
  key: {
    en: "a key must be one short word or name on one line",
    zh: "键必须是同一行内的一个词或名称",
    help: ["write `key: value`", "请写成 `键: 值`"]
  },
  other: {
    en: "this cannot be read",
    zh: "此处无法解读",
    help: ["if it is a sentence, put it into quotes", "若是句子，请加引号"]
  }
}

export const yaml = {
  "yaml/syntax": entry<{ fault: SyntaxFault }>({
    level: "error",
    message: { en: ({ fault }) => faults[fault].en, "zh-CN": ({ fault }) => faults[fault].zh },
    help: { en: ({ fault }) => faults[fault].help[0], "zh-CN": ({ fault }) => faults[fault].help[1] }
  }),
  "yaml/indentation": entry<{ words: string; column: number; isTooDeep: boolean; under?: string }>({
    level: "error",
    message: {
      en: ({ words, isTooDeep }) => `${quoted(words)} stands too far ${isTooDeep ? "right" : "left"}`,
      "zh-CN": ({ words, isTooDeep }) => `${quoted(words)} 缩进${isTooDeep ? "过多" : "不足"}`
    },
    label: {
      en: ({ column, under }) =>
        `belongs in column ${column}, ${under === undefined ? "as a section of the file" : `under ${quoted(under)}`}`,
      "zh-CN": ({ column, under }) =>
        `应从第 ${column} 列写起，${under === undefined ? "单独成节" : `归在 ${quoted(under)} 之下`}`
    },
    help: {
      en: () => "keys of one map begin in one column; what belongs to a key stands further right",
      "zh-CN": () => "同一层的键对齐；下属内容再向右缩进"
    }
  }),
  "yaml/dash": entry<{ under?: string; parted: boolean }>({
    level: "error",
    message: {
      en: ({ parted, under }) =>
        parted
          ? "a blank is missing behind the dash"
          : `an item${under === undefined ? "" : ` of ${quoted(under)}`} has no dash`,
      "zh-CN": ({ parted, under }) =>
        parted ? "短横后缺少空格" : `${under === undefined ? "" : `${quoted(under)} 的`}一项缺少短横`
    },
    label: { en: () => "write `- ` before it", "zh-CN": () => "前面要写 `- `" }
  }),
  "yaml/tab": entry<{ indents: boolean; replacement?: string }>({
    level: "error",
    message: {
      en: ({ indents }) => (indents ? "the line is indented by a tab" : "a tab stands between words"),
      "zh-CN": ({ indents }) => (indents ? "这一行用制表符缩进" : "词间有制表符")
    },
    label: { en: () => "write blanks", "zh-CN": () => "请用空格" },
    fix: ({ replacement }) =>
      replacement === undefined ? undefined : { text: replacement, title: said("write blanks", "改为空格") }
  }),
  "yaml/duplicate-key": entry<{ key: string }>({
    level: "error",
    message: {
      en: ({ key }) => `${quoted(key)} stands here twice`,
      "zh-CN": ({ key }) => `${quoted(key)} 在此出现两次`
    },
    help: {
      en: () => "join the two, or take one out",
      "zh-CN": () => "请合并两处，或删去一处"
    }
  }),
  "yaml/tag": entry<{ tag: string }>({
    level: "error",
    message: {
      en: ({ tag }) => `tags such as ${quoted(tag)} are not read`,
      "zh-CN": ({ tag }) => `不支持 ${quoted(tag)} 这类标签`
    },
    help: { en: () => "leave the tag out; a text goes into quotes", "zh-CN": () => "请删去标签；文字请加引号" },
    fix: () => ({ text: "", title: said("leave the tag out", "删去标签") })
  }),
  "yaml/anchor": entry<{ anchor: string }>({
    level: "error",
    message: {
      en: ({ anchor }) => `anchors such as ${quoted(anchor)} are not read`,
      "zh-CN": ({ anchor }) => `不支持 ${quoted(anchor)} 这类锚点`
    },
    help: {
      en: () => "say it where it is needed, or give it a name in the pack that both extend",
      "zh-CN": () => "请在用到处写明，或放进共同继承的策略包"
    },
    fix: () => ({ text: "", title: said("leave the anchor out", "删去锚点") })
  }),
  "yaml/alias": entry<{ alias: string }>({
    level: "error",
    message: {
      en: ({ alias }) => `aliases such as ${quoted(alias)} are not read`,
      "zh-CN": ({ alias }) => `不支持 ${quoted(alias)} 这类引用`
    },
    help: { en: () => "write the value itself", "zh-CN": () => "请直接写出值" }
  }),
  "yaml/merge-key": entry({
    level: "error",
    message: { en: () => "`<<` is not read", "zh-CN": () => "不支持 `<<`" },
    help: {
      en: () => "what policies have in common stands in a pack that they extend (`extends`)",
      "zh-CN": () => "共同的内容请放进策略包，用 `extends` 继承"
    }
  }),
  "yaml/empty-value": entry<{ key?: string; written: string }>({
    level: "error",
    message: {
      en: ({ key, written }) =>
        `${key === undefined ? "an item of the list" : quoted(key)} has no value${written === "" ? "" : ` (${quoted(written)} is none)`}`,
      "zh-CN": ({ key, written }) =>
        `${key === undefined ? "列表中的一项" : quoted(key)} 没有值${written === "" ? "" : `（${quoted(written)} 不是值）`}`
    },
    help: {
      en: () => "write its value; to take an inherited entry out say `removed`",
      "zh-CN": () => "请写出值；要删去继承来的条目请写 `removed`"
    }
  }),
  "yaml/comma": entry<{ sentence: string; number?: boolean }>({
    level: "error",
    message: {
      en: ({ number }) => `the comma split your ${number === true ? "number" : "sentence"} in two`,
      "zh-CN": ({ number }) => `半角逗号把${number === true ? "数字" : "句子"}拆成了两段`
    },
    label: {
      en: ({ number }) => (number === true ? "write it without commas" : "put it into quotes"),
      "zh-CN": ({ number }) => (number === true ? "请不要写千分位逗号" : "请加引号")
    },
    fix: ({ sentence }) => ({
      text: JSON.stringify(sentence),
      title: said("put the sentence into quotes", "给句子加引号")
    })
  }),
  "yaml/colon": entry<{ written: string; fullWidth: boolean }>({
    level: "error",
    message: {
      en: ({ fullWidth }) =>
        fullWidth ? "a full-width colon does not end a key" : "a blank is missing behind the colon",
      "zh-CN": ({ fullWidth }) => (fullWidth ? "键后用了全角冒号" : "冒号后缺少空格")
    },
    label: { en: () => "write `: `", "zh-CN": () => "请写半角冒号加空格 `: `" },
    fix: () => ({ text: ": ", title: said("write a colon and a blank", "改为半角冒号加空格") })
  }),
  "yaml/full-width": entry<{ key: string }>({
    level: "error",
    message: {
      en: () => "full-width quotes or blanks stand around a key",
      "zh-CN": () => "键的两边有全角引号或全角空格"
    },
    label: { en: ({ key }) => `write ${quoted(key)}`, "zh-CN": ({ key }) => `请写 ${quoted(key)}` },
    fix: ({ key }) => ({ text: key, title: said(`write ${quoted(key)}`, `改为 ${quoted(key)}`) })
  }),
  "yaml/punctuation": entry<{ sign: string; right: string }>({
    level: "error",
    message: {
      en: ({ sign, right }) => `${quoted(sign)} is read as a letter: here stands ${quoted(right)}`,
      "zh-CN": ({ sign, right }) => `${quoted(sign)} 会被当作普通文字：此处应为半角 ${quoted(right)}`
    },
    help: {
      en: () => "where it belongs to a text, put the text into quotes",
      "zh-CN": () => "若它是文字的一部分，请给文字加引号"
    }
  }),
  "yaml/quote-the-test": entry<{ test: string }>({
    level: "error",
    message: {
      en: ({ test }) => `the test ${quoted(test)} needs quotes`,
      "zh-CN": ({ test }) => `判断式 ${quoted(test)} 需要加引号`
    },
    fix: ({ test }) => ({ text: JSON.stringify(test), title: said("put the test into quotes", "给判断式加引号") })
  }),
  "yaml/quote-the-text": entry<{ sentence: string }>({
    level: "error",
    message: {
      en: ({ sentence }) => `the text ${quoted(sentence)} needs quotes`,
      "zh-CN": ({ sentence }) => `文字 ${quoted(sentence)} 需要加引号`
    },
    fix: ({ sentence }) => ({
      text: JSON.stringify(sentence),
      title: said("put the text into quotes", "给文字加引号")
    })
  }),
  "yaml/comment": entry<{ sentence: string }>({
    level: "error",
    message: {
      en: ({ sentence }) => `the text ${quoted(sentence)} ends at its \` #\`: what follows is a comment`,
      "zh-CN": ({ sentence }) => `文字 ${quoted(sentence)} 在 \` #\` 处被截断，后面成了注释`
    },
    help: {
      en: () => "put the whole text into quotes; a comment has a blank behind its `#`",
      "zh-CN": () => "请给整段文字加引号；注释请在 `#` 后留一个空格"
    }
  }),
  "yaml/number-as-text": entry<{ source: string; read: string }>({
    level: "error",
    message: {
      en: ({ source, read }) => `${quoted(source)} is read as ${readAs(source, read, "en")}, and a text belongs here`,
      "zh-CN": ({ source, read }) => `${quoted(source)} 会被读成${readAs(source, read, "zh-CN")}，此处应为文字`
    },
    fix: ({ source }) => ({ text: `"${source}"`, title: said("put it into quotes", "加引号") })
  }),
  "yaml/many-documents": entry({
    level: "error",
    message: { en: () => "a second document begins here", "zh-CN": () => "此处开始了第二个文档" },
    help: {
      en: () => "a file holds one document; put the other into a file of its own",
      "zh-CN": () => "一个文件只放一个文档，另一个请单独成文件"
    }
  }),
  "yaml/merge-conflict": entry({
    level: "error",
    message: { en: () => "two changes stand here side by side, not merged", "zh-CN": () => "此处有两份改动尚未合并" },
    help: {
      en: () => "keep what is meant of both sides, and take out the three lines that git added",
      "zh-CN": () => "留下需要的内容，删去 git 加上的三行标记"
    }
  }),
  "yaml/directive": entry<{ directive: string }>({
    level: "error",
    message: {
      en: ({ directive }) => `${quoted(directive)} is not read`,
      "zh-CN": ({ directive }) => `不支持 ${quoted(directive)}`
    },
    help: { en: () => "take the line out; files are YAML 1.2", "zh-CN": () => "请删去这一行；文件按 YAML 1.2 读取" }
  }),
  "yaml/key-not-text": entry({
    level: "error",
    message: { en: () => "a key must be a word or a name", "zh-CN": () => "键必须是词或名称" }
  })
}

function readAs(source: string, read: string, language: Language): string {
  if (read === "true" || read === "false") return language === "en" ? "yes or no" : "是否"
  const number = language === "en" ? "a number" : "数值"
  return source === read || read === "NaN" ? number : `${language === "en" ? "the number" : "数值"} ${quoted(read)}`
}
