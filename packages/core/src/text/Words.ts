/** The words of the domain that messages and explanations share, in both languages. */
import type { GateKind, Language } from "../model/Bundle.ts"

interface Catalogue {
  readonly gate: Readonly<Record<GateKind, string>>
  /** Who answers while no person does. */
  readonly team: string
}

const en: Catalogue = {
  gate: {
    acknowledgement: "acknowledgement",
    classification: "classification",
    containment: "containment",
    "root-cause": "root cause",
    proposal: "proposal",
    decision: "decision",
    correction: "correction",
    prevention: "prevention",
    effectiveness: "effectiveness check",
    result: "result",
    confirmation: "confirmation",
    approval: "approval",
    record: "record"
  },
  team: "our team"
}

const zh: Catalogue = {
  gate: {
    acknowledgement: "收悉",
    classification: "分类",
    containment: "围堵",
    "root-cause": "根因",
    proposal: "方案",
    decision: "结论",
    correction: "纠正",
    prevention: "预防",
    effectiveness: "效果",
    result: "结果",
    confirmation: "确认",
    approval: "审批",
    record: "记录"
  },
  team: "我们的团队"
}

export const words = (language: Language): Catalogue => (language === "zh-CN" ? zh : en)
