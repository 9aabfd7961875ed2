/** Who answers for the case. */
import { custodian } from "../../model/Actor.ts"
import type { OwnershipEvents } from "../../track/ownership/State.ts"
import { opt, zh } from "../Said.ts"
import type { Lines } from "./Voice.ts"
import { why } from "./Voice.ts"

export const ownership: Lines<OwnershipEvents> = {
  "owner-assigned": {
    en: (e, v) =>
      e.owner === custodian
        ? "nobody could be found to answer for the case: it waits for somebody to take it up"
        : e.as === "arbiter"
          ? `the arbiter decided: ${v.who(e.owner)} answers for the case`
          : `${v.who(e.owner)} answers for the case${e.takenUp ? "" : " and is asked to take it up"}`,
    "zh-CN": (e, v) =>
      e.owner === custodian
        ? "没有找到首问人，案件等待认领"
        : e.as === "arbiter"
          ? zh`裁决由 ${v.who(e.owner)} 任首问人`
          : zh`${v.who(e.owner)} 为首问人${e.takenUp ? "" : "，等待认领"}`
  },
  "taken-up": {
    en: (e, v) => `${v.who(e.by)} took the case up`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 已认领`
  },
  "department-asked": {
    en: (e, v) => `department ${e.department} must act${opt(e.contact, (c) => ` (contact ${v.who(c)})`)}`,
    "zh-CN": (e, v) => zh`责任部门为 ${e.department}${opt(e.contact, (c) => zh`（对接人 ${v.who(c)}）`)}`
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
    en: (e, v) => `${v.who(e.by)} declined the handover${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 谢绝移交${why(v, e.reason)}`
  },
  "handover-lapsed": {
    en: (e, v) => `nobody accepted the handover by ${v.due(e.dueAt, e.at)}: the owner keeps the case`,
    "zh-CN": (e, v) => zh`至 ${v.due(e.dueAt, e.at)} 无人接收移交，仍由原首问人负责`
  },
  "arbiter-called": {
    en: (e, v) =>
      `after ${e.hops} ${e.hops === 1 ? "handover" : "handovers"} ${v.who(e.arbiter)} is called to decide who owns the case`,
    "zh-CN": (e, v) => zh`已移交 ${e.hops} 次，请 ${v.who(e.arbiter)} 裁决由谁负责`
  }
}
