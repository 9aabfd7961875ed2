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
    "A case exists, pinned to the policy of that moment; it holds the feedback as it came.",
    "立案，锁定当时的策略，保存反馈原样。"
  ],
  "feedback-joined": [
    "The same thing said again, or another case merged, joins here; same owner, same promises.",
    "同一事项再次反映，或另一件并入，归到本案；首问人与承诺不变。"
  ],
  "question-asked": [
    "What the form requires did not come, or the words were too vague; the customer was asked.",
    "必填项未到或说法含糊，已向客户提问。"
  ],
  "category-suggested": [
    "Further words read otherwise than what a person set, or the dictionary was sure of; nothing is changed.",
    "后来的文字与人工或已有把握的分类不同，只作建议，不改动。"
  ],
  "event-happened": ["The host reported an event of its own.", "业务系统通报了自己的事件。"],
  "survey-due": [
    "The customer is to be asked by an active channel, if nothing speaks against it.",
    "应通过主动渠道询问客户，是否询问另行判定。"
  ],
  "case-split": ["A part goes on in a case of its own.", "一部分转为单独的案件。"],
  "case-followed": [
    "What the customer said after the end, too late to reopen, opened another case.",
    "结束后且已过重开时限的反馈，另立一案。"
  ],
  "case-merged": ["The case goes on in another, which answers both customers.", "本案并入另一件，由其答复双方客户。"],
  classified: [
    "Kind, category, emotion and signals were read from the words and the score, with the words that decided.",
    "由文字和评分判定性质、类别、情绪和信号词，并记下起决定作用的用语。"
  ],
  "review-asked": [
    "The dictionary was not sure enough, so a role is asked for the category.",
    "词典把握不足，请某角色确定类别。"
  ],
  reclassified: ["A person corrected or confirmed the classification.", "有人更正或确认了分类。"],
  "facts-suggested": [
    "What was told would leave the case demanding less: it waits for whoever may decide that.",
    "所告知的内容会减少本案的要求，留待有权者决定。"
  ],
  "facts-recorded": ["Facts, or the nature of the cause, became known.", "记录了事实或根因性质。"],
  "customer-wrote": ["The customer said more.", "客户又来信。"],
  "customer-told": ["Staff told the customer something outside a gate.", "员工在关口之外告知客户。"],
  "note-added": ["A note for the staff.", "员工内部备注。"],
  "case-linked": [
    "The case belongs to a problem, shares a cause with another case, or came back as one.",
    "案件计入同因问题，或与另一件同因，或再发为另一件。"
  ],
  "case-unlinked": [
    "The case no longer belongs to a problem, since its category or facts changed.",
    "类别或事实有变，案件不再计入原同因问题。"
  ],
  "problem-told": [
    "The problem told its members how many customers and cases it counts, or that one of them has prevention in place.",
    "同因问题把客户数和件数，或某一案件的预防落实，告知各案件。"
  ],
  "problem-progressed": [
    "What prevents the cause is in place, or has proved effective, on this case: the others learn of it.",
    "本案的预防已落实或已证明有效，将告知同因各案件。"
  ],
  "problem-closed": [
    "Prevention proved effective on one case, which closes the problem.",
    "某一案件的预防已证明有效，同因问题结束。"
  ]
}

const grade: Says<GradeEvents> = {
  "override-ended": ["A level that a person set has stood its time.", "人工设定的等级有效期已过。"],
  graded: ["The first grades of every dimension, each with its rule.", "首次定级，各维度附所依据的规则。"],
  regraded: [
    "One dimension changed, by facts, by the problem's count or by a person.",
    "某一维度改级：因事实变化、同因问题的计数或人工更改。"
  ]
}

