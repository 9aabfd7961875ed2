/** Who answers for a case, and who may decide what. */
import * as Schema from "effect/Schema"
import { choice, mapOf, may, namesOf, speaking, titled } from "./Notation.ts"
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

const condition = may(Condition, "当", "When it holds.", "适用条件。")
const Never = choice("OnlyNever", ["`never`", "`never`"], { never: "绝不" })
export const Ownership = entryOf("Ownership", ["ownership", "首问负责"], {
  "first-owner": may(
    Owners,
    "首问责任人",
    "Who owns a new case, in order; the last is never absent, or `queue`: it waits until somebody takes it up.",
    "新案件归谁，依次；最后一位从不缺席；写 `queue` 则等人认领。"
  ),
  "take-up": may(Length, "认领时限", "How soon the owner begins.", "多久之内认领。"),
  handover: may(
    entryOf("Handover", ["a handover", "移交"], {
      "accept-within": may(Length, "接收时限", "How soon the receiver accepts.", "多久之内接收。"),
      "at-most": may(Whole, "至多", "How many accepted handovers.", "至多移交几次。"),
      "outside-department": may(Never, "跨部门", "Never outside the department.", "不得跨部门。"),
      arbiter: may(OneRole, "裁决人", "Who decides after the last.", "超过之后由谁裁决。")
    }),
    "移交",
    "How a case changes hands.",
    "案件如何移交。"
  ),
  absent: may(Who, "缺席时", "Who acts for an absent owner, in order.", "首问人缺席时由谁代理，依次。"),
  recuse: may(
    entryOf("Recuse", ["recusal", "回避"], { when: condition, to: may(Who, "转给", "Who takes it.", "转给谁。") }),
    "回避",
    "When the owner must not act.",
    "首问人何时须回避。"
  ),
  "on-call": may(
    entryOf("OnCall", ["on call", "值班"], {
      when: condition,
      to: may(Who, "转给", "Who is asked.", "请谁。"),
      "accept-within": may(Length, "接收时限", "How soon they accept.", "多久之内接收。")
    }),
    "值班",
    "Who is asked when the owner is off duty.",
    "首问人下班后请谁。"
  ),
  "at-most-open": may(Count, "在办上限", "Open cases a person.", "每人在办案件上限。"),
  department: may(VaryingWho, "责任部门", "The department of a case.", "案件的责任部门。"),
  team: may(
    entryOf("Team", ["a team", "虚拟小组"], {
      when: condition,
      members: may(Who, "成员", "Who is in it.", "成员。"),
      "answer-within": may(Length, "答复时限", "How soon each answers.", "各成员答复时限。"),
      overdue: may(Who, "逾期找", "Who hears when one does not.", "逾期找谁。")
    }),
    "虚拟小组",
    "When several departments work on a case.",
    "多部门协作。"
  )
})

