/** Clocks: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Clock.ts"

export const title: Like<typeof en.title> = {
  Never: "`never`",
  FirstDay: "`excluded` 或 `counted`",
  Ends: "`close-of-day` 或 `same-time`",
  Roll: "`none`、`next` 或 `previous`",
  OnRegrade: "`recompute` 或 `keep`",
  OnReopen: "`resume`、`restart` 或 `continue`",
  OnNewVersion: "`keep`、`recompute` 或 `restart`",
  Manual: "`fixed` 或 `shiftable`",
  Pauses: "暂停原因与上限",
  Pause: "`never`，或暂停原因与上限",
  Resumptions: "暂停原因与其终止条件",
  Extension: "延期方式",
  Extend: "`never`，或次数与时长",
  Escalation: "升级的一步",
  Clock: "时钟",
  Escalations: "升级步骤"
}

export const says: Like<typeof en.says> = {
  Extension: {
    times: "可延几次。",
    each: "每次多久。",
    approve: "由谁批准。",
    tell: "到期前告知客户的消息。"
  },
  Escalation: {
    at: "何时。",
    notify: "知会谁。",
    send: "通知；缺省：到期前为 `reminder`，到期起为 `overdue`。",
    when: "到该时点时符合此条件才知会。"
  },
  Clock: {
    when: "仅在此时计时。",
    from: "从何时起；列表取最早者。",
    within: "多久。",
    until: "案件的某个日期；列表取最早者。",
    calendar: "工作时间日历，或 `of-owner`。",
    "first-day": "首日是否计入。",
    ends: "止于末日何时。",
    roll: "末日为休息日时如何处理。",
    "met-by": "由哪些关口达成。",
    "cancelled-by": "由哪些事件取消。",
    "restarted-by": "计时中遇到其中之一即重新计时。",
    repeats: "达成后重新开始，直到闭环结束。",
    pause: "暂停原因及上限。",
    "resumed-by": "按原因：由什么结束暂停，例如 `customer-wrote`，即客户的任何回音。",
    extend: "如何延期。",
    remind: "何时提醒首问人。",
    escalate: "何时知会谁。",
    "on-regrade": "改级时如何处理。",
    "on-reopen": "重开时如何处理。",
    "on-new-version": "策略换版时如何处理。",
    manual: "人工期限是否可移。",
    binding: "继承者只可收紧。"
  }
}
