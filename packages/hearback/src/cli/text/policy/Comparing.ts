/** What the comparison of two policies says. */
import type { Weight } from "@hearback/policy"

const en = {
  same: "Both policies mean the same.",
  title: (before: string, after: string) => `${before} → ${after}`,
  counts: (all: number, by: readonly string[]) =>
    `${all} ${all === 1 ? "difference" : "differences"}: ${by.join(", ")}`,
  weight: {
    weaker: "weaker",
    "perhaps-weaker": "perhaps weaker: which is stronger depends on the case or the day",
    stronger: "stronger",
    other: "other"
  } satisfies Record<Weight, string>,
  short: {
    weaker: "weaker",
    "perhaps-weaker": "perhaps weaker",
    stronger: "stronger",
    other: "other"
  } satisfies Record<Weight, string>,
  aspect: {
    grade: "grade",
    loop: "loop",
    gate: "gate",
    clock: "deadline",
    authority: "authority",
    retention: "retention",
    owner: "ownership",
    message: "message",
    words: "words",
    other: ""
  } as Readonly<Record<string, string>>,
  inLoops: (loops: string) => ` (${loops})`,
  list: ", ",
  none: "none",
  nothing: "nothing",
  yes: "yes",
  no: "no",
  asked: "demanded",
  notAsked: "not demanded",
  there: "there",
  unlimited: "unlimited",
  more: (count: number) => `and ${count} more`,
  everyCase: "every case",
  where: "where",
  such: (witness: string, count: string) => `such as ${witness} (${count})`,
  is: (input: string, values: string) => `${input} is ${values}`,
  isNot: (input: string, values: string) => `${input} is not ${values}`,
  from: (least: string) => `from ${least}`,
  below: (bound: string) => `below ${bound}`,
  above: (bound: string) => `above ${bound}`,
  atMost: (most: string) => `up to ${most}`,
  between: (least: string, bound: string) => `from ${least} to below ${bound}`,
  and: " and ",
  or: " or ",
  anyOf: "or",
  moreConditions: (count: number) => `or one of ${count} more conditions`,
  classes: (count: string, of: string) => `${count} of ${of} classes of cases`,
  reading: (text: string, before: string, after: string) => `a customer who writes "${text}": ${before} → ${after}`,
  noCategory: "no category",
  leadsTo: (changes: readonly string[]) => `and with it ${changes.join("; ")}`,
  notDone: (what: string) =>
    `${what}: not compared to the end, for too many rows or inputs without a value in common. What is told is true, but there may be more.`,
  asserted: (count: number) => `fails: ${count} ${count === 1 ? "difference is" : "differences are"} weaker, or may be`,
  kept: "holds: nothing is weaker",
  added: (path: string) => `${path}: a new policy`,
  gone: (path: string) => `${path}: the policy is gone`,
  merging: (path: string) => `${path}: not merged yet`,
  notCompared: (path: string) => `${path}: not compared, for one side has errors`,
  touched: {
    open: (touched: number, of: number) => `open cases: a move would change ${touched} of ${of}`,
    past: (touched: number, of: number) => `past cases: ${touched} of ${of} would have been decided otherwise`,
    notDecided: (cases: number) =>
      `${cases} cannot be decided again: one of the policies reads what was not recorded, or would not have opened them`,
    refused: "not moved: they would demand less",
    how: {
      sooner: "sooner",
      later: "later",
      runs: "runs from then on",
      "runs-no-longer": "runs no longer",
      demanded: "newly demanded",
      "not-demanded": "no longer demanded"
    }
  },
  head: {
    what: "what",
    before: "before",
    after: "after",
    cases: "cases",
    lines: "lines",
    change: "change",
    count: "number of cases"
  },
  otherText: "any other text",
  noChoice: "none",
  unknown: "unknown"
}

export type Comparing = typeof en

const zh: Comparing = {
  same: "两份策略含义相同。",
  title: (before, after) => `${before} → ${after}`,
  counts: (all, by) => `${all} 处不同：${by.join("，")}`,
  weight: {
    weaker: "放松",
    "perhaps-weaker": "可能放松：孰严孰宽要看案件或日期",
    stronger: "收紧",
    other: "其他变化"
  },
  short: { weaker: "放松", "perhaps-weaker": "可能放松", stronger: "收紧", other: "其他变化" },
  aspect: {
    grade: "定级",
    loop: "闭环路径",
    gate: "关口",
    clock: "时限",
    authority: "权限",
    retention: "保存期",
    owner: "责任",
    message: "消息",
    words: "用语",
    other: ""
  },
  inLoops: (loops) => `（${loops}）`,
  list: "、",
  none: "无",
  nothing: "无",
  yes: "是",
  no: "否",
  asked: "要过",
  notAsked: "不要求",
  there: "有",
  unlimited: "不限",
  more: (count) => `另有 ${count} 项`,
  everyCase: "所有案件",
  where: "当",
  such: (witness, count) => `例如 ${witness}（${count}）`,
  is: (input, values) => `${input} 为 ${values}`,
  isNot: (input, values) => `${input} 不为 ${values}`,
  from: (least) => `${least} 及以上`,
  below: (bound) => `${bound} 以下（不含）`,
  above: (bound) => `${bound} 以上（不含）`,
  atMost: (most) => `${most} 及以下`,
  between: (least, bound) => `${least} 至 ${bound}（不含）`,
  and: "，且",
  or: "或",
  anyOf: "或当",
  moreConditions: (count) => `或另外 ${count} 种情形之一`,
  classes: (count, of) => `${of} 类案件中的 ${count} 类`,
  reading: (text, before, after) => `客户写“${text}”：${before} → ${after}`,
  noCategory: "没有类别",
  leadsTo: (changes) => `随之${changes.join("；")}`,
  notDone: (what) => `${what}：行数过多，或两份策略的取值毫无共同之处，没有比完。列出的都属实，但可能还有。`,
  asserted: (count) => `不通过：${count} 处放松或可能放松`,
  kept: "通过：没有放松之处",
  added: (path) => `${path}：新策略`,
  gone: (path) => `${path}：策略已删去`,
  merging: (path) => `${path}：尚未合并`,
  notCompared: (path) => `${path}：有一方存在错误，未比较`,
  touched: {
    open: (touched, of) => `在办案件：换版会改变 ${of} 件中的 ${touched} 件`,
    past: (touched, of) => `已结案件：${of} 件中有 ${touched} 件的裁定会不同`,
    notDecided: (cases) => `${cases} 件无法重新裁定：有一份策略要读的内容没有记录，或不会立案`,
    refused: "不换版：要求会减少",
    how: {
      sooner: "提前",
      later: "推后",
      runs: "开始计时",
      "runs-no-longer": "不再计时",
      demanded: "新增要求",
      "not-demanded": "不再要求"
    }
  },
  head: { what: "内容", before: "旧", after: "新", cases: "案件", lines: "所在行", change: "变化", count: "件数" },
  otherText: "其他文字",
  noChoice: "都不选",
  unknown: "未知"
}

export const comparing = { en, "zh-CN": zh }
