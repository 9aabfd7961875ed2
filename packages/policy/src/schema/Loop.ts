/** Loops, reopening, endings, alarms: what a kind of case must go through. */
import { OnReopen } from "./Clock.ts"
import { Gate } from "./Gate.ts"
import { choice, mapOf, may, namesOf, speaking } from "./Notation.ts"
import { Condition } from "./Table.ts"
import { Count, entryOf, Fields, Length, MomentName, Name, Who, Word } from "./Value.ts"

const Gates = namesOf("Gates", ["a map of gates", "关口"], MomentName, Gate)
const Reopening = entryOf("Reopening", ["a way to reopen", "重开方式"], {
  when: may(Condition, "当", "Reopens only then.", "仅在此时重开。"),
  within: may(Length, "时限", "How long after the close.", "结案后多久之内。"),
  "back-to": may(Word, "退回", "The gate it goes back to.", "退回到哪个关口。"),
  "at-most": may(Count, "至多", "How often.", "至多几次。"),
  clocks: may(OnReopen, "时钟", "What clocks do.", "时钟如何处理。")
})
const Loop = entryOf("Loop", ["a loop", "闭环路径"], {
  when: may(Condition, "当", "The cases that take it; exactly one loop fits a case.", "适用的案件；每个案件恰好一条。"),
  "customer-loop": may(Gates, "客户闭环", "Gates before the customer loop closes.", "客户闭环的各关口。"),
  "system-loop": may(Gates, "改进闭环", "Gates before the system loop closes.", "改进闭环的各关口。"),
  reopen: may(
    namesOf(
      "Reopenings",
      ["a map of `dissatisfied`, `recurrence` or events", "`dissatisfied`、`recurrence` 或事件"],
      Name,
      Reopening
    ).annotate(speaking("reopenings")),
    "重开",
    "What reopens the case, and at which gate.",
    "何种情形重开、退回何处。"
  )
})
export const Loops = namesOf("Loops", ["a map of loops", "闭环路径表"], Name, Loop)

const EndingCloses = choice("EndingCloses", ["`customer-loop` or `both-loops`", "`customer-loop` 或 `both-loops`"], {
  "customer-loop": "客户闭环",
  "both-loops": "两个闭环"
})
const Ending = entryOf("Ending", ["an ending", "提前结束方式"], {
  by: may(Who, "由谁", "Who may end it so.", "谁可以这样结束。"),
  fields: may(Fields, "记录项", "Facts that must be known.", "必须已知的事实。"),
  tell: may(Word, "告知客户", "The message to the customer.", "告知客户的消息。"),
  closes: may(EndingCloses, "结束", "What it closes.", "结束什么。")
})
export const Endings = mapOf("Endings", ["a map of endings", "提前结束"], {
  withdrawn: may(Ending, "撤回", "The customer takes it back.", "客户撤回。"),
  forwarded: may(Ending, "转交", "Another body answers for it.", "转交其他机构。"),
  "turned-away": may(Ending, "不予受理", "It is not accepted, and why.", "不予受理，并说明理由。"),
  merged: may(Ending, "合并", "It is part of another case.", "并入另一案件。")
})

const Alarm = entryOf("Alarm", ["an alarm", "警报"], {
  when: may(Condition, "当", "Raised once each time this becomes true.", "每次由否变是时触发一次。"),
  notify: may(Who, "知会", "Who hears of it.", "知会谁。"),
  send: may(Word, "发送", "The notice; else `alarm`.", "通知；缺省为 `alarm`。")
})
export const Alarms = namesOf("Alarms", ["a map of alarms", "警报表"], Name, Alarm)
