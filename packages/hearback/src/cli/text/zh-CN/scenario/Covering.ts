/** What the coverage of a policy by its scenarios is said in. */
import type { CoverageTexts } from "../../en/scenario/Covering.ts"

export const covering: CoverageTexts = {
  title: (policy) => `${policy}：场景覆盖`,
  heads: { kind: "内容", covered: "已覆盖", percent: "百分比" },
  kinds: {
    rows: "表中各行",
    bounds: "界值两侧",
    conditions: "条件",
    gates: "关口",
    clocks: "时钟与提醒",
    escalations: "升级",
    limits: "限额",
    messages: "消息"
  },
  total: "合计",
  uncovered: (count) => `${count} 项没有场景覆盖`,
  parts: {
    decides: "从未由它决定",
    below: "没有低于它的情形",
    from: "没有达到它的情形",
    held: "从未成立",
    "not-held": "从未不成立",
    opened: "从未开启",
    passed: "从未通过",
    explained: "从未改为说明",
    waived: "从未豁免",
    refused: "从未被拒",
    started: "从未起算",
    met: "从未达成",
    missed: "从未超期",
    reminded: "从未提醒",
    escalated: "从未升级",
    within: "从未在限额内使用",
    above: "从未超出",
    sent: "从未发出"
  },
  below: (percent, least) => `${percent}% 低于要求的 ${least}%`,
  share: "0 到 100 之间的百分比",
  proposed: "可复制到场景文件 `scenarios` 之下的场景：",
  scenario: (number) => `场景 ${number}`,
  noScenario: "未找到可行的场景",
  proposal: (number) => `补充覆盖 ${number}`,
  progress: (tried) => `已试 ${tried} 个`
}
