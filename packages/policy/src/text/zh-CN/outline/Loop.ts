/** Loops, endings and alarms: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Loop.ts"

export const title: Like<typeof en.title> = {
  Gates: "关口",
  Reopening: "重开方式",
  Loop: "闭环路径",
  Reopenings: "`dissatisfied`、`recurrence` 或事件",
  Loops: "闭环路径表",
  EndingCloses: "`customer-loop` 或 `both-loops`",
  Ending: "提前结束方式",
  Endings: "提前结束",
  Alarm: "警报",
  Alarms: "警报表"
}

export const says: Like<typeof en.says> = {
  Reopening: {
    when: "仅在此时重开。",
    within: "结案后多久之内。",
    "back-to": "退回到哪个关口。",
    "at-most": "至多几次。",
    clocks: "时钟如何处理。"
  },
  Loop: {
    when: "适用的案件；每个案件恰好一条。",
    "customer-loop": "客户闭环的各关口。",
    "system-loop": "改进闭环的各关口。",
    reopen: "何种情形重开、退回何处。"
  },
  Ending: {
    by: "谁可以这样结束。",
    fields: "必须已知的事实。",
    tell: "告知客户的消息。",
    closes: "结束什么。"
  },
  Endings: {
    withdrawn: "客户撤回。",
    forwarded: "转交其他机构。",
    "turned-away": "不予受理，并说明理由。",
    merged: "并入另一案件。"
  },
  Alarm: {
    when: "每次由否变是时触发一次。",
    notify: "知会谁。",
    send: "通知；缺省为 `alarm`。"
  }
}
