/**
 * The gate kinds by their names in policies, each with its Chinese key: the only list of their names.
 *
 * What a kind does stands in its own file in `gate/`, what sentences call it in the texts of each language.
 */

export const gateKinds = {
  acknowledgement: "收悉",
  classification: "分类",
  containment: "围堵",
  record: "记录",
  findings: "发现",
  approval: "审批",
  correction: "纠正",
  "root-cause": "根因",
  prevention: "预防",
  effectiveness: "效果",
  proposal: "方案",
  decision: "结论",
  result: "结果",
  confirmation: "确认"
} as const

export type GateKind = keyof typeof gateKinds
