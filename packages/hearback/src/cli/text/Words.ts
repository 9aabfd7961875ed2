/** Words of the domain, as the command line says them: those of core, and what the command line alone needs. */
import { Actor, type Bundle, Text } from "@hearback/core"

/** What core has words for. */
const ofCore = (language: Bundle.Language) => ({
  kind: Text.table("kind", language),
  gateState: Text.table("gate-state", language),
  clockState: Text.table("clock-state", language),
  outcome: Text.table("outcome", language),
  side: Text.table("side", language),
  because: Text.table("miss-cause", language),
  system: Text.table("system", language),
  customer: Text.letter(language).customer
})

const en = {
  caseState: {
    open: "open",
    "customer-loop-closed": "customer loop closed",
    closed: "closed",
    expired: "expired",
    quarantined: "in quarantine"
  },
  loopState: { open: "open", closed: "closed" },
  onBehalf: "entered by the staff for the customer",
  /** What somebody beside the owner is asked for. */
  errand: {
    approval: "approval",
    "spot-check": "spot check",
    handover: "handover",
    "on-call": "on call",
    review: "review",
    reopening: "reopen or not",
    part: "department's part",
    action: "action",
    gate: "gate",
    signature: "signature",
    ruling: "decision"
  },
  timer: {
    TakeUp: "take up",
    Handover: "handover",
    Approval: "approval",
    Silence: "silence",
    Observation: "observation",
    Door: "door shuts"
  },
  factKind: {
    text: "a text",
    number: "a number",
    integer: "a whole number",
    money: "an amount such as 1200 or 12.50",
    "yes-no": "yes or no",
    date: "a date such as 2026-11-20",
    duration: "a length such as 4 hours",
    file: "a file",
    "one-of": "one of the declared values",
    "some-of": "some of the declared values",
    scale: "a score of its scale"
  },
  /** Why something waits in quarantine, by the slug that its reason begins with. */
  reason: {
    "row/unreadable": "the row cannot be read",
    "row/columns": "another number of columns than the head",
    "row/told-twice": "told twice, and differently",
    "row/no-instant": "no instant",
    "row/no-number": "no number",
    "row/too-long": "longer than a row may be",
    "row/not-utf-8": "not UTF-8",
    "row/not-decoded": "no text in the encoding of the file",
    "key/reused": "another row came with this key",
    "intake/no-words": "neither words nor a score",
    "intake/off-scale": "a score off the channel's scale",
    "intake/shape": "not of the shape of feedback",
    "intake/in-the-future": "received at an instant that lies in the future",
    "intake/automatic": "written by a machine, about no case",
    "intake/not-yours": "says more than whoever hands it in may say",
    "intake/unknown-channel": "a channel that the policy does not have",
    "intake/unreadable": "cannot be read",
    "intake/failed": "an error of the engine",
    "fact/unknown": "a fact that the policy does not have",
    "fact/wrong-type": "a value that the fact cannot have",
    "classification/unknown": "a kind that there is not",
    "asking/unknown-consent": "a consent that the policy does not ask for"
  },
  /** What options and actions may be, where no other table has the word. */
  choice: {
    due: "due",
    received: "received",
    refused: "refused",
    welcome: "welcome",
    error: "error",
    warning: "warning",
    never: "never",
    pretty: "pretty",
    compact: "compact",
    json: "json",
    sarif: "sarif",
    github: "github",
    junit: "junit",
    list: "list",
    show: "show",
    release: "release",
    reread: "reread",
    lock: "lock",
    status: "status",
    migrate: "migrate",
    print: "print",
    export: "export",
    import: "import",
    retry: "retry",
    "no-weaker": "no-weaker"
  },
  /** What stands where nothing does. */
  absent: { none: "none", never: "never", unknown: "unknown", unmoved: "unmoved" },
  unlimited: "unlimited",
  all: "all",
  colon: ": ",
  comma: ", ",
  pause: " · "
}

