import type * as en from "../../en/word/Notices.ts"
import type { Like } from "../../shape/Like.ts"

const owner = "首问人"
const asker = "申请人"

export const notices: Like<typeof en.notices> = {
  assigned: { to: owner, when: "案件归其负责" },
  "said-again": { to: owner, when: "客户再次反映，或并入另一案件" },
  "word-to-read": { to: owner, when: "客户来信" },
  "proposal-agreed": { to: owner, when: "客户同意方案" },
  "proposal-countered": { to: owner, when: "客户要求修改方案" },
  "proposal-refused": { to: owner, when: "客户不同意方案" },
  "proposal-undecided": { to: "裁决人", when: "各轮用完仍未达成一致" },
  "customer-satisfied": { to: owner, when: "客户确认满意" },
  "customer-dissatisfied": { to: owner, when: "客户不满意，且不能重开" },
  reopened: { to: owner, when: "案件重开" },
  "reopening-parked": { to: owner, when: "客户多次要求，不再自动重开" },
  "ended-early": { to: owner, when: "案件已撤回、转交、不予受理或合并" },
  "closed-by-silence": { to: owner, when: "客户一直没有答复，案件结案" },
  "message-bounced": { to: owner, when: "给客户的消息未送达" },
  regraded: { to: owner, when: "等级变更" },
  reminder: { to: "首问人；`升级` 在到期前的则为其所列的人", when: "到期前的 `提醒` 或 `升级` 时点" },
  overdue: { to: "`升级` 所列的人；认领、移交、呼叫则为首问人和上级", when: "到期，或到期后的时点" },
  alarm: { to: "警报所列的人；首问人", when: "警报触发；暂缓的结论到期；同因案件的预防未见效" },
  "gate-passed": { to: "关口 `知会` 所列的人", when: "关口通过" },
  praised: { to: "被表扬的人（关口有此规定时）", when: "关口通过" },
  "signature-asked": { to: "须会签的人", when: "凭据或说明已提交，等待会签" },
  "review-asked": { to: "`词典.复核人`", when: "词典没有把握" },
  "spot-check": { to: "`授权.抽查.由谁`", when: "决定被抽中" },
  "handover-offered": { to: "被请求接手的人", when: "移交、值班呼叫，或移交次数用完须裁决" },
  "handover-returned": { to: "移交人或接收人", when: "移交已接收、谢绝或收回；值班已接手" },
  "team-formed": { to: "小组成员", when: "小组成立" },
  "department-asked": { to: "部门对接人", when: "部门须答复" },
  "department-answered": { to: owner, when: "部门已答复" },
  "action-asked": { to: "措施负责人", when: "措施下达时，以及时间用去 80% 时" },
  "action-overdue": { to: "措施负责人、首问人、部门负责人", when: "措施超期" },
  "action-done": { to: owner, when: "措施已完成" },
  "approval-asked": { to: "审批人", when: "申请待批" },
  "request-approved": { to: asker, when: "已批准" },
  "request-denied": { to: asker, when: "已驳回，或超期无人答复而不予批准" },
  "request-passed-on": { to: "申请人与未答复的审批人", when: "超期无人答复，改请下一位" },
  "request-ended": { to: "申请人与审批人", when: "所涉事项已结束、申请已收回，或他人已答复" },
  "problem-told": { to: owner, when: "同因案件的预防措施已落实" },
  "problem-closed": { to: owner, when: "同因案件的预防措施已证明有效" },
  "verification-failed": { to: owner, when: "效果验证未通过" },
  invited: { to: "`邀请` 所列角色的每个人", when: "例行事项立案，如管理评审" },
  quarantined: { to: "`受理.隔离.知会`", when: "来件进入隔离区，等待处理" }
}
