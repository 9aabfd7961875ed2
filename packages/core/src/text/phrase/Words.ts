/**
 * The words of the domain in both languages: what commands, gates, clocks, outcomes and people are called.
 *
 * Exhaustive by type: a new verb, kind or state does not compile until it has its words. The owner's own names are
 * nobody's vocabulary and come back as they are.
 */

import { type Says, type Verb, verbNames } from "../../case/generated/Command.ts"
import type { Cause } from "../../case/track/Clocks.ts"
import type { GateStatus } from "../../case/track/Gate.ts"
import type { Outcome } from "../../case/track/Lifecycle.ts"
import type { SystemPart } from "../../people/Actor.ts"
import type { Duty, GateKind, Language, PersonalKind } from "../../policy/Bundle.ts"
import { gateKinds } from "../../policy/GateKind.ts"
import { messageNames } from "./MessageNames.ts"

type Pair = readonly [en: string, zh: string]
type Table<K extends string> = Readonly<Record<K, Pair>>

type Kind = "complaint" | "suggestion" | "inquiry" | "praise" | "rating" | "routine"
type ClockState = "not-started" | "running" | "paused" | "met" | "met-late" | "missed" | "cancelled" | "not-known"
type Side = "customer-loop" | "system-loop"
type WhoWord =
  | "owner"
  | "customer"
  | "automatic"
  | "receiver"
  | "deputy"
  | "department"
  | "head"
  | "departments"
  | "praised"
  | "staff"

const verb: Table<Verb | "consent" | "publish"> = {
  ...verbNames,
  consent: ["record a wish", "记录意愿"],
  publish: ["publish the version", "发布该版本"]
}

const gateKind = Object.fromEntries(
  Object.entries(gateKinds).map(([name, called]) => [name, [called.en, called["zh-CN"]] as const])
) as unknown as Table<GateKind>

const gateState: Table<GateStatus> = {
  waiting: ["waiting", "等待"],
  open: ["open", "进行中"],
  passed: ["passed", "已通过"],
  explained: ["explained", "已说明"],
  waived: ["waived", "已豁免"],
  lapsed: ["lapsed", "已失效"],
  "not-needed": ["not needed", "不需要"]
}

const clockState: Table<ClockState> = {
  "not-started": ["not started", "未开始"],
  running: ["running", "计时中"],
  paused: ["paused", "已暂停"],
  met: ["met", "已达成"],
  "met-late": ["met late", "迟达成"],
  missed: ["missed", "已超期"],
  cancelled: ["cancelled", "已取消"],
  "not-known": ["not known", "不得而知"]
}

const outcome: Table<Outcome> = {
  confirmed: ["confirmed", "已确认"],
  answered: ["answered", "已答复"],
  unconfirmed: ["unconfirmed", "未确认"],
  dissatisfied: ["dissatisfied", "仍不满意"],
  withdrawn: ["withdrawn", "已撤回"],
  forwarded: ["forwarded", "已转交"],
  "turned-away": ["not accepted", "不予受理"],
  merged: ["merged", "已合并"],
  recorded: ["ended before it came here", "导入前已结束"]
}

const kind: Table<Kind> = {
  complaint: ["complaint", "投诉"],
  suggestion: ["suggestion", "建议"],
  inquiry: ["inquiry", "咨询"],
  praise: ["praise", "表扬"],
  rating: ["rating", "评分"],
  routine: ["routine", "例行事项"]
}

const side: Table<Side> = {
  "customer-loop": ["customer loop", "客户闭环"],
  "system-loop": ["system loop", "改进闭环"]
}

/** Why a deadline stands where it stands. */
const missCause: Table<Cause> = {
  merged: ["cases were merged", "并案"],
  elapsed: ["time ran out", "到时"],
  regraded: ["regraded", "改级"],
  reopened: ["reopened", "重开"],
  calendar: ["the calendar changed", "换历"],
  owner: ["the owner changed", "首问人变更"],
  extended: ["extended", "延期"],
  manual: ["set by a person", "人工期限"],
  policy: ["the policy changed", "换版"]
}

