/** A policy file, a pack, or a part of one: every section of the language. */
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import { Clock } from "../Clock.ts"
import { Dictionary, Grading } from "../Dictionary.ts"
import { Gate } from "../Gate.ts"
import { Assume, Calendars, Channels, Customers, Departments, Facts, Intake, Roles } from "../Intake.ts"
import { Alarms, Endings, Loops } from "../Loop.ts"
import { AcceptedFindings, Learning, Messages, Retention, Sending } from "../Message.ts"
import { mapOf, may, must, namesOf, perhaps } from "../Notation.ts"
import { Authority, Ownership, Problems } from "../Ownership.ts"
import { Sources } from "../Source.ts"
import { DateText, LanguageTag, MomentName, MomentNames, Name, SomeWords, Text, Whole, Word } from "../Value.ts"

export const Policy = mapOf("Policy", ["a policy file", "策略文件"], {
  hearback: must(Schema.Literal(newestVersion), "闭环", "The version of the language.", "语言版本。"),
  policy: perhaps(Name, "策略", "The id of a policy.", "策略标识。"),
  pack: perhaps(Name, "策略包", "The id of a pack, which others extend.", "供他人继承的策略包标识。"),
  "part-of": perhaps(Name, "属于", "The id of the policy that this file is a part of.", "此分文件所属的策略。"),
  version: perhaps(Whole, "版本", "Which edition of a pack this is.", "策略包的第几版。"),
  title: may(Text, "名称", "Its name for people.", "给人看的名称。"),
  language: perhaps(LanguageTag, "语言", "The language of every bare text.", "未注明语言的文字所用语言。"),
  extends: perhaps(SomeWords, "继承", "Packs and files that it lies over.", "所继承的策略包与文件。"),
  parts: perhaps(SomeWords, "分文件", "Further files of this policy.", "本策略的其他文件。"),
  effective: may(DateText, "生效日", "From which date.", "自何日生效。"),
  sources: may(Sources, "来源", "Law and standards that it rests on.", "所依据的法规与标准。"),
  "time-zone": may(Word, "时区", "IANA name of the zone of its dates.", "日期所在时区（IANA）。"),
  currency: may(Word, "币种", "ISO 4217 code of bare amounts.", "未注明币种的金额所用币种（ISO 4217）。"),
  roles: may(Roles, "角色", "Who may.", "角色。"),
  departments: may(Departments, "部门", "Departments and who speaks for them.", "部门及对接人。"),
  customers: may(Customers, "客户", "What customers may agree to.", "客户可同意的事项。"),
  facts: may(Facts, "事实", "Typed things known about a case.", "案件的已知事实。"),
  events: may(MomentNames, "事件", "Events of the host.", "宿主系统的事件。"),
  calendars: may(Calendars, "日历表", "Working time.", "工作时间。"),
  assume: may(Assume, "前提", "What never happens.", "绝不发生的情形。"),
  channels: may(Channels, "渠道", "Where feedback comes from.", "反馈的来源。"),
  intake: may(Intake, "受理", "How feedback becomes a case.", "反馈如何成案。"),
  dictionary: may(Dictionary, "词典", "How words are understood.", "如何理解用语。"),
  grading: may(Grading, "定级", "Dimensions and how their levels are found.", "各维度如何定级。"),
  ownership: may(Ownership, "首问负责", "Who answers for a case.", "谁负责到底。"),
  "gate-defaults": may(Gate, "关口通则", "What every gate says unless it says otherwise.", "各关口的缺省设定。"),
  "clock-defaults": may(Clock, "时钟通则", "What every clock says unless it says otherwise.", "各时钟的缺省设定。"),
  alarms: may(Alarms, "警报", "Conditions that somebody hears of.", "触发知会的条件。"),
  loops: may(Loops, "闭环路径", "What each kind of case must go through.", "各类案件须走的路径。"),
  endings: may(Endings, "提前结束", "How a case ends early.", "案件如何提前结束。"),
  clocks: may(namesOf("Clocks", ["a map of clocks", "时钟表"], MomentName, Clock), "时钟", "Deadlines.", "时限。"),
  authority: may(Authority, "授权", "Who may decide up to what.", "谁可决定多少。"),
  problems: may(Problems, "同因问题", "When cases share one problem.", "何时归为同一问题。"),
  messages: may(Messages, "消息", "What customers and staff are told.", "告知客户与人员的消息。"),
  sending: may(Sending, "发送规则", "When messages leave.", "消息何时发出。"),
  learning: may(Learning, "复盘改进", "What is measured and reviewed.", "衡量与复盘。"),
  retention: may(Retention, "档案保存", "How long records are kept.", "档案保存多久。"),
  "accepted-findings": may(
    AcceptedFindings,
    "已知例外",
    "Warnings that are accepted, with a reason and an end.",
    "已接受的警告、理由与期限。"
  )
})

/** The document of a policy file as plain JSON. */
export type PolicyDocument = typeof Policy.Encoded
