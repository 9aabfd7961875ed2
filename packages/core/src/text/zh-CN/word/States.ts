import type * as en from "../../en/word/States.ts"
import type { Like } from "../../shape/Like.ts"

export const gateKind: Like<typeof en.gateKind> = {
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
}

export const gateState: Like<typeof en.gateState> = {
  waiting: "等待",
  open: "进行中",
  passed: "已通过",
  explained: "已说明",
  waived: "已豁免",
  lapsed: "已失效",
  "not-needed": "不需要"
}

export const clockState: Like<typeof en.clockState> = {
  "not-started": "未开始",
  running: "计时中",
  paused: "已暂停",
  met: "已达成",
  "met-late": "超期达成",
  missed: "已超期",
  cancelled: "已取消",
  "not-known": "无法得知"
}

export const outcome: Like<typeof en.outcome> = {
  confirmed: "已确认",
  answered: "已答复",
  unconfirmed: "未确认",
  dissatisfied: "仍不满意",
  withdrawn: "已撤回",
  forwarded: "已转交",
  "turned-away": "不予受理",
  merged: "已合并",
  recorded: "导入前已答复"
}

export const kind: Like<typeof en.kind> = {
  complaint: "投诉",
  suggestion: "建议",
  inquiry: "咨询",
  praise: "表扬",
  rating: "评分",
  routine: "例行事项"
}

export const side: Like<typeof en.side> = {
  "customer-loop": "客户闭环",
  "system-loop": "改进闭环"
}

export const missCause: Like<typeof en.missCause> = {
  merged: "合并",
  elapsed: "到时未完成",
  regraded: "改级",
  reopened: "重开",
  calendar: "日历变更",
  owner: "首问人变更",
  extended: "延期",
  manual: "人工期限",
  policy: "策略换版"
}

export const cause: Like<typeof en.cause> = {
  unknown: "未知",
  incidental: "偶发",
  systemic: "系统性"
}

export const says: Like<typeof en.says> = {
  agree: "同意",
  counter: "要求修改",
  refuse: "拒绝",
  satisfied: "满意",
  dissatisfied: "不满意"
}

export const who: Like<typeof en.who> = {
  owner: "首问人",
  customer: "客户",
  automatic: "自动",
  receiver: "首位接收人",
  deputy: "代理人",
  department: "责任部门",
  head: "部门负责人",
  departments: "涉及部门",
  praised: "受表扬者",
  staff: "员工"
}

export const duty: Like<typeof en.duty> = {
  compensate: "补偿",
  discount: "折扣",
  grant: "资源",
  close: "结案",
  regrade: "改级",
  waive: "豁免",
  explain: "说明",
  extend: "延期",
  approval: "审批",
  "spot-check": "抽查"
}

export const system: Like<typeof en.system> = {
  policy: "策略",
  timer: "时钟",
  custodian: "暂无人负责",
  intake: "受理环节",
  problem: "同因问题",
  retention: "档案保存规则",
  delivery: "消息投递",
  survey: "问卷",
  host: "业务系统"
}

export const signal: Like<typeof en.signal> = {
  courtesy: "致谢",
  vague: "表述含糊"
}

export const personal: Like<typeof en.personal> = {
  phone: "［电话号码］",
  "id-card": "［身份证号］",
  "bank-card": "［银行卡号］",
  "e-mail": "［邮箱］",
  plate: "［车牌号］",
  "of-others": "［他人信息］"
}
