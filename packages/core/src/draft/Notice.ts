/**
 * Notices to the staff: on which occasion somebody hears of something, who that is, and what the message may say beside what
 * it knows of its case. The only list of their names; the texts are messages of the base pack.
 */

/** What notices may say beside what every message knows of its case, by the English word, with the Chinese one. */
export const placeholders = {
  "act.by": "经办人",
  "case.outcome": "结案方式",
  "clock.title": "时限事项",
  "gate.title": "关口名称",
  "said.words": "客户原话",
  "said.channel": "来信渠道",
  "request.by": "申请人",
  "request.what": "申请事项",
  "request.amount": "申请额度",
  "request.reason": "申请理由",
  "request.asked": "审批人",
  "request.until": "审批时限",
  "department.asked": "应答部门",
  "review.candidates": "候选类别",
  "entry.id": "隔离编号",
  "routine.figures": "审议指标",
  "routine.open": "未完成事项"
} as const satisfies Readonly<Record<string, string>>

export type Placeholder = keyof typeof placeholders

interface Row {
  readonly to: { readonly en: string; readonly "zh-CN": string }
  readonly when: { readonly en: string; readonly "zh-CN": string }
  /** Placeholders that have a value on this occasion beside those of every case. */
  readonly fills: readonly (Placeholder | "reason" | "due.now" | "due.was")[]
}

const owner = { en: "owner", "zh-CN": "首问人" }
const asker = { en: "who asked", "zh-CN": "申请人" }

const request = ["request.by", "request.what", "request.amount", "request.reason"] as const