const Sums = mapOf("Sums", ["sums by case and period", "按件与时段的限额"], {
  "per-case": may(Amount, "每件", "For one case and those linked to it.", "每件（含关联案件）。"),
  "per-day": may(Amount, "每日", "In a day.", "每日。"),
  "per-month": may(Amount, "每月", "In a month.", "每月。"),
  "per-year": may(Amount, "每年", "In a year.", "每年。")
})
const Sum = Schema.Union([Amount, Sums]).annotate({
  identifier: "Sum",
  ...titled(["`unlimited`, or sums by case and period", "`unlimited`，或按件与时段的限额"])
})
const Unlimited = choice("Unlimited", ["`unlimited`", "`unlimited`"], { unlimited: "不限" })
const ShareOrNoLimit = Schema.String.annotate({
  identifier: "ShareOrNoLimit",
  ...titled(["a share in percent, or `unlimited`", "百分比，或 `unlimited`"]),
  ...speaking("which"),
  examples: ["10%", "unlimited"]
})
const CountOrNoLimit = Schema.Union([Whole, Unlimited]).annotate({
  identifier: "CountOrNoLimit",
  ...titled(["a whole number, or `unlimited`", "整数，或 `unlimited`"])
})
const Limits = entryOf("Limits", ["the limits of a role", "角色的权限"], {
  compensate: may(Sum, "补偿", "How much money.", "补偿金额。"),
  discount: may(ShareOrNoLimit, "折扣", "How much discount.", "折扣。"),
  resources: may(CountOrNoLimit, "资源", "How many units of resources.", "可调用的资源数量。"),
  close: may(Which, "结案", "Levels that it closes.", "可结案的等级。"),
  regrade: may(Which, "改级", "Levels that it may regrade from and to.", "可改级的等级。"),
  waive: may(Which, "豁免", "Gates that it may waive.", "可豁免的关口。")
})
const Unanswered = choice("Unanswered", ["`next-higher` or `denied`", "`next-higher` 或 `denied`"], {
  "next-higher": "上一级",
  denied: "驳回"
})
export const Authority = entryOf("Authority", ["authority", "授权"], {
  limits: may(
    namesOf("LimitsByRole", ["a map of roles and limits, lowest first", "角色权限，由低到高"], RoleName, Limits),
    "权限",
    "Limits by role, lowest first.",
    "各角色权限，由低到高。"
  ),
  approval: may(
    entryOf("Approval", ["an approval", "审批"], {
      within: may(Length, "时限", "How soon it is answered.", "多久之内审批。"),
      unanswered: may(Unanswered, "逾期未批", "What happens when it is not.", "逾期如何处理。")
    }),
    "审批",
    "What exceeds a limit is asked of the lowest role that may.",
    "超限时请有权的最低角色审批。"
  ),
  apart: may(Duties, "不相容", "Duties that one person may not join on one case.", "同一案件中一人不得兼任的职责。"),
  publish: may(
    entryOf("Publish", ["publishing", "发布"], {
      by: may(Who, "由谁", "Roles that may publish another version of the policy.", "可发布策略新版本的角色。"),
      "sign-off": may(Who, "会签", "Roles of which a second person has to sign.", "须由另一人会签的角色。")
    }),
    "发布",
    "Who may put another version of the policy in force.",
    "谁可以发布策略的新版本。"
  ),
  move: may(
    entryOf("Move", ["moving", "换版"], {
      by: may(Who, "由谁", "Roles that may move open cases.", "可将在办案件换版的角色。")
    }),
    "换版",
    "Who may move open cases to another version of the policy.",
    "谁可以将在办案件换到其他策略版本。"
  ),
  erase: may(
    entryOf("Erase", ["erasing", "擦除"], {
      by: may(
        Who,
        "由谁",
        "Roles that may erase a customer; `customer`: customers may ask for it themselves.",
        "可擦除客户信息的角色；写 `客户` 时，客户可自行申请。"
      )
    }),
    "擦除",
    "Who may make what is personal of a customer unreadable.",
    "谁可以擦除客户的个人信息。"
  ),
  "spot-check": may(
    entryOf("SpotCheck", ["a spot check", "抽查"], {
      share: may(Share, "比例", "How many of them.", "抽查比例。"),
      of: may(Duties, "范围", "Of which decisions.", "抽查范围。"),
      by: may(Who, "由谁", "Who checks.", "由谁抽查。")
    }),
    "抽查",
    "Which decisions are looked at again.",
    "抽查哪些决定。"
  )
})
export const Problems = entryOf("Problems", ["problems", "同因问题"], {
  same: may(Subjects, "相同项", "Inputs that are equal.", "相同的输入。"),
  alike: may(Share, "相似度", "How alike the words are.", "文字相似度。"),
  within: may(Length, "时限", "Within what time.", "多久之内。"),
  "open-when": may(Condition, "立项条件", "When a problem is opened.", "何时立为问题。")
})
