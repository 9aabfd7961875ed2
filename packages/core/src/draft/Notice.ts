/**
 * Notices to the staff: their names, who gets each, and which placeholders each may use beside those of every message.
 * This is the only list of them. Their texts are messages of the base pack.
 */
import type { Texts } from "../text/catalogue/Texts.ts"

/** The placeholders of notices beside those of every message: the English word with the Chinese one. */
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

/** The English word of a placeholder of notices. */
export type MessagePlaceholder = keyof typeof placeholders

interface Row {
  /** Placeholders that have a value in this notice beside those of every message. */
  readonly fills: readonly (MessagePlaceholder | "reason" | "due.now" | "due.was")[]
}

const request = ["request.by", "request.what", "request.amount", "request.reason"] as const

/** Every notice by its name, with who gets it and its placeholders. */
export const notices = {
  assigned: { fills: ["said.words", "said.channel", "reason"] },
  "said-again": { fills: ["said.words", "said.channel"] },
  "word-to-read": { fills: ["said.words", "said.channel"] },
  "proposal-agreed": { fills: ["act.by", "gate.title", "said.words"] },
  "proposal-countered": { fills: ["act.by", "gate.title", "said.words"] },
  "proposal-refused": { fills: ["act.by", "gate.title", "said.words"] },
  "proposal-undecided": { fills: ["gate.title"] },
  "customer-satisfied": { fills: ["act.by", "gate.title", "said.words"] },
  "customer-dissatisfied": { fills: ["act.by", "gate.title", "said.words"] },
  reopened: { fills: ["reason", "gate.title", "said.words"] },
  "reopening-parked": { fills: ["said.words"] },
  "ended-early": { fills: ["act.by", "case.outcome", "reason"] },
  "closed-by-silence": { fills: ["case.outcome"] },
  "message-bounced": { fills: ["gate.title", "reason"] },
  regraded: { fills: ["reason"] },
  reminder: { fills: ["clock.title", "due.now", "due.was"] },
  overdue: { fills: ["clock.title", "due.now", "due.was"] },
  alarm: { fills: ["reason"] },
  "gate-passed": { fills: ["act.by", "gate.title"] },
  praised: { fills: ["gate.title", "said.words"] },
  "signature-asked": { fills: ["act.by", "gate.title"] },
  "review-asked": { fills: ["review.candidates", "said.words", "said.channel"] },
  "spot-check": { fills: ["act.by", "reason"] },
  "handover-offered": { fills: ["act.by", "reason"] },
  "handover-returned": { fills: ["act.by", "reason"] },
  "team-formed": { fills: [] },
  "department-asked": { fills: ["department.asked", "due.now"] },
  "department-answered": { fills: ["act.by", "department.asked", "reason"] },
  "action-asked": { fills: ["reason", "due.now"] },
  "action-overdue": { fills: ["reason", "due.now", "due.was"] },
  "action-done": { fills: ["act.by", "gate.title", "reason"] },
  "approval-asked": { fills: [...request, "request.until"] },
  "request-approved": { fills: [...request, "act.by"] },
  "request-denied": { fills: [...request, "act.by", "reason"] },
  "request-passed-on": { fills: [...request, "request.asked", "request.until"] },
  "request-ended": { fills: [...request, "reason"] },
  "problem-told": { fills: ["reason"] },
  "problem-closed": { fills: ["reason"] },
  "verification-failed": { fills: ["reason"] },
  invited: { fills: ["said.words", "clock.title", "due.now", "routine.figures", "routine.open"] },
  quarantined: { fills: ["entry.id", "said.channel", "reason"] }
} as const satisfies Readonly<Record<keyof Texts["notice"], Row>>

/** The name of a notice. */
export type Name = keyof typeof notices

/** The placeholders of a notice beside those of every message. */
export type FilledBy<N extends Name> = (typeof notices)[N]["fills"][number]

/** Returns whether a message is a notice of the engine. */
export const isNotice = (message: string): message is Name => Object.hasOwn(notices, message)
