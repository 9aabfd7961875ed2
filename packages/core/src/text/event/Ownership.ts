/** Who is handling the case. */

import type { OwnershipEvents } from "../../case/track/Ownership.ts"
import { custodian } from "../../people/Actor.ts"
import { opt, zh } from "../phrase/Said.ts"
import type { Lines } from "../phrase/Voice.ts"
import { why } from "../phrase/Voice.ts"

export const ownership: Lines<OwnershipEvents> = {
  "owner-assigned": {
    en: (e, v) =>
      e.owner === custodian
        ? "nobody could be found to answer for the case: it waits for somebody to take it up"
        : e.as === "lead"
          ? `the owner has left: ${v.who(e.owner)} is handling the case and is asked to take it up`
          : e.as === "arbiter"
            ? `the arbiter decided: ${v.who(e.owner)} is handling the case`
            : `${v.who(e.owner)} is handling the case${e.takenUp ? "" : " and is asked to take it up"}`,
    "zh-CN": (e, v) =>
      e.owner === custodian
        ? "没有找到首问人，案件等待认领"
        : e.as === "lead"
          ? zh`原首问人已离任，由 ${v.who(e.owner)} 任首问人，等待认领`
          : e.as === "arbiter"
            ? zh`裁决由 ${v.who(e.owner)} 任首问人`
            : zh`${v.who(e.owner)} 为首问人${e.takenUp ? "" : "，等待认领"}`
  },
  "taken-up": {
    en: (e, v) => `${v.who(e.by)} took the case up`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 已认领`
  },
  "collaborator-joined": {
    en: (e, v) => `${v.who(e.by)} works along: ${v.who(e.owner)} had taken the case up first`,
    "zh-CN": (e, v) => zh`${v.who(e.owner)} 已先认领，${v.who(e.by)} 协同办理`
  },
  "deputy-acted": {
    en: (e, v) => `${v.who(e.by)} acted for the absent owner ${v.who(e.for)}: ${v.word("verb", e.asked)}`,
    "zh-CN": (e, v) => zh`首问人 ${v.who(e.for)} 缺席，由 ${v.who(e.by)} 代办：${v.word("verb", e.asked)}`
  },
  "staff-named": {
    en: (e, v) => `the customer speaks of ${v.list(e.people.map(v.who))}`,
    "zh-CN": (e, v) => zh`客户提到 ${v.list(e.people.map(v.who))}`
  },
  recused: {
    en: (e, v) =>
      `${v.who(e.person)} must not act${e.named ? ", since the customer speaks of them" : ""}: the case moves to somebody else`,
    "zh-CN": (e, v) => zh`${e.named ? "客户点名，" : ""}${v.who(e.person)} 须回避，案件转由他人负责`
  },
  "on-call-asked": {
    en: (e, v) => `${v.who(e.owner)} is off duty: ${v.who(e.to)}, on call, is asked to take over`,
    "zh-CN": (e, v) => zh`${v.who(e.owner)} 已下班，请值班的 ${v.who(e.to)} 接手`
  },
  "on-call-accepted": {
    en: (e, v) => `${v.who(e.to)}, on call, accepted and is handling the case`,
    "zh-CN": (e, v) => zh`值班的 ${v.who(e.to)} 已接收，由其负责`
  },
  "on-call-lapsed": {
    en: (e, v) => `${v.who(e.to)}, on call, did not take over${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`值班的 ${v.who(e.to)} 未接手${why(v, e.reason)}`
  },
  "department-asked": {
    en: (e, v) =>
      e.dueAt === undefined
        ? `department ${e.department} must act${opt(e.contact, (c) => ` (contact ${v.who(c)})`)}`
        : `department ${e.department}${opt(e.contact, (c) => ` (contact ${v.who(c)})`)} is asked for its part by ${v.due(e.dueAt, e.at)}`,
    "zh-CN": (e, v) =>
      e.dueAt === undefined
        ? zh`责任部门为 ${e.department}${opt(e.contact, (c) => zh`（对接人 ${v.who(c)}）`)}`
        : zh`请部门 ${e.department}${opt(e.contact, (c) => zh`（对接人 ${v.who(c)}）`)} 在 ${v.due(e.dueAt, e.at)} 前答复`
  },
  "department-answered": {
    en: (e, v) => `${v.who(e.by)} reported the part of department ${e.department} done${why(v, e.text)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 报告部门 ${e.department} 已完成所负责的部分${why(v, e.text)}`
  },
  "team-formed": {
    en: (e, v) =>
      `a team is formed around ${v.who(e.owner)}${e.members.length === 0 ? "" : `: ${v.list(e.members.map(v.who))}`}`,
    "zh-CN": (e, v) =>
      zh`以 ${v.who(e.owner)} 为协调人组建虚拟小组${e.members.length === 0 ? "" : `：${v.list(e.members.map(v.who))}`}`
  },
  delegated: {
    en: (e, v) =>
      `${v.who(e.from)} lent ${v.who(e.to)} the powers of ${v.list(e.roles)} on this case until ${v.due(e.until, e.at)}${why(v, e.reason)}`,
    "zh-CN": (e, v) =>
      zh`${v.who(e.from)} 将 ${v.list(e.roles)} 在本案的权限委托给 ${v.who(e.to)}，至 ${v.due(e.until, e.at)}${why(v, e.reason)}`
  },
  "handover-offered": {
    en: (e, v) => `${v.who(e.from)} asked ${v.who(e.to)} to take over${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.from)} 请 ${v.who(e.to)} 接手${why(v, e.reason)}`
  },
  "handover-accepted": {
    en: (e, v) => `${v.who(e.to)} took the case over`,
    "zh-CN": (e, v) => zh`${v.who(e.to)} 已接收移交`
  },
  "handover-declined": {
    en: (e, v) => `${v.who(e.by)} ${e.takenBack ? "took the offer back" : "declined the handover"}${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} ${e.takenBack ? "收回移交" : "谢绝移交"}${why(v, e.reason)}`
  },
  "handover-lapsed": {
    en: (e, v) =>
      e.dueAt === undefined
        ? `the offered handover ended${why(v, e.reason)}`
        : `nobody accepted the handover by ${v.due(e.dueAt, e.at)}: the owner keeps the case`,
    "zh-CN": (e, v) =>
      e.dueAt === undefined
        ? zh`移交终止${why(v, e.reason)}`
        : zh`至 ${v.due(e.dueAt, e.at)} 无人接收移交，仍由原首问人负责`
  },
  "arbiter-called": {
    en: (e, v) =>
      `after ${e.hops} ${e.hops === 1 ? "handover" : "handovers"} ${v.who(e.arbiter)} is called to decide who owns the case`,
    "zh-CN": (e, v) => zh`已移交 ${e.hops} 次，请 ${v.who(e.arbiter)} 裁决由谁负责`
  }
}
