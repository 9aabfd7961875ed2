/** Ownership, authority and problems: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Ownership.ts"

export const title: Like<typeof en.title> = {
  OnlyNever: "`never`",
  Ownership: "首问负责",
  Handover: "移交",
  Recuse: "回避",
  OnCall: "值班",
  Team: "虚拟小组",
  Sums: "按件与时段的限额",
  Sum: "`unlimited`，或按件与时段的限额",
  Unlimited: "`unlimited`",
  ShareOrNoLimit: "百分比，或 `unlimited`",
  CountOrNoLimit: "整数，或 `unlimited`",
  Limits: "角色的权限",
  Unanswered: "`next-higher` 或 `denied`",
  Authority: "授权",
  LimitsByRole: "角色权限，由低到高",
  Approval: "审批",
  Publish: "发布",
  Move: "换版",
  Erase: "擦除",
  SpotCheck: "抽查",
  Problems: "同因问题"
}

export const says: Like<typeof en.says> = {
  Ownership: {
    "first-owner": "新案件归谁，依次；最后一位从不缺席；写 `queue` 则等人认领。",
    "take-up": "多久之内认领。",
    handover: "案件如何移交。",
    absent: "首问人缺席时由谁代理，依次。",
    recuse: "首问人何时须回避。",
    "on-call": "首问人下班后请谁。",
    "at-most-open": "每人在办案件上限。",
    department: "案件的责任部门。",
    team: "多部门协作。"
  },
  Handover: {
    "accept-within": "多久之内接收。",
    "at-most": "至多移交几次。",
    "outside-department": "不得跨部门。",
    arbiter: "超过之后由谁裁决。"
  },
  Recuse: {
    when: "适用条件。",
    to: "转给谁。"
  },
  OnCall: {
    when: "适用条件。",
    to: "请谁。",
    "accept-within": "多久之内接收。"
  },
  Team: {
    when: "适用条件。",
    members: "成员。",
    "answer-within": "各成员答复时限。",
    overdue: "超期找谁。"
  },
  Sums: {
    "per-case": "每件（含关联案件）。",
    "per-day": "每日。",
    "per-month": "每月。",
    "per-year": "每年。"
  },
  Limits: {
    compensate: "补偿金额。",
    discount: "折扣。",
    resources: "可调用的资源数量。",
    close: "可结案的等级。",
    regrade: "可改级的等级。",
    waive: "可豁免的关口。"
  },
  Authority: {
    limits: "各角色权限，由低到高。",
    approval: "超限时请有权的最低角色审批。",
    apart: "同一案件中一人不得兼任的职责。",
    publish: "谁可以发布策略的新版本。",
    move: "谁可以将在办案件换到其他策略版本。",
    erase: "谁可以擦除客户的个人信息。",
    "spot-check": "抽查哪些决定。"
  },
  Approval: {
    within: "多久之内审批。",
    unanswered: "超期未批如何处理。"
  },
  Publish: {
    by: "可发布策略新版本的角色。",
    "sign-off": "须由另一人会签的角色。"
  },
  Move: {
    by: "可将在办案件换版的角色。"
  },
  Erase: {
    by: "可擦除客户信息的角色；写 `客户` 时，客户可自行申请。"
  },
  SpotCheck: {
    share: "抽查比例。",
    of: "抽查范围。",
    by: "由谁抽查。"
  },
  Problems: {
    same: "相同的输入。",
    alike: "文字相似度。",
    within: "多久之内。",
    "open-when": "何时立为问题。"
  }
}
