/**
 * Defines the captions of the report in both languages. Titles that the policy defines stay as the policy writes them.
 */
import type { Why } from "./Open.ts"

/** Language of the report. */
export type Language = "zh-CN" | "en"

const n = (value: number): string => value.toLocaleString("en-US")
/** Returns a part as a percentage of the whole, as text. */
export const share = (part: number, of: number): string => (of === 0 ? "–" : `${Math.round((100 * part) / of)}%`)

/** Joins the counts and names of the parts of a sum; a part with the count 0 is left out. */
const parts = (of: readonly (readonly [count: number, name: string])[]): string =>
  of.flatMap(([count, name]) => (count === 0 ? [] : [`${n(count)} ${name}`])).join(" + ")

/** Returns a number with separators between its thousands. */
export const number = n

/** Returns how often something happened, in words. */
const times = (count: number): string => (count === 1 ? "once" : `${n(count)} times`)

const en = {
  colon: ": ",
  weeks: (weeks: number) => `${n(weeks)} weeks`,
  rows: (rows: number) => `${n(rows)} rows`,
  rowsAre: (cases: number, joined: number, quarantined: number, leftOut: number) =>
    parts([
      [cases, "cases"],
      [joined, "joined to an open case"],
      [quarantined, "in quarantine"],
      [leftOut, "left out because they have no words of the customer"]
    ]),
  quarantine: "quarantine",
  classified: (part: number, of: number, people: number) =>
    `${share(part, of)} classified by the dictionary (${n(part)} of ${n(of)}, without praise); people reviewed ${n(people)}`,
  kinds: "Cases by kind",
  categories: "By category and priority",
  notPraise: "all except praise",
  all: "all",
  promises: "Promises",
  kept: "kept",
  missed: "missed",
  running: "running",
  extended: "extended",
  total: "total",
  handovers: "Handovers",
  handover: (h: { offered: number; accepted: number; declined: number; unanswered: number; arbiter: number }) =>
    `${n(h.offered)} offered: ${n(h.accepted)} accepted, ${n(h.declined)} declined, ${n(h.unanswered)} unanswered; the arbiter decided ${times(h.arbiter)}`,
  authority: "Authority used",
  own: "within limit",
  asked: "above limit",
  granted: "granted",
  denied: "denied",
  waiting: "waiting",
  amount: "amount",
  noAuthority: "none",
  loops: "Loops",
  closed: (part: number, of: number, half: number, reopened: number) =>
    `${n(part)} of ${n(of)} closed (${share(part, of)}), ${n(half)} more closed for the customer; ${n(reopened)} were reopened`,
  outcome: "customer loops",
  openBecause: "open because",
  because: {
    approval: "a decision above the limit is pending",
    "customer-asked": "the customer has to answer first, and the clock is paused",
    "customer-proposal": "the customer is considering a proposal",
    "customer-confirmation": "the customer has not confirmed yet",
    work: "somebody is working on it",
    signature: "a department has not signed yet",
    actions: "some planned actions are not completed",
    observation: "it is not yet certain that the problem stays away",
    nothing: "for an unknown reason"
  } satisfies Record<Why, string>,
  such: "such as",
  record: (events: number, streams: number, messages: number, sentBack: number) =>
    `${n(events)} events in ${n(streams)} streams, every hash checked; ${n(messages)} messages; evidence sent back ${times(sentBack)}`,
  broken: "the record has been changed: its hashes do not match",
  story: "One case in full",
  next: "Where to look next",
  look: {
    worklist: "what is due, most urgent first",
    case: "this case again, with its gates and clocks",
    explain: "every event and the policy line behind it",
    measures: "every measure, beside the targets of the policy",
    quarantine: "what could not be read, and why",
    verify: "every hash of the record",
    policy: "the policy itself; change a line and check it",
    simulate: "what if: weeks simulated, with intervals"
  },
  whatIf: {
    title: "What if 50% more cases came in?",
    asked: (now: number, then: number) =>
      `${n(now)} and ${n(then)} cases a day: the same policy and people, two weeks, simulated four times`,
    mean: "average time to close the customer loop",
    half: "median time to close the customer loop",
    later: (low: string, high: string) => `${low} to ${high} longer`,
    unsure: "no clear difference"
  },
  again: (seconds: string) => `${seconds} s, seed`
} as const

