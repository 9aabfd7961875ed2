/**
 * The measures by their names in policies, in the order in which figures are read, with the Chinese name and with what
 * reports call them: the only list of their names.
 *
 * How each is reckoned stands in `@hearback/insight`.
 */

export const measureWords = {
  volume: { key: "受理量", en: "feedback heard", "zh-CN": "受理量" },
  classified: { key: "词典识别率", en: "understood by the dictionary", "zh-CN": "词典识别率" },
  "timely-response": { key: "响应及时率", en: "first answer in time", "zh-CN": "响应及时率" },
  response: { key: "响应率", en: "reached by the owner", "zh-CN": "响应率" },
  kept: { key: "承诺兑现率", en: "promises kept", "zh-CN": "承诺兑现率" },
  "cycle-time": { key: "办理时长", en: "time to close", "zh-CN": "办理时长" },
  resolution: { key: "解决率", en: "confirmed solved", "zh-CN": "解决率" },
  unconfirmed: { key: "未确认率", en: "closed by silence", "zh-CN": "未确认率" },
  satisfaction: { key: "满意率", en: "satisfied answers", "zh-CN": "满意率" },
  nps: { key: "净推荐值", en: "net promoters", "zh-CN": "净推荐值" },
  "first-contact-resolution": { key: "一次解决率", en: "solved at first contact", "zh-CN": "一次解决率" },
  reopened: { key: "重开率", en: "reopened by the customer", "zh-CN": "重开率" },
  recurred: { key: "复发率", en: "came back", "zh-CN": "复发率" },
  handovers: { key: "移交次数", en: "handovers a case", "zh-CN": "每件移交次数" },
  "authority-used": { key: "授权使用率", en: "cases with a grant", "zh-CN": "授权使用率" },
  "spot-check-failed": { key: "抽查不合格率", en: "spot checks that failed", "zh-CN": "抽查不合格率" },
  waived: { key: "豁免率", en: "gates waived", "zh-CN": "豁免率" },
  explained: { key: "说明率", en: "gates explained", "zh-CN": "说明率" },
  "prevention-on-time": { key: "预防按时率", en: "prevention on time", "zh-CN": "预防按时率" },
  "prevention-effective": { key: "预防有效率", en: "prevention effective", "zh-CN": "预防有效率" }
} as const

export type MeasureKey = keyof typeof measureWords
