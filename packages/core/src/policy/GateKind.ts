/**
 * The only list of the names of gate kinds in policies, each with its Chinese key.
 *
 * Each kind has a file in `gate/` for what it does; its name in sentences is in the texts of each language.
 */

/** The gate kinds by name, each with its Chinese key. */
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

/** The name of a gate kind. */
export type GateKind = keyof typeof gateKinds
