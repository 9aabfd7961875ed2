/** The schemas of loops, reopenings, endings and alarms. */
import { OnReopen } from "./Clock.ts"
import { Gate } from "./Gate.ts"
import { choice, mapOf, may, namesOf, speaking } from "./Notation.ts"
import { Condition } from "./Table.ts"
import { Count, entryOf, Fields, Length, MomentName, Name, Who, Word } from "./Value.ts"

const Gates = namesOf("Gates", MomentName, Gate)
const Reopening = entryOf("Reopening", {
  when: may(Condition, "当"),
  within: may(Length, "时限"),
  "back-to": may(Word, "退回"),
  "at-most": may(Count, "至多"),
  clocks: may(OnReopen, "时钟")
})
const Loop = entryOf("Loop", {
  when: may(Condition, "当"),
  "customer-loop": may(Gates, "客户闭环"),
  "system-loop": may(Gates, "改进闭环"),
  reopen: may(namesOf("Reopenings", Name, Reopening).annotate(speaking("reopenings")), "重开")
})
/** The schema of the section `loops`. */
export const Loops = namesOf("Loops", Name, Loop)

const EndingCloses = choice("EndingCloses", {
  "customer-loop": "客户闭环",
  "both-loops": "两个闭环"
})
const Ending = entryOf("Ending", {
  by: may(Who, "由谁"),
  fields: may(Fields, "记录项"),
  tell: may(Word, "告知客户"),
  closes: may(EndingCloses, "结束")
})
/** The schema of the section `endings`. */
export const Endings = mapOf("Endings", {
  withdrawn: may(Ending, "撤回"),
  forwarded: may(Ending, "转交"),
  "turned-away": may(Ending, "不予受理"),
  merged: may(Ending, "合并")
})

const Alarm = entryOf("Alarm", {
  when: may(Condition, "当"),
  notify: may(Who, "知会"),
  send: may(Word, "发送")
})
/** The schema of the section `alarms`. */
export const Alarms = namesOf("Alarms", Name, Alarm)