const ownership: Says<OwnershipEvents> = {
  "owner-assigned": [
    "This person answers for the case until it is closed or handed over.",
    "此人为首问人，负责到结案或移交。"
  ],
  "taken-up": ["The owner began; whatever the owner does counts.", "首问人已着手，其任何办理都算。"],
  "collaborator-joined": [
    "Took the case up when somebody else just had: works along, does not own.",
    "认领时他人已先认领：协同办理，不是首问人。"
  ],
  "deputy-acted": [
    "What follows was done in the name of an owner who is away or whose shift is over.",
    "此后所办的，是代缺席的首问人办理。"
  ],
  "staff-named": ["The customer's words name people of the staff.", "客户原话点到员工姓名。"],
  recused: [
    "This person must not act on the case: somebody else owns it, and they have no further say in it.",
    "此人须回避：案件转由他人负责，其不得再经办。"
  ],
  "on-call-asked": [
    "The owner is off duty and the case is urgent; the owner answers until somebody on call accepts.",
    "首问人已下班而案件紧急；值班人接收之前仍由原首问人负责。"
  ],
  "on-call-accepted": ["Somebody on call owns the case now.", "值班人成为首问人。"],
  "on-call-lapsed": [
    "They did not accept; the next is asked, unless the case has ended.",
    "值班人未接收，转请下一位；案件已结束的除外。"
  ],
  "department-asked": [
    "The department that must act is known; with `dueAt`, a department owes its part of the team's work by then.",
    "确定责任部门；有 `dueAt` 时，为该部门须在此前完成小组中自己的部分。"
  ],
  "department-answered": ["A department's part is done.", "部门负责的部分已完成。"],
  "team-formed": [
    "The owner coordinates, the departments concerned each owe a part.",
    "首问人协调，各涉及部门各负其责。"
  ],
  delegated: [
    "Powers lent on this case until a date; a decision after it is judged without them.",
    "本案的权限委托至某时；此后所作的决定不再有效。"
  ],
  "handover-offered": [
    "Waiting for the receiver to accept; the giver still owns.",
    "等待对方接收，期间仍由原首问人负责。"
  ],
  "handover-accepted": ["The receiver owns the case now.", "接收人成为首问人。"],
  "handover-declined": [
    "Declined or taken back: the giver keeps the case.",
    "对方谢绝或移交人收回，原首问人继续负责。"
  ],
  "handover-lapsed": [
    "Nobody accepted in time, or the case has ended; the giver keeps it.",
    "无人按时接收或案件已结束，原首问人继续负责。"
  ],
  "arbiter-called": ["Handed over too often: one person decides who owns it.", "移交次数用完，请裁决人决定由谁负责。"]
}

const gate: Says<GateEvents> = {
  "gate-opened": ["What comes before is settled and the gate is needed.", "前面的关口已了结，本关口可以办理。"],
  "gate-evidence-shown": ["The evidence is complete; signatures may still be missing.", "凭据已齐，可能尚待会签。"],
  "gate-signed": ["One of the signatures that the gate asks for.", "一方会签。"],
  "gate-passed": ["The evidence is accepted and every signature stands.", "凭据被接受，会签已齐。"],
  "explanation-given": [
    "A reason was given instead of evidence, and not everybody has signed it yet.",
    "以理由代替凭据，尚未会签完毕。"
  ],
  "gate-explained": [
    "A reason stands instead of the evidence, where the policy allows it.",
    "策略许可时，以说明代替凭据。"
  ],
  "gate-waived": ["Somebody with the authority let the gate go, with a reason.", "有权者说明理由后豁免。"],
  "gate-lapsed": [
    "Settled without being passed: too late, silence, or a dissatisfied answer that reopens nothing.",
    "未通过而了结：超过时限、客户沉默，或客户不满意但不能重开。"
  ],
  "gate-not-needed": [
    "Its condition does not hold, another gate took its place, or the case ended early.",
    "条件不成立、已由另一关口替代，或案件提前结束。"
  ],
  "gate-reopened": ["It was sent back and must be shown again.", "被退回，须重新办理。"],
  "order-violated": [
    "It was passed before what it comes after, which the policy records.",
    "先于前置关口通过，按策略记录在案。"
  ],
  "proposal-made": ["One round of proposing began.", "提出一轮方案。"],
  "proposal-agreed": ["The customer agreed.", "客户同意方案。"],
  "proposal-countered": ["The customer asks for a change.", "客户另提意见。"],
  "proposal-refused": [
    "The customer refused; after the last round the arbiter decides.",
    "客户拒绝；轮次用完后由裁决人决定。"
  ],
  "action-planned": ["Actions with owner, due, metric and target.", "制定措施，附负责人、期限、指标、目标。"],
  "action-done": ["An action is done.", "完成一项措施。"],
  "attempt-made": ["The customer was asked for a confirmation once more.", "又一次请客户确认。"],
  "silence-ended": [
    "The customer said something, in whatever way: no silence closes the loop, and the owner is asked to read it.",
    "客户以任何方式有了回音：不再因沉默而结束，并请首问人阅读。"
  ],
  "survey-answered": [
    "The customer answered questions of a survey; `skipped` are those they passed over.",
    "客户回答了问卷中的问题；`skipped` 为未答的题。"
  ],
  "verification-failed": [
    "The cause came back while it was being watched, or the metric was missed.",
    "观察期内同一原因再发，或指标未达到。"
  ],
  "case-flagged": [
    "Prevention failed on a case of the same cause: what was done here may have failed as well.",
    "同因案件的预防未见效，本案的措施也可能无效。"
  ]
}

