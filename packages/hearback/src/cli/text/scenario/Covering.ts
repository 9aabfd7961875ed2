/** What the coverage of a policy by its scenarios is said in. */
import type { Kind, Part } from "../../../testing/coverage/Coverage.ts"

const en = {
  title: (policy: string) => `Coverage of ${policy}`,
  heads: { kind: "kind", covered: "covered", percent: "percent" },
  kinds: {
    rows: "rows of tables",
    bounds: "sides of bounds",
    conditions: "conditions",
    gates: "gates",
    clocks: "clocks and reminders",
    escalations: "escalations",
    limits: "limits",
    messages: "messages"
  } satisfies Record<Kind, string> as Readonly<Record<Kind, string>>,
  total: "all",
  uncovered: (count: number) => (count === 1 ? "1 thing is not exercised" : `${count} things are not exercised`),
  parts: {
    decides: "never decides",
    below: "never a case below",
    from: "never a case at or above",
    held: "never holds",
    "not-held": "always holds",
    opened: "never opened",
    passed: "never passed",
    explained: "never explained instead",
    waived: "never waived",
    refused: "never refused",
    started: "never started",
    met: "never met",
    missed: "never missed",
    reminded: "never reminded",
    escalated: "never escalated",
    within: "never used within it",
    above: "never exceeded",
    sent: "never sent"
  } satisfies Record<Part, string> as Readonly<Record<Part, string>>,
  below: (percent: number, least: number) => `${percent} % is below the ${least} % that is asked`,
  share: "a percentage from 0 to 100",
  proposed: "Scenarios to copy into a file of yours, below `scenarios`:",
  scenario: (number: number) => `scenario ${number}`,
  noScenario: "no scenario was found",
  proposal: (number: number) => `exercises the rest ${number}`,
  progress: (tried: number) => `${tried} proposals tried`
}

export type Covering = typeof en

const zh: Covering = {
  title: (policy) => `${policy} 的场景覆盖`,
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
    decides: "从未由它裁定",
    below: "没有低于它的情形",
    from: "没有达到它的情形",
    held: "从未成立",
    "not-held": "从未不成立",
    opened: "从未打开",
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

export const covering: Readonly<Record<"en" | "zh-CN", Covering>> = { en, "zh-CN": zh }
