/** The page `docs/events.md`: every event in one sentence of each language, its body, and how its line reads. */
import type { CaseEvent, EventName } from "../../../src/case/Case.ts"
import type { AuthorityEvents } from "../../../src/case/track/Authority.ts"
import type { ClockEvents } from "../../../src/case/track/Clocks.ts"
import type { ConversationEvents } from "../../../src/case/track/Conversation.ts"
import type { FeedbackEvents } from "../../../src/case/track/Feedback.ts"
import type { GateEvents } from "../../../src/case/track/Gate.ts"
import type { GradeEvents } from "../../../src/case/track/Grade.ts"
import type { LifecycleEvents } from "../../../src/case/track/Lifecycle.ts"
import type { MessageEvents } from "../../../src/case/track/Message.ts"
import type { OwnershipEvents } from "../../../src/case/track/Ownership.ts"
import type { RecordEvents } from "../../../src/case/track/Record.ts"
import type { RelationsEvents } from "../../../src/case/track/Relations.ts"
import type { VersionEvents } from "../../../src/case/track/Version.ts"
import type { WatchEvents } from "../../../src/case/track/Watch.ts"
import type { ProblemEvents } from "../../../src/decide/Problem.ts"
import { event } from "../../../src/text/Text.ts"
import { samples, view } from "../samples.ts"

type Both = readonly [en: string, zh: string]
type Says<Bodies> = { readonly [T in keyof Bodies]: Both }

const intake: Says<FeedbackEvents & ConversationEvents & RelationsEvents> = {
  "case-opened": [
    "A case is opened under the policy in force at that moment. It has the feedback as received.",
    "立案，锁定当时的策略，保存反馈原样。"
  ],
  "feedback-joined": [
    "The customer said the same thing again, or another case was merged into this one. The owner and the promises stay.",
    "同一事项再次反映，或另一件并入，归到本案；首问人与承诺不变。"
  ],
  "question-asked": [
    "The customer was asked for a field that the form requires, or because the words were too vague.",
    "必填项未到或说法含糊，已向客户提问。"
  ],
  "category-suggested": [
    "Further words suggest another classification than the one that a person set or that was certain. Nothing changes.",
    "后来的文字与人工或已有把握的分类不同，只作建议，不改动。"
  ],
  "event-happened": ["The host reported one of its events.", "业务系统通报了自己的事件。"],
  "survey-due": [
    "The customer is due for a question by an active channel; whether it is sent is decided separately.",
    "应通过主动渠道询问客户，是否询问另行判定。"
  ],
  "case-split": ["A part of the case continues as a separate case.", "一部分转为单独的案件。"],
  "case-followed": [
    "The customer wrote after the end, too late to reopen, so another case was opened.",
    "结束后且已过重开时限的反馈，另立一案。"
  ],
  "case-merged": [
    "The case continues in another case, which answers both customers.",
    "本案并入另一件，由其答复双方客户。"
  ],
  classified: [
    "Kind, category, emotion and signals were read from the words and the score, with the deciding words.",
    "由文字和评分判定性质、类别、情绪和信号词，并记下起决定作用的用语。"
  ],
  "review-asked": [
    "The dictionary was not sure enough, so a role is asked for the category.",
    "词典把握不足，请某角色确定类别。"
  ],
  reclassified: ["A person corrected or confirmed the classification.", "有人更正或确认了分类。"],
  "facts-suggested": [
    "The given facts would reduce the requirements of the case, so they wait for a person with the authority.",
    "所告知的内容会减少本案的要求，留待有权者决定。"
  ],
  "facts-recorded": ["Facts, or the kind of the cause, were recorded.", "记录了事实或根因性质。"],
  "customer-wrote": ["The customer sent another message.", "客户又来信。"],
  "customer-told": ["Staff told the customer something outside a gate.", "员工在关口之外告知客户。"],
  "note-added": ["A note for the staff.", "员工内部备注。"],
  "case-linked": [
    "The case belongs to a problem, has the same cause as another case, or recurred as another case.",
    "案件计入同因问题，或与另一件同因，或再发为另一件。"
  ],
  "case-unlinked": [
    "The case no longer belongs to a problem, because its category or facts changed.",
    "类别或事实有变，案件不再计入原同因问题。"
  ],
  "problem-told": [
    "The problem notified its cases of its number of customers and cases, or that the prevention of one case is in place.",
    "同因问题把客户数和件数，或某一案件的预防落实，告知各案件。"
  ],
  "problem-progressed": [
    "The prevention on this case is in place, or has proved effective. The other cases of the problem are notified.",
    "本案的预防已落实或已证明有效，将告知同因各案件。"
  ],
  "problem-closed": [
    "Prevention proved effective on one case, which closes the problem.",
    "某一案件的预防已证明有效，同因问题结束。"
  ]
}

