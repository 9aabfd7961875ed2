/**
 * The only list of the names of measures in policies, in the order in which figures are shown, each with its Chinese
 * key.
 *
 * `@hearback/insight` computes them; their titles and explanations are in the texts of each language.
 */

/** The measures by name, each with its Chinese key. */
export const measureKeys = {
  volume: "受理量",
  classified: "词典识别率",
  "timely-response": "响应及时率",
  response: "响应率",
  kept: "承诺兑现率",
  "cycle-time": "办理时长",
  resolution: "解决率",
  unconfirmed: "未确认率",
  satisfaction: "满意率",
  nps: "净推荐值",
  "first-contact-resolution": "一次解决率",
  reopened: "重开率",
  recurred: "再发率",
  handovers: "移交次数",
  "authority-used": "授权使用率",
  "spot-check-failed": "抽查不合格率",
  waived: "豁免率",
  explained: "说明率",
  "prevention-on-time": "预防按时率",
  "prevention-effective": "预防有效率",
  "routine-on-time": "例行按时率",
  "routine-late": "例行迟办率",
  "routine-missed": "例行漏办率",
  "decisions-on-time": "决定按时率"
} as const

/** The name of a measure. */
export type MeasureKey = keyof typeof measureKeys
