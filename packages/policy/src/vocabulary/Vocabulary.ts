/**
 * Words of the language that can occur among names, each with its Chinese word: people, moments, fields, inputs and
 * their values. Keys, and choices without names beside them, have their words in the schema.
 *
 * Invariant: within one table no Chinese word occurs twice. Source: the language reference, appendix A.
 */
import { Notice } from "@hearback/core"

/** Pairs of English and Chinese words. */
export type WordPairs = Readonly<Record<string, string>>

/** Words that no name may be. */
export const never = {
  otherwise: "其余",
  also: "另加",
  without: "除去",
  removed: "删去",
  all: "全部",
  none: "无",
  unlimited: "不限",
  never: "绝不",
  unknown: "未知"
} as const satisfies WordPairs

/** Words for a person, which may not be role names. */
export const who = {
  owner: "首问人",
  customer: "客户",
  automatic: "自动",
  receiver: "首位接收人",
  deputy: "代理人",
  department: "责任部门",
  head: "部门负责人",
  departments: "涉及部门",
  praised: "受表扬者"
} as const satisfies WordPairs

/** The word for where a case waits that has no owner. */
export const queue = { queue: "待领" } as const satisfies WordPairs

/** Moments at which clocks start and end. No fact, event, level, gate or clock may have these names. */
export const moments = {
  received: "收到",
  logged: "登记",
  "customer-wrote": "客户来信",
  "told-customer": "告知客户",
  answered: "已答复",
  due: "到期",
  closed: "结案",
  reopened: "重开"
} as const satisfies WordPairs

/** What an activity of a log can be, in addition to a moment. */
export const happenings = { resume: "恢复" } as const satisfies WordPairs
/** The endings that end a case early. */
export const endings = {
  withdrawn: "撤回",
  forwarded: "转交",
  "turned-away": "不予受理",
  merged: "合并"
} as const satisfies WordPairs
/** Words for all, none and no limit. */
export const which = { all: never.all, none: never.none, unlimited: never.unlimited } as const satisfies WordPairs
/** The word for an unknown value. */
export const unknown = { unknown: never.unknown } as const satisfies WordPairs
/** The words for yes and no. */
export const yesNo = { yes: "是", no: "否" } as const satisfies WordPairs

/** The kinds of feedback. */
export const kinds = {
  complaint: "投诉",
  suggestion: "建议",
  inquiry: "咨询",
  praise: "表扬",
  rating: "评分"
} as const satisfies WordPairs
/** The kind of cases that open by themselves. They are no feedback, and no words lead to this kind. */
export const routine = { routine: "例行事项" } as const satisfies WordPairs
/** The states of a gate. */
export const gateStates = {
  waiting: "等待",
  open: "进行中",
  passed: "已通过",
  explained: "已说明",
  waived: "已豁免",
  lapsed: "已失效",
  "not-needed": "不需要"
} as const satisfies WordPairs
/** The states of a clock. */
export const clockStates = {
  "not-started": "未开始",
  running: "计时中",
  paused: "已暂停",
  met: "已达成",
  "met-late": "超期达成",
  missed: "已超期",
  cancelled: "已取消"
} as const satisfies WordPairs
/** The kinds of root causes. */
export const causes = { unknown: never.unknown, incidental: "偶发", systemic: "系统性" } as const satisfies WordPairs
/** What a customer can say about the result. */
export const satisfactions = {
  unknown: never.unknown,
  satisfied: "满意",
  dissatisfied: "不满意"
} as const satisfies WordPairs
/** The level of a text without any emotion word. */
export const emotions = { unmoved: "平静" } as const satisfies WordPairs
/** The causes of a reopening. */
export const reopenings = { dissatisfied: "不满意", recurrence: "再发" } as const satisfies WordPairs
/** The two sides of a loop. */
export const sides = { "customer-loop": "客户闭环", "system-loop": "改进闭环" } as const satisfies WordPairs
/** The methods by which a root cause is found. */
export const methods = {
  "five-whys": "五个为什么",
  fishbone: "鱼骨图",
  "five-w-one-h": "5W1H",
  "eight-d": "8D"
} as const satisfies WordPairs
/** The aspects by which causes are sorted: the questions of 5W1H, and the bones of the fishbone. */
export const aspects = {
  what: "什么事",
  why: "为何",
  who: "谁",
  when: "何时",
  where: "何地",
  how: "如何",
  man: "人",
  machine: "机",
  material: "料",
  method: "法",
  environment: "环",
  measurement: "测"
} as const satisfies WordPairs