type Catalogue = {
  readonly [K in keyof typeof en]: (typeof en)[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : (typeof en)[K] extends string
      ? string
      : {
          readonly [L in keyof (typeof en)[K]]: (typeof en)[K][L] extends (...args: infer A) => string
            ? (...args: A) => string
            : string
        }
}

const zh: Catalogue = {
  colon: "：",
  weeks: (weeks) => `${n(weeks)} 周`,
  rows: (rows) => `${n(rows)} 行`,
  rowsAre: (cases, joined, quarantined, leftOut) =>
    parts([
      [cases, "件立案"],
      [joined, "条并入在办案件"],
      [quarantined, "条进入隔离区"],
      [leftOut, "条没有客户原话，不计"]
    ]),
  quarantine: "隔离区",
  classified: (part, of, people) =>
    `词典识别 ${share(part, of)}（非表扬 ${n(of)} 条中的 ${n(part)} 条）；人工复核 ${n(people)} 条`,
  kinds: "按性质",
  categories: "按类别与优先级",
  notPraise: "表扬不计",
  all: "合计",
  promises: "承诺",
  kept: "按时",
  missed: "超期",
  running: "进行中",
  extended: "曾延期",
  total: "合计",
  handovers: "移交",
  handover: (h) =>
    `提出 ${n(h.offered)}：接收 ${n(h.accepted)}，谢绝 ${n(h.declined)}，未答复 ${n(h.unanswered)}；裁决 ${n(h.arbiter)} 次`,
  authority: "授权使用",
  own: "限额内",
  asked: "超限上报",
  granted: "批准",
  denied: "驳回",
  waiting: "待批",
  amount: "金额",
  noAuthority: "没有",
  loops: "闭环",
  closed: (part, of, half, reopened) =>
    `${n(of)} 件中已结案 ${n(part)} 件（${share(part, of)}），另有 ${n(half)} 件客户闭环已结；重开过 ${n(reopened)} 件`,
  outcome: "客户闭环",
  openBecause: "未结原因",
  because: {
    approval: "超限事项待批",
    "customer-asked": "等待客户回复，时钟暂停",
    "customer-proposal": "等待客户答复方案",
    "customer-confirmation": "等待客户确认",
    work: "正在办理",
    signature: "部门尚未会签",
    actions: "措施尚未完成",
    observation: "观察期未满",
    nothing: "原因不明"
  },
  such: "例如",
  record: (events, streams, messages, sentBack) =>
    `${n(events)} 个事件，${n(streams)} 条事件流，哈希逐条核对无误；消息 ${n(messages)} 条；凭据退回 ${n(sentBack)} 次`,
  broken: "记录核对不通过",
  story: "一件反馈的始末",
  next: "接下来",
  look: {
    worklist: "待办，时限最近的在前",
    case: "这个案件的关口与时限",
    explain: "每个事件及其依据的策略行",
    measures: "全部指标，与策略目标对照",
    quarantine: "无法读取的来件及原因",
    verify: "核对全部记录的哈希",
    policy: "策略本身：改一行，再检查",
    simulate: "假设推演：模拟数周，附置信区间"
  },
  whatIf: {
    title: "假如来件多一半？",
    asked: (now, then) => `每天 ${n(now)} 件与每天 ${n(then)} 件：策略、人员不变，各模拟两周，重复四次`,
    mean: "客户闭环平均用时",
    half: "客户闭环用时中位数",
    later: (low, high) => `延长 ${low} 至 ${high}`,
    unsure: "差异不明显"
  },
  again: (seconds) => `用时 ${seconds} 秒，随机种子`
}

/** Returns the captions in a language. */
export const wordsOf = (language: Language): Catalogue => (language === "zh-CN" ? zh : en)
