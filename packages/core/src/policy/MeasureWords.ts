/**
 * The measures by their names in policies, in the order in which figures are read, with the Chinese name, with
 * what reports call them, and with what each is: the only list of their names.
 *
 * How each is reckoned stands in `@hearback/insight`.
 */

export const measureWords = {
  volume: {
    key: "受理量",
    en: "feedback heard",
    "zh-CN": "受理量",
    says: { en: "cases opened in the period", "zh-CN": "本期立案数" }
  },
  classified: {
    key: "词典识别率",
    en: "understood by the dictionary",
    "zh-CN": "词典识别率",
    says: {
      en: "share of feedback whose category the dictionary found, surely enough",
      "zh-CN": "词典能有把握地识别出类别的反馈比例"
    }
  },
  "timely-response": {
    key: "响应及时率",
    en: "first answer in time",
    "zh-CN": "响应及时率",
    says: { en: "share of `acknowledgement` gates passed by the owner in time", "zh-CN": "首问人按时完成收悉的比例" }
  },
  response: {
    key: "响应率",
    en: "reached by the owner",
    "zh-CN": "响应率",
    says: { en: "share of cases whose owner reached the customer", "zh-CN": "首问人已联系到客户的案件比例" }
  },
  kept: {
    key: "承诺兑现率",
    en: "promises kept",
    "zh-CN": "承诺兑现率",
    says: {
      en: "share of promises (clocks of the customer loop) that a person keeps met in time, all clocks together",
      "zh-CN": "客户闭环中须由人兑现的各项承诺按时兑现的比例"
    }
  },
  "cycle-time": {
    key: "办理时长",
    en: "time to close",
    "zh-CN": "办理时长",
    says: {
      en: "median time from receipt to the close of the customer loop; `cycle-time.<gate>` from opening to passing of one gate",
      "zh-CN": "自收到反馈至客户闭环结束所用时间的中位数；`cycle-time.<关口>` 为该关口自开启至通过的时间"
    }
  },
  resolution: {
    key: "解决率",
    en: "confirmed solved",
    "zh-CN": "解决率",
    says: { en: "share of closed cases whose customer says it is solved", "zh-CN": "已结案件中客户确认解决的比例" }
  },
  unconfirmed: {
    key: "未确认率",
    en: "closed by silence",
    "zh-CN": "未确认率",
    says: { en: "share closed by silence", "zh-CN": "因客户未回复而结案的比例" }
  },
  satisfaction: {
    key: "满意率",
    en: "satisfied answers",
    "zh-CN": "满意率",
    says: { en: "share of answers `satisfied`", "zh-CN": "满意答复的比例" }
  },
  nps: {
    key: "净推荐值",
    en: "net promoters",
    "zh-CN": "净推荐值",
    says: {
      en: "promoters (9, 10) less detractors (0–6) on channels with the scale `[0, 10]`",
      "zh-CN": "在 `[0, 10]` 分值渠道上，推荐者（9、10 分）减去贬损者（0–6 分）"
    }
  },
  "first-contact-resolution": {
    key: "一次解决率",
    en: "solved at first contact",
    "zh-CN": "一次解决率",
    says: {
      en: "share of the cases that a person answered: without a reopening, a handover or a second contact",
      "zh-CN": "经人工答复的案件中，未重开、未移交、客户未再次联系的比例"
    }
  },
  reopened: {
    key: "重开率",
    en: "reopened by the customer",
    "zh-CN": "重开率",
    says: { en: "share reopened by the customer", "zh-CN": "被客户要求重开的比例" }
  },
  recurred: {
    key: "复发率",
    en: "came back",
    "zh-CN": "复发率",
    says: { en: "share whose cause came back in its window", "zh-CN": "同因在观察期内再发的比例" }
  },
  handovers: {
    key: "移交次数",
    en: "handovers a case",
    "zh-CN": "每件移交次数",
    says: { en: "accepted handovers a case", "zh-CN": "每件被接收的移交次数" }
  },
  "authority-used": {
    key: "授权使用率",
    en: "cases with a grant",
    "zh-CN": "授权使用率",
    says: { en: "share of cases with a grant; sums by role beside it", "zh-CN": "动用授权的案件比例；另列各角色金额" }
  },
  "spot-check-failed": {
    key: "抽查不合格率",
    en: "spot checks that failed",
    "zh-CN": "抽查不合格率",
    says: { en: "share of drawn decisions found wrong", "zh-CN": "抽中的决定经复查有误的比例" }
  },
  waived: {
    key: "豁免率",
    en: "gates waived",
    "zh-CN": "豁免率",
    says: { en: "share of demanded gates waived", "zh-CN": "应通过的关口被豁免的比例" }
  },
  explained: {
    key: "说明率",
    en: "gates explained",
    "zh-CN": "说明率",
    says: { en: "share of demanded gates explained instead of passed", "zh-CN": "应通过的关口以说明代替的比例" }
  },
  "prevention-on-time": {
    key: "预防按时率",
    en: "prevention on time",
    "zh-CN": "预防按时率",
    says: { en: "share of prevention actions done by their due date", "zh-CN": "预防措施按期完成的比例" }
  },
  "prevention-effective": {
    key: "预防有效率",
    en: "prevention effective",
    "zh-CN": "预防有效率",
    says: { en: "share of effectiveness checks passed at the first try", "zh-CN": "效果验证一次通过的比例" }
  },
  "routine-on-time": {
    key: "例行按时率",
    en: "routine on time",
    "zh-CN": "例行按时率",
    says: {
      en: "share of the deadlines of routines (reviews, duties) met in time",
      "zh-CN": "例行事项（评审、例行工作）按时办结的比例"
    }
  },
  "routine-late": {
    key: "例行迟办率",
    en: "routine late",
    "zh-CN": "例行事项迟办率",
    says: { en: "share of the deadlines of routines met after their time", "zh-CN": "例行事项逾期才完成的比例" }
  },
  "routine-missed": {
    key: "例行漏办率",
    en: "routine missed",
    "zh-CN": "例行事项漏办率",
    says: {
      en: "share of the deadlines of routines that passed and are not met",
      "zh-CN": "例行事项逾期仍未完成的比例"
    }
  },
  "decisions-on-time": {
    key: "决定按时率",
    en: "decisions carried out on time",
    "zh-CN": "决定按时率",
    says: {
      en: "share of what was decided in routines (reviews) done by its due date",
      "zh-CN": "例行事项（评审）中决定的事按期完成的比例"
    }
  }
} as const

export type MeasureKey = keyof typeof measureWords