export const notices = {
  assigned: {
    to: owner,
    when: { en: "a case has become theirs", "zh-CN": "案件归其负责" },
    fills: ["said.words", "said.channel", "reason"]
  },
  "said-again": {
    to: owner,
    when: { en: "the customer said it again, or another case was merged", "zh-CN": "客户再次反映，或并入另一案件" },
    fills: ["said.words", "said.channel"]
  },
  "word-to-read": {
    to: owner,
    when: { en: "the customer has written", "zh-CN": "客户来信" },
    fills: ["said.words", "said.channel"]
  },
  "proposal-agreed": {
    to: owner,
    when: { en: "the customer agreed to the proposal", "zh-CN": "客户同意方案" },
    fills: ["act.by", "gate.title", "said.words"]
  },
  "proposal-countered": {
    to: owner,
    when: { en: "the customer asks for a change of the proposal", "zh-CN": "客户要求修改方案" },
    fills: ["act.by", "gate.title", "said.words"]
  },
  "proposal-refused": {
    to: owner,
    when: { en: "the customer refused the proposal", "zh-CN": "客户不同意方案" },
    fills: ["act.by", "gate.title", "said.words"]
  },
  "proposal-undecided": {
    to: { en: "the arbiter", "zh-CN": "裁决人" },
    when: { en: "the rounds are over and nothing was agreed", "zh-CN": "各轮用完仍未达成一致" },
    fills: ["gate.title"]
  },
  "customer-satisfied": {
    to: owner,
    when: { en: "the customer confirmed that it was put right", "zh-CN": "客户确认满意" },
    fills: ["act.by", "gate.title", "said.words"]
  },
  "customer-dissatisfied": {
    to: owner,
    when: { en: "the customer is not satisfied, and no reopening takes it", "zh-CN": "客户不满意，且不能重开" },
    fills: ["act.by", "gate.title", "said.words"]
  },
  reopened: {
    to: owner,
    when: { en: "the case is open again", "zh-CN": "案件重开" },
    fills: ["reason", "gate.title", "said.words"]
  },
  "reopening-parked": {
    to: owner,
    when: {
      en: "a word of the customer's came too often to reopen the case by itself",
      "zh-CN": "客户多次要求，不再自动重开"
    },
    fills: ["said.words"]
  },
  "ended-early": {
    to: owner,
    when: {
      en: "the case was withdrawn, forwarded, turned away or merged",
      "zh-CN": "案件已撤回、转交、不予受理或合并"
    },
    fills: ["act.by", "case.outcome", "reason"]
  },
  "closed-by-silence": {
    to: owner,
    when: { en: "the customer stayed silent, and the loop was closed", "zh-CN": "客户一直没有答复，案件结案" },
    fills: ["case.outcome"]
  },
  "message-bounced": {
    to: owner,
    when: { en: "a message to the customer did not arrive", "zh-CN": "给客户的消息未送达" },
    fills: ["gate.title", "reason"]
  },
  regraded: {
    to: owner,
    when: { en: "a grade changed", "zh-CN": "等级变更" },
    fills: ["reason"]
  },
  reminder: {
    to: {
      en: "owner; with `escalate` before the due whom it names",
      "zh-CN": "首问人；`升级` 在到期前的则为其所列的人"
    },
    when: { en: "a point of `remind` or `escalate` before the due", "zh-CN": "到期前的 `提醒` 或 `升级` 时点" },
    fills: ["clock.title", "due.now", "due.was"]
  },
  overdue: {
    to: {
      en: "whom `escalate` names; owner and lead for take-up, handover, call",
      "zh-CN": "`升级` 所列的人；认领、移交、呼叫则为首问人和上级"
    },
    when: { en: "its due, or a point after it", "zh-CN": "到期，或到期后的时点" },
    fills: ["clock.title", "due.now", "due.was"]
  },
  alarm: {
    to: { en: "whom the alarm names; owner", "zh-CN": "警报所列的人；首问人" },
    when: {
      en: "an alarm; a decision comes up again; a prevention failed elsewhere",
      "zh-CN": "警报；暂缓的结论到期；别处的预防失败"
    },
    fills: ["reason"]
  },
  "gate-passed": {
    to: { en: "whom `notify` of the gate names", "zh-CN": "关口 `知会` 所列的人" },
    when: { en: "a gate is passed", "zh-CN": "关口通过" },
    fills: ["act.by", "gate.title"]
  },
  praised: {
    to: { en: "the praised, where a gate says so", "zh-CN": "被表扬的人，若关口如此规定" },
    when: { en: "a gate is passed", "zh-CN": "关口通过" },
    fills: ["gate.title", "said.words"]
  },
  "signature-asked": {
    to: { en: "who has to sign", "zh-CN": "须会签的人" },
    when: {
      en: "evidence was shown, or a reason given, that waits for signatures",
      "zh-CN": "证据或说明已提交，等待会签"
    },
    fills: ["act.by", "gate.title"]
  },
  "review-asked": {
    to: { en: "`dictionary.review-by`", "zh-CN": "`词典.复核人`" },
    when: { en: "the dictionary is not sure", "zh-CN": "词典没有把握" },
    fills: ["review.candidates", "said.words", "said.channel"]
  },
  "spot-check": {
    to: { en: "`authority.spot-check.by`", "zh-CN": "`授权.抽查.由谁`" },
    when: { en: "a decision was drawn", "zh-CN": "决定被抽中" },
    fills: ["act.by", "reason"]
  },
  "handover-offered": {
    to: { en: "who is asked to take over", "zh-CN": "被请求接手的人" },
    when: {
      en: "a handover, a call, or too many handovers for the arbiter",
      "zh-CN": "移交、值班呼叫，或移交过多须裁定"
    },
    fills: ["act.by", "reason"]
  },
  "handover-returned": {
    to: { en: "who offered it, or was offered it", "zh-CN": "移交人或接收人" },
    when: {
      en: "a handover was accepted, declined or taken back; a call was taken",
      "zh-CN": "移交已接收、谢绝或收回；值班已接手"
    },
    fills: ["act.by", "reason"]
  },
  "team-formed": {
    to: { en: "members of the team", "zh-CN": "小组成员" },
    when: { en: "a team is formed", "zh-CN": "小组成立" },
    fills: []
  },
  "department-asked": {
    to: { en: "contact of the department", "zh-CN": "部门联系人" },
    when: { en: "a department owes its part", "zh-CN": "部门须答复" },
    fills: ["department.asked", "due.now"]
  },
  "department-answered": {
    to: owner,
    when: { en: "a department has done its part", "zh-CN": "部门已答复" },
    fills: ["act.by", "department.asked", "reason"]
  },
  "action-asked": {
    to: { en: "owner of the action", "zh-CN": "措施负责人" },
    when: { en: "an action is planned, and when 80 % of its time is over", "zh-CN": "措施已计划，及时间用去 80% 时" },
    fills: ["reason", "due.now"]
  },
  "action-overdue": {
    to: { en: "owner of the action, owner, head of the department", "zh-CN": "措施负责人、首问人、部门负责人" },
    when: { en: "an action is overdue", "zh-CN": "措施逾期" },
    fills: ["reason", "due.now", "due.was"]
  },
  "action-done": {
    to: owner,
    when: { en: "an action was reported done", "zh-CN": "措施已完成" },
    fills: ["act.by", "gate.title", "reason"]
  },
  "approval-asked": {
    to: { en: "who is asked", "zh-CN": "审批人" },
    when: { en: "a request waits for approval", "zh-CN": "申请待批" },
    fills: [...request, "request.until"]
  },
  "request-approved": {
    to: asker,
    when: { en: "it was approved", "zh-CN": "已批准" },
    fills: [...request, "act.by"]
  },
  "request-denied": {
    to: asker,
    when: { en: "it was denied, by a person or because nobody answered", "zh-CN": "已驳回，或无人答复而作罢" },
    fills: [...request, "act.by", "reason"]
  },
  "request-passed-on": {
    to: { en: "who asked, and who did not answer", "zh-CN": "申请人与未答复的审批人" },
    when: { en: "nobody answered in time, and the next is asked", "zh-CN": "逾期无人答复，改请下一位" },
    fills: [...request, "request.asked", "request.until"]
  },
  "request-ended": {
    to: { en: "who asked, and who was asked", "zh-CN": "申请人与审批人" },
    when: {
      en: "what it was about has ended, it was taken back, or somebody else answered",
      "zh-CN": "所涉事项已结束、申请已收回，或他人已答复"
    },
    fills: [...request, "reason"]
  },
  "problem-told": {
    to: owner,
    when: { en: "the cause of the case is being prevented", "zh-CN": "案件的原因已有预防" },
    fills: ["reason"]
  },
  "problem-closed": {
    to: owner,
    when: { en: "that prevention has proved effective", "zh-CN": "该预防已证明有效" },
    fills: ["reason"]
  },
  "verification-failed": {
    to: owner,
    when: { en: "a check of effectiveness failed", "zh-CN": "效果验证未通过" },
    fills: ["reason"]
  },
  invited: {
    to: { en: "everybody of the roles in `invite`", "zh-CN": "`邀请` 所列角色的每个人" },
    when: { en: "a case of a routine opens, such as a review", "zh-CN": "例行事项立案，如管理评审" },
    fills: ["said.words", "clock.title", "due.now", "routine.figures", "routine.open"]
  },
  quarantined: {
    to: { en: "`intake.quarantine.notify`", "zh-CN": "`受理.隔离.知会`" },
    when: { en: "an arrival waits in quarantine", "zh-CN": "来件在隔离区等待处理" },
    fills: ["entry.id", "said.channel", "reason"]
  }
} as const satisfies Readonly<Record<string, Row>>

export type Name = keyof typeof notices

/** What a notice may say beside what every message knows of its case. */
export type FilledBy<N extends Name> = (typeof notices)[N]["fills"][number]

/** Returns whether a message is a notice of the engine's own. */
export const isNotice = (message: string): message is Name => Object.hasOwn(notices, message)
