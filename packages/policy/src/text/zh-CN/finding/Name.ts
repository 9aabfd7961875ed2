/** `name/…`: names that the owner of a policy gives, and what refers to them. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Name.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

/** What a name may be a name of. */
const nameKinds = {
  role: "角色",
  who: "角色或人员用词",
  department: "部门",
  source: "来源",
  consent: "同意项",
  fact: "事实",
  field: "事实或反馈字段",
  event: "事件",
  calendar: "日历",
  channel: "渠道",
  category: "类别",
  question: "引导问题",
  signal: "信号词",
  emotion: "情绪",
  kind: "反馈性质",
  dimension: "定级维度",
  level: "等级",
  input: "条件输入",
  gate: "关口",
  clock: "时钟",
  moment: "关口、时钟、事件或日期事实",
  phase: "办理阶段",
  exception: "等级或消息",
  loop: "闭环路径",
  message: "消息",
  placeholder: "占位符",
  measure: "指标",
  duty: "职责",
  reason: "暂停原因",
  finding: "诊断",
  path: "策略位置",
  pack: "策略包",
  file: "文件",
  person: "人员",
  skill: "技能",
  conclusion: "结论",
  customer: "客户",
  case: "案件",
  column: "列",
  currency: "币种",
  "time-zone": "时区",
  holidays: "节假日表",
  language: "语言标签"
}

/** What letters may be that do not belong beside the others. */
const scripts = {
  Cyrillic: "西里尔字母",
  Greek: "希腊字母",
  "full width": "全角字符"
}

export const name: Like<typeof en.name> = {
  "name/unknown": {
    message: ({ kind, name }) => `没有名为 ${quoted(name)} 的${nameKinds[kind]}`,
    label: ({ guess, guesses, known }) =>
      guess !== undefined || guesses !== undefined
        ? `是否要写 ${listed(guesses ?? [guess ?? ""])}？`
        : known.length > 0
          ? `应为 ${listed(known, 8)}`
          : "",
    help: ({ kind, known }) => (known.length === 0 ? `本策略没有声明任何${nameKinds[kind]}` : ""),
    fix: (text) => `改为 ${quoted(text)}`
  },
  "name/unused": {
    message: ({ kind, name }) => `没有任何地方用到${nameKinds[kind]} ${quoted(name)}`,
    label: ({ guess }) => `是否要写 ${quoted(guess)}？`,
    help: "名称只有被引用才起作用"
  },
  "name/idle": {
    message: ({ kind, name }) => `本策略没有任何地方用到${nameKinds[kind]} ${quoted(name)}`,
    help: "它不起任何作用：请引用它，或删去"
  },
  "name/mixed-scripts": {
    message: ({ name, letter, of }) => `名称 ${quoted(name)} 里的 ${quoted(letter)} 是${scripts[of]}`,
    label: ({ plain }) => `请写 ${quoted(plain)}`,
    help: "它看上去像另一个字母，照着键入就成了另一个名称",
    fix: (text) => `改为 ${quoted(text)}`
  },
  "name/look-alike": {
    message: ({ kind, name, other }) => `${nameKinds[kind]} ${quoted(name)} 与 ${quoted(other)} 看上去一样`,
    label: "请给其中一个换名",
    help: "在这里它们是两个名称；如本是一个，请各处写成同一个"
  },
  "name/duplicate": {
    message: ({ kind, name }) => `${nameKinds[kind]} ${quoted(name)} 重复声明`,
    help: "请给其中一个换名"
  },
  "name/reserved": {
    message: ({ name }) => `${quoted(name)} 是策略语言的保留词，不能在此作名称`,
    help: "请换一个名称"
  },
  "name/form": {
    message: ({ name }) => `${quoted(name)} 不能作名称`,
    help: ({ proposal }) =>
      `名称只用文字、数字、\`-\` 和 \`.\`${proposal === undefined ? "" : `，例如 ${quoted(proposal)}`}`
  }
}