/** Of the matter itself, as the root cause found it. */
const cause: Table<"unknown" | "incidental" | "systemic"> = {
  unknown: ["unknown", "未知"],
  incidental: ["incidental", "偶发"],
  systemic: ["systemic", "系统性"]
}

const says: Table<Says> = {
  agree: ["agree", "同意"],
  counter: ["ask for a change", "另提"],
  refuse: ["refuse", "拒绝"],
  satisfied: ["satisfied", "满意"],
  dissatisfied: ["not satisfied", "不满意"]
}

const who: Table<WhoWord> = {
  owner: ["the owner", "首问人"],
  customer: ["the customer", "客户"],
  automatic: ["the policy itself", "自动"],
  receiver: ["the receiver", "首位接收人"],
  deputy: ["the deputy", "代理人"],
  department: ["the department", "责任部门"],
  head: ["the head of the department", "部门负责人"],
  departments: ["the departments concerned", "涉及部门"],
  praised: ["those praised", "受表扬者"],
  staff: ["the staff", "员工"]
}

/** Why something on the record happened, where the engine itself says so. */
const because = {
  facts: ["the facts changed", "事实有变"],
  stream: ["other customers report the same problem", "其他客户也反映同一问题"],
  when: ["the condition of the policy holds otherwise now", "策略条件有变"],
  lane: ["another gate took its place", "已由另一关口替代"],
  ended: ["the case ended early", "案件提前结束"],
  recorded: ["the case ended before it came here", "案件在导入前已结束"],
  "not-known": ["whether it was kept is not known", "是否如期完成不得而知"],
  policy: ["the policy changed", "换版"],
  "gate-settled": ["its gate is settled", "关口已了结"],
  "loop-closed": ["the loop is closed", "闭环已结束"],
  "clock-ended": ["its clock has stopped", "相关时钟已停"],
  "loop-changed": ["the case goes through another loop", "已改走另一条闭环路径"],
  "no-target": ["no target applies any more", "已无适用时限"],
  answered: ["it was answered", "已有答复"],
  "withdrawn-by-asker": ["it was taken back", "申请人已收回"],
  accepted: ["it was accepted", "已接收"],
  declined: ["it was declined", "已谢绝"],
  "taken-back": ["the offer was taken back", "移交已收回"],
  "taken-up": ["the owner began", "首问人已着手"],
  "owner-gone": ["the owner has left", "原首问人已离任"],
  "owner-changed": ["somebody else is handling the case now", "首问人已变更"],
  recused: ["the owner must not act", "原首问人须回避"],
  "on-call": ["the owner is off duty", "首问人已下班"],
  "on-call-accepted": ["somebody on call took it over", "值班人员已接手"],
  withdrawn: ["the customer withdrew", "客户已撤回"],
  forwarded: ["it was forwarded", "已转交"],
  "turned-away": ["it was not accepted", "不予受理"],
  merged: ["it was merged", "已合并"],
  passed: ["passed", "已通过"],
  explained: ["explained", "已说明"],
  waived: ["waived", "已豁免"],
  lapsed: ["lapsed", "已失效"],
  "not-needed": ["it is not needed", "不再需要"],
  "too-late": ["its time is over", "时限已过"],
  "customer-spoke": ["the customer has spoken", "客户已有回音"],
  silence: ["the customer stayed silent", "客户一直没有答复"],
  dissatisfied: ["the customer is not satisfied", "客户不满意"],
  recurrence: ["the same thing came back", "同一问题再发"],
  bounced: ["the message did not arrive", "消息未送达"],
  "no-address": ["no address is known at which it could reach them", "没有可以送达的地址"],
  "no-channel": ["no channel takes it", "没有渠道可以发送"],
  "given up": ["nobody took it through many attempts", "多次尝试均未送出"],
  later: ["it comes up again as decided", "按结论到时再议"],
  shortfall: ["what was aimed at was not reached", "没有达到目标"],
  reopened: ["it was sent back", "已退回重办"],
  retention: ["the time to keep it is over", "保存期满"],
  "gates-open": ["gates are open again", "关口又未了结"],
  nobody: ["nobody in the directory may allow it", "人员表里无人有权批准"],
  unanswered: ["nobody answered", "无人答复"],
  settled: ["it was settled in between", "其间已了结"],
  "waiting-on-customer": ["waiting for the customer", "等待客户"],
  "intake/shape": ["it has not the form of feedback", "格式不是反馈的格式"],
  "intake/in-the-future": ["it says that it came at an instant in the future", "所写的收到时间在将来"],
  "intake/unreadable": ["it cannot be read", "无法读取"],
  "intake/unknown-channel": ["the policy has no such channel", "策略没有这个渠道"],
  "intake/failed": ["the engine failed on it", "引擎处理出错"],
  "first-policy": ["the first policy of the store", "本库的首个策略"],
  "virtual-time": ["the store runs on virtual time", "本库按虚拟时间运行"]
} as const satisfies Readonly<Record<string, Pair>>

