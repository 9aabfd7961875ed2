/** Messages, learning and retention: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Message.ts"

export const title: Like<typeof en.title> = {
  MessageSentence: "文字",
  MessageText: "文字",
  VaryingText: "文字，或文字规则表",
  Placeholders: "占位符列表",
  Placeholder: "占位符",
  Message: "消息",
  Messages: "消息表",
  TextOrMessage: "文字，或 `subject`、`text`、`file`、`must-say`",
  Redact: "个人信息与可见的人",
  Sending: "发送规则",
  Targets: "指标与目标",
  GroupTargets: "各组及其目标",
  TargetsBy: "分组方式与各组目标",
  Learning: "复盘改进",
  Reviews: "复盘与频次",
  Retention: "档案保存",
  Accepted: "已知例外",
  PolicyPath: "策略中的位置",
  AcceptedFindings: "已知例外列表"
}

export const says: Like<typeof en.says> = {
  Message: {
    subject: "一行主题；缺省为案件编号。",
    text: "文字，或按条件选用的文字规则表；`{占位符}` 代表值。",
    file: "文字所在文件，每种语言一个。",
    "must-say": "改写时也不得省去的占位符。"
  },
  Redact: {
    phone: "谁可以看到电话号码；`none` 为谁都不可。",
    "id-card": "谁可以看到居民身份证号码；`none` 为谁都不可。",
    "bank-card": "谁可以看到银行卡号；`none` 为谁都不可。",
    "e-mail": "谁可以看到电子邮箱；`none` 为谁都不可。",
    plate: "谁可以看到车牌号；`none` 为谁都不可。",
    "of-others": "谁可以看到标为 `of-others` 的事实内容，以及原话中与之相同的文字；`none` 为谁都不可。"
  },
  Sending: {
    quiet: "仅发回执的时段。",
    "quiet-questions": "不向客户发送询问的时段。",
    "quiet-except": "免打扰时段仍发的等级与消息。",
    "opt-out": "客户可拒绝询问，不能拒绝答复。",
    digest: "此时长内给同一人的通知合并。",
    redact: "消息引用客户的话时隐去哪些信息，以及谁仍可看到。"
  },
  Learning: {
    targets: "指标与目标。",
    "targets-by": "人员、部门、类别、性质、渠道、等级或事实各组的目标，优先于总目标。",
    reviews: "各种复盘及频次。",
    "you-said-we-did": "多久公示一次改进。",
    "procedure-after": "同类几次之后应成规程。"
  },
  Retention: {
    keep: "保存多久，以结案时为准。",
    from: "从何事件起算。"
  },
  Accepted: {
    finding: "诊断代码。",
    where: "策略中的位置。",
    because: "为何接受。",
    expires: "有效至何时。"
  }
}
