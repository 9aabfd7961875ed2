/**
 * The gate kinds by their names in policies, with what sentences call them: the only list of their names.
 *
 * What a kind does stands in its own file in `gate/`.
 */

export const gateKinds = {
  acknowledgement: { en: "acknowledgement", "zh-CN": "收悉" },
  classification: { en: "classification", "zh-CN": "分类" },
  containment: { en: "containment", "zh-CN": "围堵" },
  record: { en: "record", "zh-CN": "记录" },
  findings: { en: "findings", "zh-CN": "发现" },
  approval: { en: "approval", "zh-CN": "审批" },
  correction: { en: "correction", "zh-CN": "纠正" },
  "root-cause": { en: "root cause", "zh-CN": "根因" },
  prevention: { en: "prevention", "zh-CN": "预防" },
  effectiveness: { en: "effectiveness check", "zh-CN": "效果" },
  proposal: { en: "proposal", "zh-CN": "方案" },
  decision: { en: "decision", "zh-CN": "结论" },
  result: { en: "result", "zh-CN": "结果" },
  confirmation: { en: "confirmation", "zh-CN": "确认" }
} as const

export type GateKind = keyof typeof gateKinds