/** What a person does by their own authority, as a thing. */
const duty: Table<Duty> = {
  compensate: ["compensation", "补偿"],
  discount: ["discount", "折扣"],
  grant: ["resources", "给资源"],
  close: ["closing", "结案"],
  regrade: ["regrading", "改级"],
  waive: ["waiver", "豁免"],
  explain: ["explanation", "说明"],
  extend: ["extension", "延期"],
  approval: ["approval", "审批"],
  "spot-check": ["spot check", "抽查"]
}

/** Fields of feedback as customers and staff read them: on a form, and where a question asks for one. */
const field = {
  key: ["message number", "消息编号"],
  channel: ["channel", "渠道"],
  customer: ["customer", "客户"],
  verbatim: ["in your own words", "反馈内容"],
  description: ["description", "客观描述"],
  received: ["received", "收到时间"],
  "happened-at": ["when it happened", "发生时间"],
  where: ["where it happened", "发生地点"],
  demand: ["what you ask for", "诉求"],
  "hoped-for-by": ["until when you hope for it", "期望时间"],
  score: ["score", "评分"],
  kind: ["kind of feedback", "反馈类型"],
  category: ["what it is about", "反馈类别"],
  consent: ["consent", "同意事项"],
  attachments: ["attachments", "附件"]
} as const satisfies Readonly<Record<string, Pair>>

/** What the fields of evidence are called, and the words to choose from in them. */
const evidence = {
  category: ["category", "类别"],
  actions: ["actions", "措施"],
  what: ["what is done", "做什么"],
  metric: ["metric", "指标"],
  target: ["target", "目标"],
  owner: ["who does it", "负责人"],
  due: ["until when", "期限"],
  method: ["method", "分析方法"],
  whys: ["why, and why that", "逐层追问"],
  causes: ["causes", "各方面原因"],
  cause: ["kind of cause", "根因性质"],
  evidence: ["evidence", "证据"],
  proof: ["figure that was measured", "测得的指标"],
  proposal: ["proposal", "方案"],
  decision: ["decision", "结论"],
  reason: ["reason", "理由"],
  result: ["result", "办理结果"],
  shortfall: ["what could not be done, and why", "未能做到的部分及原因"],
  until: ["comes up again on", "何日再议"],
  publish: ["may be published", "可公示"],
  "five-whys": ["5 Whys", "五个为什么"],
  fishbone: ["fishbone", "鱼骨图"],
  "five-w-one-h": ["5W1H", "5W1H"],
  "eight-d": ["8D", "8D"],
  incidental: ["incidental", "偶发"],
  systemic: ["systemic", "系统性"],
  adopted: ["adopted", "采纳"],
  later: ["later", "暂缓"],
  declined: ["declined", "不采纳"]
} as const satisfies Readonly<Record<string, Pair>>

/** What methods of analysis ask about. */
const causes = {
  man: ["people", "人"],
  machine: ["machine", "机"],
  material: ["material", "料"],
  method: ["method", "法"],
  environment: ["environment", "环"],
  measurement: ["measurement", "测"],
  what: ["what", "什么事"],
  why: ["why", "为什么"],
  who: ["who", "谁"],
  when: ["when", "何时"],
  where: ["where", "何处"],
  how: ["how", "如何"]
} as const satisfies Readonly<Record<string, Pair>>

