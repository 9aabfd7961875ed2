/** What a simulation says beside its assumptions. */
import { type Like, Text } from "@hearback/core"
import type * as en from "../en/Parts.ts"

/** How things are put together. */
export const part: Like<typeof en.part> = {
  list: (items) => items.join("、"),
  percent: (digits) => `${digits}%`,
  minutes: (what, minutes) => `${what} ${minutes} 分钟`,
  campaign: (from) => `自 ${Text.dateInLetter(from, "zh-CN")}起的高峰`,
  away: (who, from) => Text.zh`${who} 自 ${Text.dateInLetter(from, "zh-CN")}起外出`
}

/** What settings are called in a simulation file. */
export const setting: Like<typeof en.setting> = {
  from: "自",
  weeks: "周数",
  horizon: "考察",
  warmUp: "预热",
  seed: "随机种子",
  replications: "重复次数",
  trace: "实录"
}

/** What counts for nothing beside a record. */
export const unused: Like<typeof en.unused> = {
  perDay: "每日件数",
  profile: "各小时与各星期",
  seasons: "各月",
  campaigns: "高峰",
  batch: "成批",
  texts: "原话",
  categories: "构成中的类别",
  channels: "构成中的渠道",
  languages: "构成中的语言",
  emotions: "构成中的情绪"
}

/** What never happens where nobody says how often it does. */
export const mishap: Like<typeof en.mishap> = {
  rework: "返工",
  handOver: "移交",
  denied: "不批准",
  foundWrong: "抽查不合格",
  splits: "拆分"
}

/** Work that stands at no gate. */
export const errand: Like<typeof en.errand> = {
  approval: "审批",
  "spot-check": "抽查",
  handover: "移交",
  "on-call": "值班接手",
  review: "复核",
  reopening: "重开",
  part: "部门事项",
  action: "措施",
  signature: "会签",
  ruling: "裁决"
}

/** Why a simulation cannot be run. */
export const fit: Like<typeof en.fit> = {
  noDate: (day, first, last) => `起始：“${day}”不是 ${first} 至 ${last} 年的日期，请写作 2026-03-02`,
  weeks: (most) => `周数：应大于 0，最多 ${most}`,
  warmUp: (weeks) => `预热：不短于所模拟的 ${weeks} 周，请缩短预热或增加周数`,
  seed: "随机种子：应为 0 至 4294967295 的整数",
  people: (most) => `人手：超过 ${most} 人`,
  nobody: (who) => `人员：无人名为“${who}”，也无人担任该角色`,
  without: (id, what, named) => `${id}：策略没有名为“${named}”的${what === "zone" ? "时区" : "日历"}`,
  arrivals: (most) => `来件：每次重复超过 ${most} 件，请减少每日件数或周数`
}
