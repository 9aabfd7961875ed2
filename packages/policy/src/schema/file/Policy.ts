/** The schema of a policy file, a pack, or a part of one: every section of the language. */
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

/** The schema of a policy file. */
export const Policy = mapOf("Policy", {
  hearback: must(Schema.Literal(newestVersion), "闭环"),
  policy: perhaps(Name, "策略"),
  pack: perhaps(Name, "策略包"),
  "part-of": perhaps(Name, "属于"),
  version: perhaps(Whole, "版本"),
  title: may(Text, "名称"),
  language: perhaps(LanguageTag, "语言"),
  extends: perhaps(SomeWords, "继承"),
  parts: perhaps(SomeWords, "分文件"),
  effective: may(DateText, "生效日"),
  sources: may(Sources, "来源"),
  "time-zone": may(Word, "时区"),
  currency: may(Word, "币种"),
  roles: may(Roles, "角色"),
  departments: may(Departments, "部门"),
  customers: may(Customers, "客户"),
  facts: may(Facts, "事实"),
  events: may(MomentNames, "事件"),
  calendars: may(Calendars, "日历表"),
  assume: may(Assume, "前提"),
  channels: may(Channels, "渠道"),
  intake: may(Intake, "受理"),
  dictionary: may(Dictionary, "词典"),
  grading: may(Grading, "定级"),
  ownership: may(Ownership, "首问负责"),
  "gate-defaults": may(Gate, "关口通则"),
  "clock-defaults": may(Clock, "时钟通则"),
  alarms: may(Alarms, "警报"),
  loops: may(Loops, "闭环路径"),
  endings: may(Endings, "提前结束"),
  clocks: may(namesOf("Clocks", MomentName, Clock), "时钟"),
  authority: may(Authority, "授权"),
  problems: may(Problems, "同因问题"),
  messages: may(Messages, "消息"),
  sending: may(Sending, "发送规则"),
  learning: may(Learning, "复盘改进"),
  retention: may(Retention, "档案保存"),
  "accepted-findings": may(AcceptedFindings, "已知例外")
})

/** A policy file as plain JSON. */
export type PolicyDocument = typeof Policy.Encoded