/** What a part of the system is called that acts by itself. */
const system: Table<SystemPart> = {
  policy: ["the policy", "策略"],
  timer: ["the clock", "时钟"],
  custodian: ["nobody yet", "暂无人"],
  intake: ["the intake", "受理台"],
  problem: ["the problem", "同因问题"],
  retention: ["the retention rule", "档案保存规则"],
  delivery: ["the delivery", "消息投递"],
  survey: ["the survey", "问卷"],
  host: ["the host", "宿主系统"]
}

/** What stands in place of what is hidden. */
const personal: Table<PersonalKind> = {
  phone: ["[phone number]", "［电话号码］"],
  "id-card": ["[identity number]", "［身份证号］"],
  "bank-card": ["[card number]", "［银行卡号］"],
  "e-mail": ["[e-mail address]", "［邮箱］"],
  plate: ["[number plate]", "［车牌号］"],
  "of-others": ["[somebody else]", "［他人信息］"]
}

const areas = {
  verb,
  personal,
  "gate-kind": gateKind,
  "gate-state": gateState,
  "clock-state": clockState,
  outcome,
  kind,
  side,
  "miss-cause": missCause,
  cause,
  says,
  who,
  because,
  duty,
  field,
  evidence,
  causes,
  system,
  message: messageNames
}

export type Area = keyof typeof areas
/** Returns the names that an area knows, in the order in which they stand here. */
export const known = (area: Area): readonly string[] => Object.keys(areas[area])

/** Returns what a name is called in a language; a name that is not ours comes back as it is. */
export const word = (area: Area, name: string, language: Language): string => {
  const table: Readonly<Record<string, Pair>> = areas[area]
  const pair = Object.hasOwn(table, name) ? table[name] : undefined
  return pair === undefined ? name : pair[language === "en" ? 0 : 1]
}

/** Returns what all names of an area are called in a language. */
export const table = <A extends Area>(
  area: A,
  language: Language
): Readonly<Record<keyof (typeof areas)[A] & string, string>> =>
  Object.fromEntries(known(area).map((name) => [name, word(area, name, language)])) as never

interface Catalogue {
  readonly gate: Readonly<Record<GateKind, string>>
  /** Who answers while no person does. */
  readonly team: string
  /** A customer whose name is not known. */
  readonly customer: string
  /** The subject of a message that has none of its own. */
  readonly about: (id: string) => string
  /** The subject of several notices that are sent as one: that of the first, and how many there are beside it. */
  readonly andMore: (subject: string, others: number) => string
  /** Names the case in a text whose replies name none. */
  readonly reference: (id: string) => string
}

const catalogue = (language: Language, others: Omit<Catalogue, "gate">): Catalogue => ({
  gate: Object.fromEntries(
    Object.keys(gateKind).map((name) => [name, word("gate-kind", name, language)])
  ) as unknown as Catalogue["gate"],
  ...others
})

const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: catalogue("en", {
    team: "our team",
    customer: "the customer",
    about: (id) => `About ${id}`,
    andMore: (subject, others) => `${subject} (and ${others} more)`,
    reference: (id) => `Reference: ${id}`
  }),
  "zh-CN": catalogue("zh-CN", {
    team: "我们的团队",
    customer: "客户",
    about: (id) => `关于 ${id}`,
    andMore: (subject, others) => `${subject}（另有 ${others} 条）`,
    reference: (id) => `案件编号：${id}`
  })
}

/** Returns the words that messages to customers and staff need. */
export const words = (language: Language): Catalogue => catalogues[language]

const ownWords = (language: Language): ReadonlySet<string> => {
  const { team, customer } = words(language)
  return new Set([team, customer, ...Object.values(table("system", language))])
}
const ours: Readonly<Record<Language, ReadonlySet<string>>> = { en: ownWords("en"), "zh-CN": ownWords("zh-CN") }

/** Returns what somebody is called where that begins a sentence: names stay as they are, our own words have a capital. */
export const opening = (called: string, language: Language): string =>
  ours[language].has(called) ? called.charAt(0).toUpperCase() + called.slice(1) : called
