/**
 * Words of the language that stand where names may stand too, each with its Chinese word: who, moments, fields,
 * inputs and the values of those. Keys, and choices that no name can stand beside, have theirs in the schema.
 *
 * Invariant: within one table no Chinese word stands twice. Source: the language reference, appendix A.
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

/** Words for a person, which no role may be called. */
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

/** Where a case waits that nobody has room for. */
export const queue = { queue: "待领" } as const satisfies WordPairs

/** Moments that clocks start and end at, which no fact, event, level, gate or clock may be called. */
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

/** What an activity of a log may be beside a moment. */
export const happenings = { resume: "恢复" } as const satisfies WordPairs
export const endings = {
  withdrawn: "撤回",
  forwarded: "转交",
  "turned-away": "不予受理",
  merged: "合并"
} as const satisfies WordPairs
export const which = { all: never.all, none: never.none, unlimited: never.unlimited } as const satisfies WordPairs
export const unknown = { unknown: never.unknown } as const satisfies WordPairs
export const yesNo = { yes: "是", no: "否" } as const satisfies WordPairs

export const kinds = {
  complaint: "投诉",
  suggestion: "建议",
  inquiry: "咨询",
  praise: "表扬",
  rating: "评分"
} as const satisfies WordPairs
/** The kind of what opens by itself: it is nobody's feedback, and no words lead to it. */
export const routine = { routine: "例行事项" } as const satisfies WordPairs
export const gateStates = {
  waiting: "等待",
  open: "进行中",
  passed: "已通过",
  explained: "已说明",
  waived: "已豁免",
  lapsed: "已失效",
  "not-needed": "不需要"
} as const satisfies WordPairs
export const clockStates = {
  "not-started": "未开始",
  running: "计时中",
  paused: "已暂停",
  met: "已达成",
  "met-late": "超期达成",
  missed: "已超期",
  cancelled: "已取消"
} as const satisfies WordPairs
export const causes = { unknown: never.unknown, incidental: "偶发", systemic: "系统性" } as const satisfies WordPairs
export const satisfactions = {
  unknown: never.unknown,
  satisfied: "满意",
  dissatisfied: "不满意"
} as const satisfies WordPairs
export const emotions = { unmoved: "平静" } as const satisfies WordPairs
export const reopenings = { dissatisfied: "不满意", recurrence: "再发" } as const satisfies WordPairs
export const sides = { "customer-loop": "客户闭环", "system-loop": "改进闭环" } as const satisfies WordPairs
export const methods = {
  "five-whys": "五个为什么",
  fishbone: "鱼骨图",
  "five-w-one-h": "5W1H",
  "eight-d": "8D"
} as const satisfies WordPairs
/** What causes are sorted by: the questions of 5W1H, the bones of the fishbone. */
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

/** What figures are grouped by beside grades and facts. */
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

/** Dates that feedback brings with it beside those that facts are. */
export const dates = { "happened-at": "发生时间", "hoped-for-by": "期望时间" } as const satisfies WordPairs

/** Fields that feedback brings with it beside facts. */
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

/** What conditions may read beside facts and grades. */
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

/** Inputs, placeholders and measures that end in a name of the owner. */
export const inputStems = {
  "category.": "类别.",
  "gate.": "关口.",
  "clock.": "时钟.",
  "decision.": "结论.",
  "since.": "已过."
} as const satisfies WordPairs
export const placeholderStems = { "due.": "时限." } as const satisfies WordPairs
export const measureStems = { "cycle-time.": "办理时长." } as const satisfies WordPairs

/** What a message may say of its case, and what notices to the staff say beside it. */
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

/** What people write for placeholders who do not know their names; nothing but a guess is made of them. */
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
