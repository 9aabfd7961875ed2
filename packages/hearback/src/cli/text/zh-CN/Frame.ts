/** What stands around every command: help's headings, exit codes, options that all share, and faults of the command line. */
import type { FrameTexts } from "../en/Frame.ts"
import { commandCalled, flagCalled, placeholderCalled } from "./word/Names.ts"

export const frame: FrameTexts = {
  tagline: "按策略办理客户反馈，直到闭环",
  usage: "用法",
  usageOptions: "[选项]",
  commands: "命令",
  arguments: "参数",
  options: "选项",
  examples: "示例",
  verbs: "对案件的操作",
  exits: "退出码",
  moreHelp: "`hearback <命令> --帮助` 显示该命令的示例和退出码",
  everywhere: {
    json: "标准输出为一个 JSON 对象；进度以 NDJSON 写到标准错误",
    lang: "如 en、zh（缺省取 HEARBACK_LANG，再取系统语言）",
    help: "显示此说明"
  },
  exit: { yes: "成功，或结论为“是”", no: "结论为“否”", failed: "无法运行：选项有误、文件读不了、没有数据文件" },
  interrupted: "已中断",
  fault: "错误",
  expected: "应为",
  help: "建议",
  colon: "：",
  didYouMean: (word) => `是不是想写 \`${word}\`？`,
  seeHelp: (command) => `参见 \`hearback ${command === "" ? "" : `${commandCalled(command.trim())} `}--帮助\``,
  unknownCommand: (word) => `没有命令 \`${word}\``,
  unknownOption: (flag, command) => `\`${commandCalled(command)}\` 没有选项 \`${flag}\``,
  valueMissing: (flag) => `\`${flagCalled(flag)}\` 后面要写一个值`,
  argumentMissing: (name) => `缺少 \`<${placeholderCalled(name)}>\``,
  optionMissing: (flag) => `缺少 \`${flagCalled(flag)}\``,
  tooManyArguments: (word) => `多了一个参数 \`${word}\``,
  badChoice: (flag, value) => `\`${flagCalled(flag)}\` 不能是 \`${value}\``,
  oneOf: (words) => `${words.map((word) => `\`${word}\``).join("、")}${words.length > 1 ? " 之一" : ""}`,
  noneKnown: "已声明的名称（目前没有）"
}