const grade: Says<GradeEvents> = {
  "override-ended": ["The time for a level that a person had set is over.", "人工设定的等级有效期已过。"],
  graded: ["The first grades of every dimension, each with its rule.", "首次定级，各维度附所依据的规则。"],
  regraded: [
    "The level of one dimension changed because of facts, of the problem's count, or by a person.",
    "某一维度改级：因事实变化、同因问题的计数或人工更改。"
  ]
}

const ownership: Says<OwnershipEvents> = {
  "owner-assigned": [
    "This person owns the case until it is closed or handed over.",
    "此人为首问人，负责到结案或移交。"
  ],
  "taken-up": ["The owner started work; every act of the owner counts as the start.", "首问人已着手，其任何办理都算。"],
  "collaborator-joined": [
    "This person took up the case just after somebody else, and assists without owning it.",
    "认领时他人已先认领：协同办理，不是首问人。"
  ],
  "deputy-acted": ["The following act was done for an absent owner.", "此后所办的，是代缺席的首问人办理。"],
  "staff-named": ["The customer's words mention members of the staff.", "客户原话点到员工姓名。"],
  recused: [
    "This person must not act on the case any more. Somebody else owns it.",
    "此人须回避：案件转由他人负责，其不得再经办。"
  ],
  "on-call-asked": [
    "The owner is off duty and the case is urgent. The owner stays accountable until somebody on call accepts.",
    "首问人已下班而案件紧急；值班人接收之前仍由原首问人负责。"
  ],
  "on-call-accepted": ["Somebody on call owns the case now.", "值班人成为首问人。"],
  "on-call-lapsed": [
    "The person did not accept. The next one is asked, unless the case has ended.",
    "值班人未接收，转请下一位；案件已结束的除外。"
  ],
  "department-asked": [
    "The responsible department is known. With `dueAt` it has to complete its part of the team's work by then.",
    "确定责任部门；有 `dueAt` 时，为该部门须在此前完成小组中自己的部分。"
  ],
  "department-answered": ["A department's part is done.", "部门负责的部分已完成。"],
  "team-formed": [
    "The owner coordinates, and each department concerned has a part.",
    "首问人协调，各涉及部门各负其责。"
  ],
  delegated: [
    "Authority on this case is lent until a date. Later decisions are judged without it.",
    "本案的权限委托至某时；此后所作的决定不再有效。"
  ],
  "handover-offered": [
    "The handover waits for the receiver to accept. Until then the owner stays the same.",
    "等待对方接收，期间仍由原首问人负责。"
  ],
  "handover-accepted": ["The receiver owns the case now.", "接收人成为首问人。"],
  "handover-declined": [
    "The handover was declined or withdrawn. The owner stays the same.",
    "对方谢绝或移交人收回，原首问人继续负责。"
  ],
  "handover-lapsed": [
    "Nobody accepted in time, or the case has ended. The owner stays the same.",
    "无人按时接收或案件已结束，原首问人继续负责。"
  ],
  "arbiter-called": [
    "The case was handed over too often, so one person decides who owns it.",
    "移交次数用完，请裁决人决定由谁负责。"
  ]
}

