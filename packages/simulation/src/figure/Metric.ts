/** Every figure of a report: what it counts, in which unit, and how it is called in both languages. */

/**
 * `share`: of how many it holds. `duration`: how long something takes, with its quantiles. `level`: how many there are on
 * average over time. `amount`: how many or how much a week. `mean`: how many or how much a case.
 */
export type Sort = "share" | "duration" | "level" | "amount" | "mean"
export type Unit = "share" | "ms" | "count" | "money" | "of its power"

interface Description {
  /** Which way is better; absent where neither is by itself. */
  readonly better?: "more" | "less"
  readonly sort: Sort
  readonly unit: Unit
  readonly en: string
  readonly "zh-CN": string
}

export const metrics = {
  arrived: { sort: "amount", unit: "count", en: "cases a week", "zh-CN": "每周案件数" },
  routines: { sort: "amount", unit: "count", en: "cases of routines a week", "zh-CN": "每周例行事项数" },
  answered: {
    better: "more",
    sort: "amount",
    unit: "count",
    en: "of a week's cases, customer loops closed",
    "zh-CN": "每周来件中客户已闭环数"
  },
  closed: {
    better: "more",
    sort: "amount",
    unit: "count",
    en: "of a week's cases, closed",
    "zh-CN": "每周来件中已结案数"
  },
  unanswered: { better: "less", sort: "mean", unit: "count", en: "never answered", "zh-CN": "始终未答复" },
  attainment: { better: "more", sort: "share", unit: "share", en: "deadlines met", "zh-CN": "按时率" },
  "time-to-answer": {
    better: "less",
    sort: "duration",
    unit: "ms",
    en: "from receipt to the end for the customer",
    "zh-CN": "自收到至客户闭环"
  },
  "time-to-close": {
    better: "less",
    sort: "duration",
    unit: "ms",
    en: "from receipt to the end of all",
    "zh-CN": "自收到至结案"
  },
  wait: { better: "less", sort: "duration", unit: "ms", en: "wait until somebody begins", "zh-CN": "等待着手" },
  work: { sort: "duration", unit: "ms", en: "work", "zh-CN": "办理用时" },
  "gate-time": {
    better: "less",
    sort: "duration",
    unit: "ms",
    en: "from opening a gate to settling it",
    "zh-CN": "关口自打开至了结"
  },
  "customer-wait": { sort: "duration", unit: "ms", en: "wait for the customer", "zh-CN": "等待客户" },
  "pause-time": { sort: "duration", unit: "ms", en: "wait for somebody else", "zh-CN": "等待他人" },
  "approval-wait": { better: "less", sort: "duration", unit: "ms", en: "wait for an approval", "zh-CN": "等待审批" },
  "in-hand": {
    better: "less",
    sort: "level",
    unit: "count",
    en: "cases that a customer waits on",
    "zh-CN": "在办案件数"
  },
  open: { better: "less", sort: "level", unit: "count", en: "open cases", "zh-CN": "未结案件数" },
  queue: {
    better: "less",
    sort: "level",
    unit: "count",
    en: "work that waits or is being done",
    "zh-CN": "待办与在办事项数"
  },
  utilisation: { sort: "share", unit: "share", en: "busy of the time on shift", "zh-CN": "在班时间利用率" },
  "hand-overs": { sort: "mean", unit: "count", en: "handovers a case", "zh-CN": "每件移交次数" },
  approvals: { sort: "mean", unit: "count", en: "approvals asked for a case", "zh-CN": "每件申请审批次数" },
  escalations: { better: "less", sort: "mean", unit: "count", en: "escalations a case", "zh-CN": "每件升级次数" },
  reopened: { better: "less", sort: "mean", unit: "count", en: "reopenings a case", "zh-CN": "每件重开次数" },
  contacts: { better: "less", sort: "mean", unit: "count", en: "contacts again a case", "zh-CN": "每件重复联系次数" },
  pauses: { sort: "mean", unit: "count", en: "waits for somebody else a case", "zh-CN": "每件等待他人次数" },
  extensions: { better: "less", sort: "mean", unit: "count", en: "extensions a case", "zh-CN": "每件延期次数" },
  waivers: { sort: "mean", unit: "count", en: "gates waived a case", "zh-CN": "每件豁免关口数" },
  splits: { sort: "mean", unit: "count", en: "cases split off a case", "zh-CN": "每件拆分案件数" },
  silent: {
    sort: "share",
    unit: "share",
    en: "closed because the customer stayed silent",
    "zh-CN": "客户未回复而闭环"
  },
  dissatisfied: {
    better: "less",
    sort: "share",
    unit: "share",
    en: "closed with a dissatisfied customer",
    "zh-CN": "客户不满意而闭环"
  },
  lost: { better: "less", sort: "mean", unit: "count", en: "customers lost a case", "zh-CN": "每件流失客户数" },
  refused: { better: "less", sort: "mean", unit: "count", en: "commands refused a case", "zh-CN": "每件被拒命令数" },
  stuck: {
    better: "less",
    sort: "mean",
    unit: "count",
    en: "tasks that nobody asked may do, a case",
    "zh-CN": "每件无人可办事项数"
  },
  authority: { sort: "amount", unit: "of its power", en: "authority used a week", "zh-CN": "每周权限使用量" },
  "cost-of-work": { better: "less", sort: "amount", unit: "money", en: "cost of work a week", "zh-CN": "每周人工成本" },
  "cost-of-compensation": {
    better: "less",
    sort: "amount",
    unit: "money",
    en: "compensation a week",
    "zh-CN": "每周补偿金额"
  },
  "cost-of-lost-customers": {
    better: "less",
    sort: "amount",
    unit: "money",
    en: "lost customers a week",
    "zh-CN": "每周流失客户损失"
  }
} as const satisfies Readonly<Record<string, Description>>

/** What a simulation reports figures of, such as `attainment` or `utilisation`. */
export type MetricName = keyof typeof metrics

/** What a figure is about, beside all cases. */
export const dimensions = {
  clock: { en: "clock", "zh-CN": "时钟" },
  gate: { en: "gate", "zh-CN": "关口" },
  errand: { en: "work", "zh-CN": "事项" },
  grade: { en: "grade", "zh-CN": "等级" },
  category: { en: "category", "zh-CN": "类别" },
  channel: { en: "channel", "zh-CN": "渠道" },
  loop: { en: "loop", "zh-CN": "闭环" },
  role: { en: "role", "zh-CN": "角色" },
  person: { en: "person", "zh-CN": "人员" },
  power: { en: "power", "zh-CN": "权限" }
} as const

export type Dimension = keyof typeof dimensions
export type About = Readonly<Partial<Record<Dimension, string>>>

/** Returns which way a metric is better, where one is. */
export const betterOf = (metric: MetricName): "more" | "less" | undefined => {
  const description: Description = metrics[metric]
  return description.better
}

/** Returns the metrics of which the quantiles are told. */
export const hasQuantiles = (metric: MetricName): boolean => metrics[metric].sort === "duration"
