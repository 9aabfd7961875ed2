import type * as en from "../../en/word/Fields.ts"
import type { Like } from "../../shape/Like.ts"

export const field: Like<typeof en.field> = {
  key: "消息编号",
  channel: "渠道",
  customer: "客户",
  verbatim: "反馈内容",
  description: "客观描述",
  received: "收到时间",
  "happened-at": "发生时间",
  where: "发生地点",
  demand: "诉求",
  "hoped-for-by": "期望时间",
  score: "评分",
  kind: "反馈类型",
  category: "反馈类别",
  consent: "同意事项",
  attachments: "附件"
}

export const evidence: Like<typeof en.evidence> = {
  category: "类别",
  actions: "措施",
  what: "做什么",
  metric: "指标",
  target: "目标",
  owner: "负责人",
  due: "期限",
  method: "分析方法",
  whys: "逐层追问",
  causes: "各方面原因",
  cause: "根因性质",
  evidence: "证据",
  proof: "测得的指标",
  proposal: "方案",
  decision: "结论",
  reason: "理由",
  result: "办理结果",
  shortfall: "未能做到的部分及原因",
  until: "何日再议",
  publish: "可公示",
  "five-whys": "五个为什么",
  fishbone: "鱼骨图",
  "five-w-one-h": "5W1H",
  "eight-d": "8D",
  incidental: "偶发",
  systemic: "系统性",
  adopted: "采纳",
  later: "暂缓",
  declined: "不采纳",
  other: "其他"
}

export const causes: Like<typeof en.causes> = {
  man: "人",
  machine: "机",
  material: "料",
  method: "法",
  environment: "环",
  measurement: "测",
  what: "什么事",
  why: "为什么",
  who: "谁",
  when: "何时",
  where: "何处",
  how: "如何"
}