const zh: typeof en = {
  caseState: {
    open: "未结束",
    "customer-loop-closed": "客户闭环已结",
    closed: "已结案",
    expired: "保存期满",
    quarantined: "在隔离区"
  },
  loopState: { open: "未结束", closed: "已结束" },
  onBehalf: "员工代客户录入",
  errand: {
    approval: "待审批",
    "spot-check": "待复查",
    handover: "待接收",
    "on-call": "待应召",
    review: "待复核",
    reopening: "待定重开",
    part: "部门事项",
    action: "待办措施",
    gate: "待过关口",
    signature: "待签署",
    ruling: "待裁决"
  },
  timer: { TakeUp: "认领", Handover: "移交", Approval: "审批", Silence: "沉默", Observation: "观察", Door: "关门" },
  factKind: {
    text: "文字",
    number: "数",
    integer: "整数",
    money: "金额，如 1200 或 12.50",
    "yes-no": "yes 或 no",
    date: "日期，如 2026-11-20",
    duration: "时长，如 4 hours 或 4 小时",
    file: "文件",
    "one-of": "已声明的取值之一",
    "some-of": "已声明取值中的若干项",
    scale: "其分值中的一个"
  },
  reason: {
    "row/unreadable": "读不出这一行",
    "row/columns": "列数与表头不符",
    "row/told-twice": "同一项写了两次且不一致",
    "row/no-instant": "不是时刻",
    "row/no-number": "不是数",
    "row/too-long": "超过一行的长度",
    "row/not-utf-8": "不是 UTF-8",
    "row/not-decoded": "不合文件的字符编码",
    "key/reused": "另一行用过同一去重号",
    "intake/no-words": "没有客户原话，也没有评分",
    "intake/off-scale": "评分不在渠道的分值之内",
    "intake/shape": "不合反馈的写法",
    "intake/in-the-future": "收到时间在将来",
    "intake/automatic": "由机器所写，不属于任何案件",
    "intake/not-yours": "所称超出提交者本人",
    "intake/unknown-channel": "策略没有的渠道",
    "intake/unreadable": "读不懂",
    "intake/failed": "引擎出错",
    "fact/unknown": "策略没有的事实",
    "fact/wrong-type": "事实的值不合要求",
    "classification/unknown": "没有的性质",
    "asking/unknown-consent": "策略没有的同意项"
  },
  choice: {
    due: "时限",
    received: "收到时间",
    refused: "谢绝",
    welcome: "恢复",
    error: "错误",
    warning: "警告",
    never: "从不",
    pretty: "详列",
    compact: "每条一行",
    json: "json",
    sarif: "sarif",
    github: "github",
    junit: "junit",
    list: "列出",
    show: "查看",
    release: "放行",
    reread: "重读",
    lock: "锁定",
    status: "状况",
    migrate: "升级",
    print: "打印",
    export: "导出",
    import: "导入",
    retry: "重发",
    "no-weaker": "不放松"
  },
  absent: { none: "无", never: "无时限", unknown: "未知", unmoved: "平静" },
  unlimited: "不限",
  all: "全部",
  colon: "：",
  comma: "，",
  pause: " · "
}

export type Words = typeof en & ReturnType<typeof ofCore>

export const words: Readonly<Record<Bundle.Language, Words>> = {
  en: { ...en, ...ofCore("en") },
  "zh-CN": { ...zh, ...ofCore("zh-CN") }
}

/** Returns a reason such as `row/no-instant 2026-13-01` in words: `no instant: 2026-13-01`. */
export const reasonText = ({ reason: table, colon }: Words, reason: string): string => {
  const cut = reason.indexOf(" ")
  const slug = cut === -1 ? reason : reason.slice(0, cut)
  return wordFor(table, slug) + (cut === -1 ? "" : colon + reason.slice(cut + 1))
}

/** Returns our word for a slug where we have one, else the slug: a policy's own names stand as they are. */
export const wordFor = (table: Readonly<Record<string, string>>, slug: string): string =>
  Object.hasOwn(table, slug) ? (table[slug] ?? slug) : slug

/** Returns who is meant by an id: a customer who gave no name, and a part of the system, are said in words. */
export const readerText = (id: string, { word }: { readonly word: Words }): string => {
  const actor = Actor.parse(id)
  if (actor.kind === "anonymous") return word.customer
  return actor.kind === "system" ? word.system[actor.part] : id
}
