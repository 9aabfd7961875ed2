/** What conditions read and what deadlines count from, as sentences say it. */
import { Text } from "@hearback/core"
import type { RuleWordTexts } from "../../en/policy/RuleWords.ts"

/** A blank sets off what does not begin with a Chinese character. */
const set = (text: string): string => (/^[\p{Script=Han}“]/u.test(text) ? text : ` ${text}`)

export const ruleWords: RuleWordTexts = {
  input: {
    kind: "反馈性质",
    category: "类别",
    "category.department": "类别的责任部门",
    emotion: "情绪",
    confidence: "识别把握",
    channel: "渠道",
    score: "评分",
    anonymous: "客户匿名",
    received: "收到日期",
    "happened-at": "发生时间",
    "hoped-for-by": "客户期望时间",
    "same-matter.contacts": "同一事项的联系次数",
    "same-matter.unanswered": "同一事项未获答复的次数",
    "same-problem.customers": "同因问题的客户数",
    "same-problem.cases": "同因问题的案件数",
    "departments.count": "涉及部门数",
    handovers: "移交次数",
    reopened: "重开次数",
    "names-owner": "客户点名首问人",
    cause: "根因性质",
    satisfaction: "满意程度"
  },
  signal: (name) => `出现信号词“${name}”`,
  gateInput: (gate) => `环节“${gate}”的状态`,
  clockInput: (clock) => `时限“${clock}”的状态`,
  conclusion: (gate) => `“${gate}”的结论`,
  since: (date) => `距“${date}”的时长`,
  defaultLevel: (dimension) => `类别的${dimension}`,
  value: { unknown: "未知", satisfied: "满意", dissatisfied: "不满意", unmoved: "平静" },
  trigger: {
    Received: "收到反馈",
    Logged: "登记",
    CustomerWrote: "客户来信",
    CustomerTold: "告知客户",
    Answered: "答复客户",
    Closed: "结案",
    Reopened: "重开"
  },
  opened: "任务开启",
  automatic: "系统自动",
  always: "所有案件",
  range: {
    is: (input, values) => `${input}为${set(values)}`,
    isNot: (input, values) => `${input}不为${set(values)}`,
    from: (least) => Text.zh`${least} 及以上`,
    below: (bound) => Text.zh`低于 ${bound}`,
    above: (bound) => Text.zh`高于 ${bound}`,
    between: (least, bound) => Text.zh`${least} 至 ${bound}（不含）`
  },
  measures: (input, values) => (/^[低高]于/.test(values) ? `${input}${values}` : `${input}为${set(values)}`),
  notSo: (statement) => `并非${statement}`,
  not: (values) => `除${values}外`,
  orElse: "；或",
  pause: "、",
  ended: (as) => `以“${as}”结束`,
  settled: (gate) => `“${gate}”`,
  kept: (clock) => `“${clock}”达成`,
  happened: (event) => `“${event}”`,
  dateOf: (fact) => `“${fact}”所记日期`
}