const gate: Says<GateEvents> = {
  "gate-opened": [
    "The gates before this one are settled, and this one is needed.",
    "前面的关口已了结，本关口可以办理。"
  ],
  "gate-evidence-shown": ["The evidence is complete. Signatures may still be missing.", "凭据已齐，可能尚待会签。"],
  "gate-signed": ["One of the required signatures was given.", "一方会签。"],
  "gate-passed": ["The evidence is accepted, and all signatures are given.", "凭据被接受，会签已齐。"],
  "explanation-given": [
    "A reason was given instead of evidence, and not everybody has signed it yet.",
    "以理由代替凭据，尚未会签完毕。"
  ],
  "gate-explained": ["A reason replaces the evidence, because the policy allows it.", "策略许可时，以说明代替凭据。"],
  "gate-waived": ["A person with the authority waived the gate, with a reason.", "有权者说明理由后豁免。"],
  "gate-lapsed": [
    "The gate is settled without being passed: too late, silence, or a dissatisfied answer that cannot reopen the case.",
    "未通过而了结：超过时限、客户沉默，或客户不满意但不能重开。"
  ],
  "gate-not-needed": [
    "The condition of the gate is false, another gate replaced it, or the case ended early.",
    "条件不成立、已由另一关口替代，或案件提前结束。"
  ],
  "gate-reopened": ["The gate was sent back and must be passed again.", "被退回，须重新办理。"],
  "order-violated": [
    "The gate was passed before a gate that should come first; the policy only records this.",
    "先于前置关口通过，按策略记录在案。"
  ],
  "proposal-made": ["A round of the proposal began.", "提出一轮方案。"],
  "proposal-agreed": ["The customer agreed.", "客户同意方案。"],
  "proposal-countered": ["The customer asks for a change.", "客户另提意见。"],
  "proposal-refused": [
    "The customer refused. After the last round the arbiter decides.",
    "客户拒绝；轮次用完后由裁决人决定。"
  ],
  "action-planned": [
    "Actions were planned, each with owner, due date, metric and target.",
    "制定措施，附负责人、期限、指标、目标。"
  ],
  "action-done": ["An action is done.", "完成一项措施。"],
  "attempt-made": ["The customer was asked again for confirmation.", "又一次请客户确认。"],
  "silence-ended": [
    "The customer replied in some way. So silence does not close the loop, and the owner is asked to read the reply.",
    "客户以任何方式有了回音：不再因沉默而结束，并请首问人阅读。"
  ],
  "survey-answered": [
    "The customer answered questions of a survey; `skipped` lists those without an answer.",
    "客户回答了问卷中的问题；`skipped` 为未答的题。"
  ],
  "verification-failed": [
    "The cause came back in the observation period, or the metric was missed.",
    "观察期内同一原因再发，或指标未达到。"
  ],
  "case-flagged": [
    "Prevention failed on a case with the same cause, so the measures here may have failed too.",
    "同因案件的预防未见效，本案的措施也可能无效。"
  ]
}

const clock: Says<ClockEvents> = {
  "clock-started": [
    "A promise or a timer started, with its due time and its points.",
    "承诺或定时开始，附时限和各时点。"
  ],
  "clock-paused": ["The clock is paused for a reason that the policy lists.", "因策略所列理由暂停计时。"],
  "clock-resumed": ["The pause is over.", "暂停结束。"],
  "pause-capped": ["The pause reached its longest time, and the clock runs again.", "暂停到上限，恢复计时。"],
  "clock-reminded": ["The point of a reminder was reached.", "到达提醒时点。"],
  "clock-escalated": [
    "An escalation step was reached, and these people were notified.",
    "到达升级时点，已知会这些人。"
  ],
  "clock-met": ["The promise was kept in time or late; for a timer, its time is up.", "承诺达成；定时则为时限已到。"],
  "clock-missed": [
    "The due time passed. The event happened at the due time itself.",
    "时限已过，发生时刻就是时限本身。"
  ],
  "miss-refuted": [
    "A late record shows that the promise was kept in time. The missed deadline stays on record and is counted apart.",
    "补录表明当时已达成；超期保留，另行统计。"
  ],
  "clock-extended": ["The due time was extended, on a request before it was due.", "到期前申请延期，时限后移。"],
  "deadline-moved": [
    "The due time moved because of a regrade, another owner's hours, a date that a person set, a calendar or a policy.",
    "因改级、首问人变更、人工期限、换历或换版而移动时限。"
  ],
  "clock-kept": ["The case was moved to another version, and this due time did not change.", "案件换版，本时限不变。"],
  "clock-cancelled": ["The clock is no longer needed.", "不再需要计时。"]
}