const clock: Says<ClockEvents> = {
  "clock-started": ["A promise or a timer began, with its due and its marks.", "承诺或定时开始，附时限和各时点。"],
  "clock-paused": ["The clock waits for a reason that the policy lists.", "因策略所列理由暂停计时。"],
  "clock-resumed": ["The waiting is over.", "暂停结束。"],
  "pause-capped": ["The pause reached its cap, and the clock runs again.", "暂停到上限，恢复计时。"],
  "clock-reminded": ["A reminder's point was reached.", "到达提醒时点。"],
  "clock-escalated": ["A step of the escalation was reached; these people were told.", "到达升级时点，已知会这些人。"],
  "clock-met": ["What was promised happened; for a timer, its time is up.", "承诺达成；定时则为时限已到。"],
  "clock-missed": ["The due passed; the instant it happened is the due itself.", "时限已过，发生时刻就是时限本身。"],
  "miss-refuted": [
    "A late record shows that it was met in time; the miss stays and is counted apart.",
    "补录表明当时已达成；超期保留，另行统计。"
  ],
  "clock-extended": ["The due moved by an extension, asked before it was due.", "到期前申请延期，时限后移。"],
  "deadline-moved": [
    "The due moved by a regrade, another owner's hours, a date that a person set, a calendar or a policy.",
    "因改级、首问人变更、人工期限、换历或换版而移动时限。"
  ],
  "clock-kept": ["The case was moved to another version, and this due stays as it was.", "案件换版，本时限不变。"],
  "clock-cancelled": ["Nothing is owed on it any more.", "不再需要计时。"]
}

const watch: Says<WatchEvents> = {
  "alarm-raised": ["The condition of an alarm became true.", "警报的条件成立。"],
  "alarm-cleared": ["It is no longer true: the alarm is armed again.", "条件不再成立，警报可再次触发。"],
  "assumption-broken": [
    "The case shows what an `assume` takes never to happen; said once.",
    "案件出现了 `assume` 认定绝不出现的情形；只记一次。"
  ]
}

const authority: Says<AuthorityEvents> = {
  compensated: ["Money was granted, in minor units of the currency.", "给予补偿，单位为货币最小单位。"],
  discounted: ["A discount was granted, in basis points.", "给予折扣，单位为万分之一。"],
  "resources-granted": ["Units of resources were granted.", "给予资源，单位为份。"],
  "approval-asked": [
    "Over the actor's limit: accepted, waiting for the lowest role that may.",
    "超出权限：已受理，等待有权的最低角色审批。"
  ],
  approved: ["Somebody else with enough authority approved; the request is then done.", "另一位有权者批准，随即执行。"],
  denied: ["The request will not be done.", "申请被驳回。"],
  "approval-lapsed": [
    "Unanswered: the next higher role is asked, or the request is denied.",
    "逾期未批：转上一级，或驳回。"
  ],
  "approval-ended": [
    "What was asked for has ended: the case, its loop, a gate or a clock. Nobody can approve it any more.",
    "所请事项已终止：案件、闭环、关口或时钟已结束，不能再批准。"
  ],
  "spot-check-drawn": [
    "A decision is in the sample; who it is follows from the policy's content and the decision's id.",
    "某项决定被抽中；是否抽中由策略内容和决定编号推定。"
  ],
  "spot-check-found": ["Whoever looked at it again found it right or wrong.", "复查认定该决定正确或有误。"],
  "demands-reduced": [
    "By this command the case demands less: gates, grades, deadlines, with the powers that it took.",
    "此命令减少了本案的要求：关口、等级、时限，并记下所用权限。"
  ],
  "command-refused": [
    "A refusal that belongs on file: authority, pauses, closing past a gate.",
    "须记录在案的拒绝：权限、暂停、越过关口结案。"
  ]
}

