/** What conditions read and what deadlines count from, as sentences say it. */

const en = {
  input: {
    kind: "kind of feedback",
    category: "category",
    "category.department": "department of the category",
    emotion: "emotion",
    confidence: "how sure the reading is",
    channel: "channel",
    score: "score",
    anonymous: "the customer is anonymous",
    received: "date of receipt",
    "happened-at": "when it happened",
    "hoped-for-by": "until when the customer hopes for it",
    "same-matter.contacts": "contacts on the same matter",
    "same-matter.unanswered": "contacts that nobody has answered",
    "same-problem.customers": "customers with the same problem",
    "same-problem.cases": "cases of the same problem",
    "departments.count": "number of departments concerned",
    handovers: "number of handovers",
    reopened: "times that it was reopened",
    "names-owner": "the customer names the owner",
    cause: "kind of root cause",
    satisfaction: "satisfaction"
  },
  signal: (name: string) => `signal word “${name}”`,
  gateInput: (gate: string) => `step “${gate}”`,
  clockInput: (clock: string) => `deadline “${clock}”`,
  conclusion: (gate: string) => `conclusion of “${gate}”`,
  since: (date: string) => `time since “${date}”`,
  defaultLevel: (dimension: string) => `${dimension} of the category`,
  value: { unknown: "unknown", satisfied: "satisfied", dissatisfied: "not satisfied", unmoved: "calm" } as Readonly<
    Record<string, string>
  >,
  trigger: {
    Received: "receipt of the feedback",
    Logged: "its entry in the record",
    CustomerWrote: "a word of the customer",
    CustomerTold: "word to the customer",
    Answered: "an answer to the customer",
    Closed: "closing of the case",
    Reopened: "its reopening"
  },
  automatic: "automatically",
  always: "every case",
  range: {
    is: (input: string, values: string) => `${input} is ${values}`,
    isNot: (input: string, values: string) => `${input} is not ${values}`,
    from: (least: string) => `${least} or more`,
    below: (bound: string) => `less than ${bound}`,
    above: (bound: string) => `more than ${bound}`,
    between: (least: string, bound: string) => `${least} to less than ${bound}`
  },
  measures: (input: string, values: string) => `${input}: ${values}`,
  notSo: (statement: string) => `not: ${statement}`,
  not: (values: string) => `not ${values}`,
  orElse: "; or where ",
  pause: ", ",
  ended: (as: string) => `ending as ${as}`,
  settled: (gate: string) => `step “${gate}”`,
  kept: (clock: string) => `deadline “${clock}” kept`,
  happened: (event: string) => `event “${event}”`,
  dateOf: (fact: string) => `date “${fact}”`
}

type RuleWords = typeof en

/** A blank sets off what does not begin with a Chinese character. */
const set = (text: string): string => (/^[\p{Script=Han}“]/u.test(text) ? text : ` ${text}`)

const zh: RuleWords = {
  input: {
    kind: "反馈种类",
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
  gateInput: (gate) => `环节“${gate}”`,
  clockInput: (clock) => `时限“${clock}”`,
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
  automatic: "系统自动",
  always: "所有案件",
  range: {
    is: (input, values) => `${input}为${set(values)}`,
    isNot: (input, values) => `${input}不为${set(values)}`,
    from: (least) => `${least} 及以上`,
    below: (bound) => `${bound} 以下（不含）`,
    above: (bound) => `${bound} 以上（不含）`,
    between: (least, bound) => `${least} 至 ${bound}（不含）`
  },
  measures: (input, values) => `${input}为${set(values)}`,
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

export const ruleWords = { en, "zh-CN": zh }
