/** The schema of a clock: its start, its duration and what meets it. */
import * as Schema from "effect/Schema"
import { choice, listOf, mapOf, may, must, named, namesOf } from "./Notation.ts"
import { Condition, VaryingLength } from "./Table.ts"
import {
  CalendarWord,
  DateWords,
  entryOf,
  Length,
  Moments,
  MomentsOrEndings,
  Name,
  Point,
  Points,
  Who,
  Whole,
  Word,
  YesNo
} from "./Value.ts"

const Never = Schema.Literal("never").annotate({
  ...named("Never"),
  "x-enum-zh": ["绝不"]
})
const FirstDay = choice("FirstDay", {
  excluded: "不计",
  counted: "计入"
})
const Ends = choice("Ends", {
  "close-of-day": "当日结束",
  "same-time": "同一时刻"
})
const Roll = choice("Roll", {
  none: "无",
  next: "顺延",
  previous: "提前"
})
const OnRegrade = choice("OnRegrade", {
  recompute: "重算",
  keep: "不变"
})
/** The schema of what a reopening does to a clock. */
export const OnReopen = choice("OnReopen", {
  resume: "接续",
  restart: "重计",
  continue: "继续"
})
const OnNewVersion = choice("OnNewVersion", {
  keep: "不变",
  recompute: "重算",
  restart: "重计"
})
const Manual = choice("Manual", {
  fixed: "固定",
  shiftable: "可移"
})

const Pauses = namesOf("Pauses", Name, Length)
const Pause = Schema.Union([Never, Pauses]).annotate(named("Pause"))
const Resumptions = namesOf("Resumptions", Name, Moments)
const Extension = mapOf("Extension", {
  times: may(Whole, "次数"),
  each: may(Length, "每次"),
  approve: may(Who, "批准人"),
  tell: may(Word, "告知客户")
})
const Extend = Schema.Union([Never, Extension]).annotate(named("Extend"))
const Escalation = mapOf("Escalation", {
  at: must(Point, "时点"),
  notify: must(Who, "知会"),
  send: must(Schema.optionalKey(Word), "发送"),
  when: must(Schema.optionalKey(Condition), "当")
})

/** The schema of an entry of `clocks`. */
export const Clock = entryOf("Clock", {
  when: may(Condition, "当"),
  from: may(Moments, "起算"),
  within: may(VaryingLength, "时限"),
  until: may(DateWords, "截止于"),
  calendar: may(CalendarWord, "日历"),
  "first-day": may(FirstDay, "首日"),
  ends: may(Ends, "止于"),
  roll: may(Roll, "顺延"),
  "met-by": may(Moments, "达成于"),
  "cancelled-by": may(MomentsOrEndings, "取消于"),
  "restarted-by": may(Moments, "重计于"),
  repeats: may(YesNo, "循环"),
  pause: may(Pause, "暂停"),
  "resumed-by": may(Resumptions, "恢复于"),
  extend: may(Extend, "延期"),
  remind: may(Points, "提醒"),
  escalate: may(listOf("Escalations", Escalation), "升级"),
  "on-regrade": may(OnRegrade, "改级时"),
  "on-reopen": may(OnReopen, "重开时"),
  "on-new-version": may(OnNewVersion, "换版时"),
  manual: may(Manual, "人工期限"),
  binding: may(YesNo, "强制")
})
