/** What figures, reviews and the report to customers are made of. */
import { Text } from "@hearback/core"
import type { LearningTexts } from "../en/Learning.ts"

const day = (date: string): string => Text.dateInLetter(date, "zh-CN")

export const learning: LearningTexts = {
  ofGate: (gate) => `至“${gate}”的时长`,
  heads: { measure: "指标", value: "数值", of: "基数", before: "上期", target: "目标" },
  of: (hits, all) => `${hits}/${all}`,
  from: (all) => `${all}`,
  inBrackets: (of) => `（${of}）`,
  noCase: "无案件",
  nobodySaid: "未注明",
  percentiles: "完成所用时间",
  within: (percent) => `${percent}% 不超过`,
  apart: {
    refuted: (n) => `另有 ${n} 次超期经证实未超期`,
    "earlier-deadline": (n) => `另有 ${n} 次超的是已被替换的时限`,
    overtaken: (n) => `另有 ${n} 个满意答复因重开作废`,
    "on-behalf": (n) => `另有 ${n} 个答复由员工代客户录入`
  },
  period: (from, to) => `${day(from)}至${day(to)}`,
  targets: (met, missed, nothing) =>
    [met > 0 ? `${met} 项达标` : "", missed > 0 ? `${missed} 项未达标` : "", nothing > 0 ? `${nothing} 项尚无数据` : ""]
      .filter((part) => part !== "")
      .join("，"),
  figures: "指标",
  heard: "收到反馈",
  uncategorised: "尚未分类",
  answers: "问卷回答",
  answered: (times, mean) => `${times} 份${mean === undefined ? "" : `，平均 ${mean}`}`,
  granted: "授权使用",
  grant: (role, amount, times) => `${role} ${amount}，${times} 次`,
  discountPoints: (sum) => `折扣合计 ${sum}%`,
  units: (sum) => `资源 ${sum}`,
  worthReading: "重点案件",
  more: (n) => `另有 ${n} 项，--机读 最多列出 100 项`,
  why: {
    "promise-missed": (clock, late) => `${clock}超期 ${late}`,
    reopened: "重开",
    dissatisfied: "不满意",
    "verification-failed": (gate) => `${gate}未通过`,
    "spot-check-wrong": (duty) => `${duty}抽查有误`,
    "most-handovers": (times) => `移交 ${times} 次`
  },
  asKnown: "数据截至期末；期末之后的变化以“现为”注明",
  now: (says) => `现为 ${says}`,
  learnedLater: "期末之后得知",
  noReason: "现已不属重点",
  comingBack: "反复出现",
  repeated: (cases, before) => `投诉 ${cases} 件（上期 ${before}）`,
  problem: (customers, cases) => `同一问题，累计 ${customers} 位客户 ${cases} 件`,
  progress: { live: "预防已落实", verified: "预防已见效" },
  wholeCategory: "整个类别",
  proceduresDue: "应制定规程",
  procedure: (cases, since) => `同类已结 ${cases} 件，${since} 达到规定次数`,
  nothing: "无",
  reviews: "本策略的复盘",
  frequency: {
    daily: "每日",
    weekly: "每周",
    monthly: "每月",
    quarterly: "每季",
    "half-yearly": "每半年",
    yearly: "每年"
  },
  noReviews: "策略没有写复盘：请在 `复盘改进`（`learning`）的 `复盘`（`reviews`）中列出",
  noReview: (name) => `策略没有复盘 \`${name}\``,
  noReport: "策略没有写明多久公示一次改进",
  noReportHelp: "请在 `复盘改进` 下写 `改进公示: 每月`（`learning` 下的 `you-said-we-did: monthly`）",
  said: {
    title: "您的反馈，我们的改进",
    feedback: (n) => `本期我们收到 ${n} 条反馈。`,
    adopted: "我们采纳的建议",
    prevented: "为防止再次发生所作的改进",
    verified: "（经核实有效）",
    more: (n, isAll) => `${isAll ? "共" : "另有"} ${n} 项`,
    none: "本期没有。",
    stopped: "未公示：拟公示的文字含有可识别个人的内容",
    stoppedHelp: "请重开该步骤，改写后再公示，或不予公示",
    traces: {
      "e-mail": "电子邮箱",
      phone: "电话号码",
      "id-number": "证件号码",
      order: "订单、卡或设备号码",
      address: "地址",
      account: "账号或网络名",
      name: "姓名"
    },
    ended: "处理结果",
    answered: (n) => `${n} 件已给出答复。`,
    confirmed: (n) => `${n} 件客户确认已解决`,
    unconfirmed: (n) => `${n} 件未收到客户回复`,
    dissatisfied: (n) => `${n} 件客户仍不满意`,
    onBehalf: (n) => `${n} 件由员工代客户录入答复`
  }
}