const watch: Says<WatchEvents> = {
  "alarm-raised": ["The condition of an alarm became true.", "警报的条件成立。"],
  "alarm-cleared": [
    "The condition is no longer true, so the alarm can be raised again.",
    "条件不再成立，警报可再次触发。"
  ],
  "assumption-broken": [
    "The case contradicts an `assume` of the policy; recorded once.",
    "案件出现了 `assume` 认定绝不出现的情形；只记一次。"
  ]
}

const authority: Says<AuthorityEvents> = {
  compensated: ["Money was granted, in minor units of the currency.", "给予补偿，单位为货币最小单位。"],
  discounted: ["A discount was granted, in basis points.", "给予折扣，单位为万分之一。"],
  "resources-granted": ["Units of resources were granted.", "给予资源，单位为份。"],
  "approval-asked": [
    "The act is above the actor's limit. It is accepted and waits for the lowest role that may approve it.",
    "超出权限：已受理，等待有权的最低角色审批。"
  ],
  approved: ["A person with the authority approved the request, and it is executed.", "另一位有权者批准，随即执行。"],
  denied: ["The request was denied.", "申请被驳回。"],
  "approval-lapsed": [
    "Nobody decided in time. The next higher role is asked, or the request is denied.",
    "逾期未批：转上一级，或驳回。"
  ],
  "approval-ended": [
    "The subject of the request has ended: the case, its loop, a gate or a clock. Nobody can approve it any more.",
    "所请事项已终止：案件、闭环、关口或时钟已结束，不能再批准。"
  ],
  "spot-check-drawn": [
    "A decision was selected for a spot check. The selection follows from the policy's content and the decision's id.",
    "某项决定被抽中；是否抽中由策略内容和决定编号推定。"
  ],
  "spot-check-found": ["The reviewer found the decision right or wrong.", "复查认定该决定正确或有误。"],
  "demands-reduced": [
    "This command reduced the requirements of the case: gates, grades or deadlines, with the authority that was used.",
    "此命令减少了本案的要求：关口、等级、时限，并记下所用权限。"
  ],
  "command-refused": [
    "A refused command that must be on record: authority, pauses, closing without a gate.",
    "须记录在案的拒绝：权限、暂停、越过关口结案。"
  ]
}

const lifecycle: Says<LifecycleEvents> = {
  "loop-chosen": ["The loop for this kind of case was chosen.", "确定此类案件所走的闭环路径。"],
  "customer-loop-closed": ["The customer has an answer, with this outcome.", "客户闭环结束，附结局。"],
  "system-loop-closed": ["All gates of the system loop are settled.", "改进闭环结束。"],
  "case-closed": ["Both loops are closed.", "两个闭环都已结束。"],
  "case-reopened": ["A loop went back to this gate, with the reason.", "某闭环退回此关口，附原因。"],
  "customer-confirmed": ["The customer says that the matter is resolved.", "客户确认已解决。"],
  "customer-dissatisfied": ["The customer says that the matter is not resolved.", "客户表示未解决。"],
  "reopening-parked": [
    "A reply of the customer would reopen the case too often. It is kept, and a person decides.",
    "客户来信会使案件重开过于频繁：原话留存，由人工决定。"
  ],
  "reopening-dismissed": [
    "A person decided to leave the case closed, or the case has ended for good.",
    "人工看过，案件不再重开；或案件已彻底结束。"
  ],
  "case-turned-away": [
    "The case was not accepted, with the reason. The customer loop is closed.",
    "不予受理，附理由，客户闭环结束。"
  ],
  "case-forwarded": [
    "The case was passed to another organisation. The customer loop is closed here.",
    "转交其他机构，本方客户闭环结束。"
  ],
  "case-withdrawn": [
    "The customer withdrew the feedback. Gates of the system loop stay.",
    "客户撤回；改进闭环的关口仍在。"
  ]
}

const record: Says<RecordEvents> = {
  "record-expired": [
    "The retention time is over, and the case takes no more commands.",
    "`retention` 规定的保存期已满，案件不再接受命令。"
  ],
  "customer-erased": [
    "The customer's key was destroyed. Their personal data is unreadable in every copy, and the record can still be verified.",
    "客户密钥已销毁，个人信息在所有副本中不再可读，档案仍可校验。"
  ]
}

