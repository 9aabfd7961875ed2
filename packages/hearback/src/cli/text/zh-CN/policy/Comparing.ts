/** What the comparison of two policies says. */
import { Text } from "@hearback/core"
import type { ComparisonTexts } from "../../en/policy/Comparing.ts"

export const comparing: ComparisonTexts = {
  same: "两份策略含义相同。",
  title: (before, after) => `${before} → ${after}`,
  counts: (all, by) => `${all} 处不同：${by.join("，")}`,
  weight: {
    weaker: "放松",
    "perhaps-weaker": "可能放松：是严是宽，要看案件或日期",
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
  unchanged: (count) => `不变的 ${count} 项`,
  more: (count) => `另有 ${count} 项`,
  days: (count, first, last) => (first === last ? `${first} 年 ${count} 天` : `${first} 年至 ${last} 年共 ${count} 天`),
  everyCase: "所有案件",
  where: (condition) => Text.zh`当 ${condition}`,
  such: (witness, count) => `例如 ${witness}（${count}）`,
  atMost: (most) => Text.zh`${most} 及以下`,
  and: "，且",
  or: "或",
  anyOf: "或",
  orWhere: (condition) => Text.zh`或当 ${condition}`,
  moreConditions: (count) => `或另外 ${count} 种情形之一`,
  classes: (count, of) => `${of} 类案件中的 ${count} 类`,
  reading: (text, before, after) => `客户写“${text}”：${before} → ${after}`,
  noCategory: "没有类别",
  leadsTo: (changes) => `随之变化：${changes.join("；")}`,
  notDone: (what) => `${what}：行数过多，或两份策略的取值毫无共同之处，没有比完。列出的都属实，但可能还有。`,
  asserted: (count) => `不通过：${count} 处放松或可能放松`,
  kept: "通过：没有放松之处",
  added: (path) => `${path}：新策略`,
  gone: (path) => `${path}：策略已删去`,
  merging: (path) => `${path}：尚未合并`,
  notCompared: (path) => `${path}：有一方存在错误，未比较`,
  touched: {
    open: (touched, of) => `在办案件：换版会改变 ${of} 件中的 ${touched} 件`,
    past: (touched, of) => `已结案件：${of} 件中有 ${touched} 件的判定会不同`,
    notDecided: (cases) => `${cases} 件无法重新判定：有一份策略要读的内容没有记录，或不会立案`,
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