const lifecycle: Says<LifecycleEvents> = {
  "loop-chosen": ["The loop that cases of this kind go through.", "确定此类案件所走的闭环路径。"],
  "customer-loop-closed": ["The customer has their answer, with this outcome.", "客户闭环结束，附结局。"],
  "system-loop-closed": ["What the policy asks for on the cause is shown.", "改进闭环结束。"],
  "case-closed": ["Both loops are closed.", "两个闭环都已结束。"],
  "case-reopened": ["A loop went back to this gate, with the cause.", "某闭环退回此关口，附原因。"],
  "customer-confirmed": ["The customer says that it was put right.", "客户确认已解决。"],
  "customer-dissatisfied": ["The customer says that it was not.", "客户表示未解决。"],
  "reopening-parked": [
    "The customer's word would reopen the case too often: it is kept, and a person decides.",
    "客户来信会使案件重开过于频繁：原话留存，由人工决定。"
  ],
  "reopening-dismissed": [
    "A person looked at it and the case stays closed, or it has ended for good.",
    "人工看过，案件不再重开；或案件已彻底结束。"
  ],
  "case-turned-away": [
    "It was not accepted, with the reason; the customer loop is over.",
    "不予受理，附理由，客户闭环结束。"
  ],
  "case-forwarded": [
    "Another body answers for it; the customer loop is over here.",
    "转交其他机构，本方客户闭环结束。"
  ],
  "case-withdrawn": ["The customer withdrew; gates of the system loop survive.", "客户撤回；改进闭环的关口仍在。"]
}

const record: Says<RecordEvents> = {
  "record-expired": [
    "The time that `retention` keeps it is over: the case takes no more commands.",
    "`retention` 规定的保存期已满，案件不再接受命令。"
  ],
  "customer-erased": [
    "The customer's key was destroyed; what was personal is gone from every copy, the record still verifies.",
    "客户密钥已销毁，个人信息在所有副本中不再可读，档案仍可校验。"
  ]
}

const version: Says<VersionEvents> = {
  "policy-moved": ["A person moved the case to another version of the policy.", "有人把案件换到策略的另一版本。"],
  "calendars-moved": [
    "The case counts by calendars that were published or changed since.",
    "案件改按新公布或更改的日历计时。"
  ]
}

const message: Says<MessageEvents> = {
  "message-queued": [
    "A message was rendered and waits in the outbox; the record holds what it says.",
    "消息已成文待发，记录保存其内容。"
  ],
  "message-handed-over": ["The channel took it.", "渠道已接收。"],
  "message-bounced": ["It did not arrive; a gate that it told is open again.", "未送达；以它告知的关口重新办理。"]
}

const problem: Says<ProblemEvents> = {
  "case-counted": ["A complaint of this cause was counted in.", "计入一件同因投诉。"],
  "case-uncounted": ["A case belongs here no longer.", "某案件不再属于此问题。"],
  "problem-opened": ["`open-when` holds: it is more than a list of cases now.", "立项条件成立，正式立项。"],
  "problem-progressed": ["Prevention is in place on one of its cases.", "其中一件的预防已落实。"],
  "problem-closed": ["Prevention has proved effective.", "预防已证明有效。"],
  "members-told": [
    "A bound that a table reads was crossed, and every member is told.",
    "计数越过规则所读的界限，告知全部案件。"
  ]
}

const groups: readonly (readonly [title: Both, says: Readonly<Record<string, Both>>])[] = [
  [["What was said and what is known", "反馈与判定"], intake],
  [["Grades", "定级"], grade],
  [["Ownership", "首问负责"], ownership],
  [["Gates", "关口"], gate],
  [["Clocks", "时钟"], clock],
  [["Authority", "授权"], authority],
  [["Loops", "闭环"], lifecycle],
  [["Versions", "换版"], version],
  [["The record", "档案"], record],
  [["Watching", "监视"], watch],
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
