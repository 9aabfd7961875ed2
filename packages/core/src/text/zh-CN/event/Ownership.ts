import type { OwnershipEvents } from "../../../case/track/Ownership.ts"
import { custodian } from "../../../people/Actor.ts"
import { opt } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const ownership: EventLines<OwnershipEvents> = {
  "owner-assigned": (event, wording) =>
    event.owner === custodian
      ? "没有找到首问人，案件等待认领"
      : event.as === "lead"
        ? zh`原首问人已离任，由 ${wording.who(event.owner)} 任首问人，等待认领`
        : event.as === "arbiter"
          ? zh`经裁决，由 ${wording.who(event.owner)} 任首问人`
          : zh`${wording.who(event.owner)} 为首问人${event.takenUp ? "" : "，等待认领"}`,
  "taken-up": (e, v) => zh`${v.who(e.by)} 已认领`,
  "collaborator-joined": (e, v) => zh`${v.who(e.owner)} 已先认领，${v.who(e.by)} 协同办理`,
  "deputy-acted": (e, v) => zh`首问人 ${v.who(e.for)} 缺席，由 ${v.who(e.by)} 代办：${v.word("verb", e.asked)}`,
  "staff-named": (e, v) => zh`客户提到 ${v.list(e.people.map(v.who))}`,
  recused: (e, v) => zh`${e.named ? "客户点名，" : ""}${v.who(e.person)} 须回避，案件转由他人负责`,
  "on-call-asked": (e, v) => zh`${v.who(e.owner)} 已下班，请值班的 ${v.who(e.to)} 接手`,
  "on-call-accepted": (e, v) => zh`值班的 ${v.who(e.to)} 已接收，由其负责`,
  "on-call-lapsed": (e, v) => zh`值班的 ${v.who(e.to)} 未接手${v.why(e.reason)}`,
  "department-asked": (event, wording) =>
    event.dueAt === undefined
      ? zh`责任部门为 ${wording.title("department", event.department)}${opt(event.contact, (c) => zh`（对接人 ${wording.who(c)}）`)}`
      : zh`请 ${wording.title("department", event.department)} 部门${opt(event.contact, (c) => zh`（对接人 ${wording.who(c)}）`)} 在 ${wording.due(event.dueAt, event.at)} 前答复`,
  "department-answered": (event, wording) =>
    zh`${wording.who(event.by)} 报告 ${wording.title("department", event.department)} 部门已完成所负责的部分${wording.why(event.text)}`,
  "team-formed": (event, wording) =>
    zh`以 ${wording.who(event.owner)} 为协调人组建虚拟小组${event.members.length === 0 ? "" : `：${wording.list(event.members.map(wording.who))}`}`,
  delegated: (event, wording) =>
    zh`${wording.who(event.from)} 将 ${wording.list(event.roles.map(wording.role))} 在本案的权限委托给 ${wording.who(event.to)}，至 ${wording.due(event.until, event.at)}${wording.why(event.reason)}`,
  "handover-offered": (e, v) => zh`${v.who(e.from)} 请 ${v.who(e.to)} 接手${v.why(e.reason)}`,
  "handover-accepted": (e, v) => zh`${v.who(e.to)} 已接收移交`,
  "handover-declined": (e, v) => zh`${v.who(e.by)} ${e.takenBack ? "收回移交" : "拒绝接收移交"}${v.why(e.reason)}`,
  "handover-lapsed": (event, wording) =>
    event.dueAt === undefined
      ? zh`移交终止${wording.why(event.reason)}`
      : zh`截至 ${wording.due(event.dueAt, event.at)} 无人接收移交，仍由原首问人负责`,
  "arbiter-called": (e, v) => zh`${e.hops === 0 ? "" : `已移交 ${e.hops} 次，`}请 ${v.who(e.arbiter)} 裁决由谁负责`
}
