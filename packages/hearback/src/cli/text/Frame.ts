/** What stands around every command: help's headings, exit codes, options that all share, and faults of the command line. */
import { commandCalled, flagCalled, placeholderCalled } from "./Names.ts"

const en = {
  tagline: "closes the loop with a customer, by a policy",
  usage: "usage",
  usageOptions: "[options]",
  commands: "commands",
  arguments: "arguments",
  options: "options",
  examples: "examples",
  verbs: "commands on a case",
  exits: "exit codes",
  moreHelp: "`hearback <command> --help` shows examples and exit codes of one command",
  everywhere: {
    json: "one JSON object on stdout; progress as NDJSON on stderr",
    lang: "en or zh (else HEARBACK_LANG, else the locale)",
    help: "this text"
  },
  exit: { yes: "yes", no: "the answer is no", failed: "could not run: a wrong flag, an unreadable file, no store" },
  interrupted: "interrupted",
  fault: "error",
  expected: "expected",
  colon: ": ",
  help: "help",
  didYouMean: (word: string) => `did you mean \`${word}\`?`,
  seeHelp: (command: string) => `see \`hearback ${command}--help\``,
  unknownCommand: (word: string) => `there is no command \`${word}\``,
  unknownOption: (flag: string, command: string) => `\`${command}\` has no option \`${flag}\``,
  valueMissing: (flag: string) => `\`${flag}\` needs a value`,
  argumentMissing: (name: string) => `\`<${name}>\` is missing`,
  optionMissing: (flag: string) => `\`${flag}\` is missing`,
  tooManyArguments: (word: string) => `\`${word}\` is one argument too many`,
  badChoice: (flag: string, value: string) => `\`${flag}\` cannot be \`${value}\``,
  oneOf: (words: readonly string[]) => `one of ${words.map((word) => `\`${word}\``).join(", ")}`,
  noneKnown: "none is declared"
}

export type Frame = typeof en

const commandIn = (name: string): string => commandCalled(name, "zh-CN")
const flagIn = (flag: string): string => flagCalled(flag, "zh-CN")

const zh: Frame = {
  tagline: "按策略为客户闭环",
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
    lang: "en 或 zh（缺省取 HEARBACK_LANG，再取系统语言）",
    help: "显示此说明"
  },
  exit: { yes: "成功，或结论为“是”", no: "结论为“否”", failed: "无法运行：选项有误、文件读不了、没有数据文件" },
  interrupted: "已中断",
  fault: "错误",
  expected: "应为",
  help: "提示",
  colon: "：",
  didYouMean: (word) => `是不是想写 \`${word}\`？`,
  seeHelp: (command) => `参见 \`hearback ${command === "" ? "" : `${commandIn(command.trim())} `}--帮助\``,
  unknownCommand: (word) => `没有命令 \`${word}\``,
  unknownOption: (flag, command) => `\`${commandIn(command)}\` 没有选项 \`${flag}\``,
  valueMissing: (flag) => `\`${flagIn(flag)}\` 后面要写一个值`,
  argumentMissing: (name) => `缺少 \`<${placeholderCalled(name, "zh-CN")}>\``,
  optionMissing: (flag) => `缺少 \`${flagIn(flag)}\``,
  tooManyArguments: (word) => `多了一个参数 \`${word}\``,
  badChoice: (flag, value) => `\`${flagIn(flag)}\` 不能是 \`${value}\``,
  oneOf: (words) => `以下之一：${words.map((word) => `\`${word}\``).join("、")}`,
  noneKnown: "没有声明任何一个"
}

export const frame = { en, "zh-CN": zh }