const version: Says<VersionEvents> = {
  "policy-moved": ["A person moved the case to another version of the policy.", "有人把案件换到策略的另一版本。"],
  "calendars-moved": [
    "The case now uses calendars that were published or changed since.",
    "案件改按新公布或更改的日历计时。"
  ]
}

const message: Says<MessageEvents> = {
  "message-queued": [
    "A message was written and waits in the outbox. The record has its text.",
    "消息已成文待发，记录保存其内容。"
  ],
  "message-handed-over": ["The channel accepted the message.", "渠道已接收。"],
  "message-bounced": [
    "The message was not delivered. The gate that sent it is open again.",
    "未送达；以它告知的关口重新办理。"
  ]
}

const problem: Says<ProblemEvents> = {
  "case-counted": ["A complaint with this cause was added to the count.", "计入一件同因投诉。"],
  "case-uncounted": ["A case no longer belongs to the problem.", "某案件不再属于此问题。"],
  "problem-opened": ["`open-when` is true, so the problem is opened.", "立项条件成立，正式立项。"],
  "problem-progressed": ["Prevention is in place on one of its cases.", "其中一件的预防已落实。"],
  "problem-closed": ["Prevention has proved effective.", "预防已证明有效。"],
  "members-told": [
    "The count passed a bound of a table, so every case of the problem is notified.",
    "计数越过规则所读的界限，告知全部案件。"
  ]
}

const groups: readonly (readonly [title: Both, says: Readonly<Record<string, Both>>])[] = [
  [["Feedback and classification", "反馈与判定"], intake],
  [["Grades", "定级"], grade],
  [["Ownership", "首问负责"], ownership],
  [["Gates", "关口"], gate],
  [["Clocks", "时钟"], clock],
  [["Authority", "授权"], authority],
  [["Loops", "闭环"], lifecycle],
  [["Versions", "换版"], version],
  [["The record", "档案"], record],
  [["Alarms and assumptions", "警报与前提"], watch],
  [["Messages", "消息"], message]
]

const keys = (e: CaseEvent): string =>
  Object.keys(e)
    .filter((key) => key !== "event" && key !== "at" && key !== "why")
    .map((key) => `\`${key}\``)
    .join(" ")

const cell = (text: string): string => text.replaceAll("|", "\\|")

const row = (name: string, [en, zh]: Both): string => {
  const sample = samples[name as EventName] as CaseEvent
  const line = (language: "en" | "zh-CN"): string => cell(event(sample, language, view))
  return `| \`${name}\` | ${en}<br>${zh} | ${keys(sample)} | ${line("en")}<br>${line("zh-CN")} |`
}

const section = ([[en, zh], says]: (typeof groups)[number]): string =>
  [
    `## ${en} · ${zh}`,
    "",
    "| event | says · 说明 | body | reads · 读作 |",
    "|---|---|---|---|",
    ...Object.entries(says).map(([name, both]) => row(name, both))
  ].join("\n")

/** Names of the events that the page tells, in its order. */
export const names = groups.flatMap(([, says]) => Object.keys(says))

export const page = (): string =>
  `${[
    "# Events",
    [
      "These events are on the record of a case. Names are past tense in kebab-case, the same in code and in files.",
      "Every event has `event`, `at` (when it happened) and, if a rule made it, `why` (the path of that rule in the policy).",
      "The engine also stores the actor, the command and the instant of recording.",
      "The column `body` lists the fields of an example, so optional fields may be missing."
    ].join("\n"),
    "案件记录中的事件。每个事件都有 `event`、`at`（发生时刻），由规则产生的还有 `why`（规则在策略中的路径）。",
    "This page is generated from the code; a test fails if an event is missing.",
    ...groups.map(section),
    [
      "## Problems · 同因问题",
      "",
      "Events of the stream of a problem.",
      "",
      "| event | says · 说明 |",
      "|---|---|",
      ...Object.entries(problem).map(([name, [en, zh]]) => `| \`${name}\` | ${en}<br>${zh} |`)
    ].join("\n")
  ].join("\n\n")}\n`
