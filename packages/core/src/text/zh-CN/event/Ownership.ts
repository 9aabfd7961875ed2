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
  "taken-up": (event, wording) => zh`${wording.who(event.by)} 已认领`,
  "collaborator-joined": (event, wording) =>
    zh`${wording.who(event.owner)} 已先认领，${wording.who(event.by)} 协同办理`,
  "deputy-acted": (event, wording) =>
    zh`首问人 ${wording.who(event.for)} 缺席，由 ${wording.who(event.by)} 代办：${wording.word("verb", event.asked)}`,
  "staff-named": (event, wording) => zh`客户提到 ${wording.list(event.people.map(wording.who))}`,
  recused: (event, wording) =>
    zh`${event.named ? "客户点名，" : ""}${wording.who(event.person)} 须回避，案件转由他人负责`,
  "on-call-asked": (event, wording) => zh`${wording.who(event.owner)} 已下班，请值班的 ${wording.who(event.to)} 接手`,
  "on-call-accepted": (event, wording) => zh`值班的 ${wording.who(event.to)} 已接收，由其负责`,
  "on-call-lapsed": (event, wording) => zh`值班的 ${wording.who(event.to)} 未接手${wording.why(event.reason)}`,
  "department-asked": (event, wording) =>
    event.dueAt === undefined
      ? zh`责任部门为 ${wording.title("department", event.department)}${opt(event.contact, (c) => zh`（对接人 ${wording.who(c)}）`)}`
      : zh`请 ${wording.title("department", event.department)}${opt(event.contact, (c) => zh`（对接人 ${wording.who(c)}）`)} 在 ${wording.due(event.dueAt, event.at)} 前答复`,
  "department-answered": (event, wording) =>
    zh`${wording.who(event.by)} 报告 ${wording.title("department", event.department)} 已完成所负责的部分${wording.why(event.text)}`,
  "team-formed": (event, wording) =>
    zh`以 ${wording.who(event.owner)} 为协调人组建虚拟小组${event.members.length === 0 ? "" : `：${wording.list(event.members.map(wording.who))}`}`,
  delegated: (event, wording) =>
    zh`${wording.who(event.from)} 将 ${wording.list(event.roles.map(wording.role))} 在本案的权限委托给 ${wording.who(event.to)}，至 ${wording.due(event.until, event.at)}${wording.why(event.reason)}`,
  "handover-offered": (event, wording) =>
    zh`${wording.who(event.from)} 请 ${wording.who(event.to)} 接手${wording.why(event.reason)}`,
  "handover-accepted": (event, wording) => zh`${wording.who(event.to)} 已接收移交`,
  "handover-declined": (event, wording) =>
    zh`${wording.who(event.by)} ${event.takenBack ? "收回移交" : "拒绝接收移交"}${wording.why(event.reason)}`,
  "handover-lapsed": (event, wording) =>
    event.dueAt === undefined
      ? zh`移交终止${wording.why(event.reason)}`
      : zh`截至 ${wording.due(event.dueAt, event.at)} 无人接收移交，仍由原首问人负责`,
  "arbiter-called": (event, wording) =>
    zh`${event.hops === 0 ? "" : `已移交 ${event.hops} 次，`}请 ${wording.who(event.arbiter)} 裁决由谁负责`
}
