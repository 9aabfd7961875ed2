/** The schemas of ownership, authority and problems. */
import * as Schema from "effect/Schema"
import { choice, mapOf, may, named, namesOf, speaking } from "./Notation.ts"
import { Condition, VaryingWho } from "./Table.ts"
import {
  Amount,
  Count,
  Duties,
  entryOf,
  Length,
  OneRole,
  Owners,
  RoleName,
  Share,
  Subjects,
  Which,
  Who,
  Whole
} from "./Value.ts"

const condition = may(Condition, "当")
const Never = choice("OnlyNever", { never: "绝不" })
/** The schema of the section `ownership`. */
export const Ownership = entryOf("Ownership", {
  "first-owner": may(Owners, "首问责任人"),
  "take-up": may(Length, "认领时限"),
  handover: may(
    entryOf("Handover", {
      "accept-within": may(Length, "接收时限"),
      "at-most": may(Whole, "至多"),
      "outside-department": may(Never, "跨部门"),
      arbiter: may(OneRole, "裁决人")
    }),
    "移交"
  ),
  absent: may(Who, "缺席时"),
  recuse: may(entryOf("Recuse", { when: condition, to: may(Who, "转给") }), "回避"),
  "on-call": may(
    entryOf("OnCall", {
      when: condition,
      to: may(Who, "转给"),
      "accept-within": may(Length, "接收时限")
    }),
    "值班"
  ),
  "at-most-open": may(Count, "在办上限"),
  department: may(VaryingWho, "责任部门"),
  team: may(
    entryOf("Team", {
      when: condition,
      members: may(Who, "成员"),
      "answer-within": may(Length, "答复时限"),
      overdue: may(Who, "逾期找")
    }),
    "虚拟小组"
  )
})

const Sums = mapOf("Sums", {
  "per-case": may(Amount, "每件"),
  "per-day": may(Amount, "每日"),
  "per-month": may(Amount, "每月"),
  "per-year": may(Amount, "每年")
})
const Sum = Schema.Union([Amount, Sums]).annotate(named("Sum"))
const Unlimited = choice("Unlimited", { unlimited: "不限" })
const ShareOrNoLimit = Schema.String.annotate({
  ...named("ShareOrNoLimit"),
  ...speaking("which"),
  examples: ["10%", "unlimited"]
})
const CountOrNoLimit = Schema.Union([Whole, Unlimited]).annotate(named("CountOrNoLimit"))
const Limits = entryOf("Limits", {
  compensate: may(Sum, "补偿"),
  discount: may(ShareOrNoLimit, "折扣"),
  resources: may(CountOrNoLimit, "资源"),
  close: may(Which, "结案"),
  regrade: may(Which, "改级"),
  waive: may(Which, "豁免")
})
const Unanswered = choice("Unanswered", {
  "next-higher": "上一级",
  denied: "驳回"
})
/** The schema of the section `authority`. */
export const Authority = entryOf("Authority", {
  limits: may(namesOf("LimitsByRole", RoleName, Limits), "权限"),
  approval: may(
    entryOf("Approval", {
      within: may(Length, "时限"),
      unanswered: may(Unanswered, "逾期未批")
    }),
    "审批"
  ),
  apart: may(Duties, "不相容"),
  publish: may(
    entryOf("Publish", {
      by: may(Who, "由谁"),
      "sign-off": may(Who, "会签")
    }),
    "发布"
  ),
  move: may(
    entryOf("Move", {
      by: may(Who, "由谁")
    }),
    "换版"
  ),
  erase: may(
    entryOf("Erase", {
      by: may(Who, "由谁")
    }),
    "擦除"
  ),
  "spot-check": may(
    entryOf("SpotCheck", {
      share: may(Share, "比例"),
      of: may(Duties, "范围"),
      by: may(Who, "由谁")
    }),
    "抽查"
  )
})
/** The schema of the section `problems`. */
export const Problems = entryOf("Problems", {
  same: may(Subjects, "相同项"),
  alike: may(Share, "相似度"),
  within: may(Length, "时限"),
  "open-when": may(Condition, "立项条件")
})