/** How figures can be grouped, in addition to grades and facts. */
export const groupings = {
  person: "人员",
  department: "部门",
  category: "类别",
  kind: "性质",
  channel: "渠道"
} as const satisfies WordPairs

/** How often something is done. */
export const frequencies = {
  daily: "每日",
  weekly: "每周",
  monthly: "每月",
  quarterly: "每季",
  "half-yearly": "每半年",
  yearly: "每年"
} as const satisfies WordPairs

/** The dates of feedback, in addition to facts with a date. */
export const dates = { "happened-at": "发生时间", "hoped-for-by": "期望时间" } as const satisfies WordPairs

/** The fields of feedback, in addition to facts. */
export const fields = {
  key: "去重号",
  channel: "渠道",
  customer: "客户",
  verbatim: "客户原话",
  description: "客观描述",
  received: "收到时间",
  ...dates,
  where: "地点",
  demand: "诉求",
  score: "评分",
  kind: "性质",
  category: "类别",
  consent: "同意",
  attachments: "附件"
} as const satisfies WordPairs

/** What conditions can read, in addition to facts and grades. */
export const inputs = {
  kind: "性质",
  category: "类别",
  "category.department": "类别.责任部门",
  emotion: "情绪",
  signal: "信号词",
  confidence: "把握度",
  channel: "渠道",
  score: "评分",
  anonymous: "匿名",
  received: "收到时间",
  ...dates,
  "same-matter.contacts": "同一事项.联系次数",
  "same-matter.unanswered": "同一事项.未答次数",
  "same-problem.customers": "同因问题.客户数",
  "same-problem.cases": "同因问题.件数",
  "departments.count": "涉及部门.个数",
  handovers: "移交次数",
  reopened: "重开次数",
  "names-owner": "点名首问人",
  cause: "根因性质",
  satisfaction: "满意程度"
} as const satisfies WordPairs

/** Beginnings of inputs that end in a name of the author. */
export const inputStems = {
  "category.": "类别.",
  "gate.": "关口.",
  "clock.": "时钟.",
  "decision.": "结论.",
  "since.": "已过."
} as const satisfies WordPairs
/** Beginnings of placeholders that end in a name of the author. */
export const placeholderStems = { "due.": "时限." } as const satisfies WordPairs
/** Beginnings of measures that end in a name of the author. */
export const measureStems = { "cycle-time.": "办理时长." } as const satisfies WordPairs

/** The placeholders of messages about a case, and of notices to the staff. */
export const placeholders = {
  ...Notice.placeholders,
  "case.id": "编号",
  "received.date": "收到日期",
  "customer.name": "客户",
  "owner.name": "首问人",
  "owner.contact": "首问人联系方式",
  "owner.department": "首问部门",
  "next.promise": "下一承诺",
  "next.due": "下一时限",
  "due.was": "原时限",
  "due.now": "新时限",
  reason: "理由",
  result: "结果",
  shortfall: "差距原因",
  proposal: "方案",
  correction: "已采取措施",
  decision: "结论",
  "root-cause": "根因",
  prevention: "预防措施",
  "prevention.live-since": "生效日期"
} as const satisfies WordPairs

/** Other words that people write for placeholders. They are used only for guesses. */
export const placeholderGuesses: Readonly<Partial<Record<keyof typeof placeholders, readonly string[]>>> = {
  "case.id": ["案件编号", "案件号", "案号", "单号", "工单号", "案件", "case number", "number", "id"],
  "received.date": ["收到时间", "受理时间", "受理日期", "日期", "date"],
  "customer.name": ["客户姓名", "客户名称", "客户名", "姓名", "name", "customer"],
  "owner.name": ["首问人姓名", "负责人", "负责人姓名", "owner"],
  "owner.contact": ["联系方式", "联系电话", "电话", "contact"],
  "owner.department": ["首问人部门", "部门", "责任部门", "department"],
  "next.promise": ["下一步", "下一项承诺", "next step"],
  "next.due": ["到期时间", "截止时间", "时限", "下一步时限", "due", "deadline"],
  reason: ["原因", "理由说明"],
  result: ["处理结果", "办理结果", "答复"],
  proposal: ["处理方案", "方案内容"],
  decision: ["决定", "处理结论"],
  correction: ["纠正措施", "整改措施", "措施"],
  "clock.title": ["时限名称", "时钟名称", "clock"],
  "gate.title": ["关口", "环节名称", "gate"],
  "act.by": ["操作人", "办理人", "处理人"],
  "said.words": ["原话", "反馈内容", "words"]
}
