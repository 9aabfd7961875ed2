/** A clock: a deadline, from when, within what, met by what. */
import * as Schema from "effect/Schema"
import { choice, listOf, mapOf, may, must, namesOf, titled } from "./Notation.ts"
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
  identifier: "Never",
  ...titled(["`never`", "`never`"]),
  "x-enum-zh": ["绝不"]
})
const FirstDay = choice("FirstDay", ["`excluded` or `counted`", "`excluded` 或 `counted`"], {
  excluded: "不计",
  counted: "计入"
})
const Ends = choice("Ends", ["`close-of-day` or `same-time`", "`close-of-day` 或 `same-time`"], {
  "close-of-day": "当日结束",
  "same-time": "同一时刻"
})
const Roll = choice("Roll", ["`none`, `next` or `previous`", "`none`、`next` 或 `previous`"], {
  none: "无",
  next: "顺延",
  previous: "提前"
})
const OnRegrade = choice("OnRegrade", ["`recompute` or `keep`", "`recompute` 或 `keep`"], {
  recompute: "重算",
  keep: "不变"
})
export const OnReopen = choice("OnReopen", ["`resume`, `restart` or `continue`", "`resume`、`restart` 或 `continue`"], {
  resume: "接续",
  restart: "重计",
  continue: "继续"
})
const OnNewVersion = choice("OnNewVersion", ["`keep`, `recompute` or `restart`", "`keep`、`recompute` 或 `restart`"], {
  keep: "不变",
  recompute: "重算",
  restart: "重计"
})
const Manual = choice("Manual", ["`fixed` or `shiftable`", "`fixed` 或 `shiftable`"], {
  fixed: "固定",
  shiftable: "可移"
})

const Pauses = namesOf("Pauses", ["a map of reasons and caps", "暂停原因与上限"], Name, Length)
const Pause = Schema.Union([Never, Pauses]).annotate({
  identifier: "Pause",
  ...titled(["`never`, or reasons with their caps", "`never`，或暂停原因与上限"])
})
const Resumptions = namesOf(
  "Resumptions",
  ["a map of reasons and what ends them", "暂停原因与其终止条件"],
  Name,
  Moments
)
const Extension = mapOf("Extension", ["how a clock may be extended", "延期方式"], {
  times: may(Whole, "次数", "How often.", "可延几次。"),
  each: may(Length, "每次", "How far each time.", "每次多久。"),
  approve: may(Who, "批准人", "Who approves.", "由谁批准。"),
  tell: may(Word, "告知客户", "The message to the customer, before it lapses.", "到期前告知客户的消息。")
})
const Extend = Schema.Union([Never, Extension]).annotate({
  identifier: "Extend",
  ...titled(["`never`, or how often and how far", "`never`，或次数与时长"])
})
const Escalation = mapOf("Escalation", ["a step of escalation", "升级的一步"], {
  at: must(Point, "时点", "When.", "何时。"),
  notify: must(Who, "知会", "Who hears of it.", "知会谁。"),
  send: must(
    Schema.optionalKey(Word),
    "发送",
    "The notice; else `reminder` before the due, `overdue` from it on.",
    "通知；缺省：到期前为 `reminder`，到期起为 `overdue`。"
  ),
  when: must(
    Schema.optionalKey(Condition),
    "当",
    "Told only where it holds at that point.",
    "到该时点时符合此条件才知会。"
  )
})

export const Clock = entryOf("Clock", ["a clock", "时钟"], {
  when: may(Condition, "当", "Runs only then.", "仅在此时计时。"),
  from: may(Moments, "起算", "From when; of a list whichever comes first.", "从何时起；列表取最早者。"),
  within: may(VaryingLength, "时限", "How long.", "多久。"),
  until: may(DateWords, "截止于", "A date of the case; of a list the earliest.", "案件的某个日期；列表取最早者。"),
  calendar: may(CalendarWord, "日历", "The calendar of working time, or `of-owner`.", "工作时间日历，或 `of-owner`。"),
  "first-day": may(FirstDay, "首日", "Whether the first day counts.", "首日是否计入。"),
  ends: may(Ends, "止于", "When on its last day.", "止于末日何时。"),
  roll: may(Roll, "顺延", "What happens when it ends on a closed day.", "末日为休息日时如何处理。"),
  "met-by": may(Moments, "达成于", "The gates that meet it.", "由哪些关口达成。"),
  "cancelled-by": may(MomentsOrEndings, "取消于", "The events that cancel it.", "由哪些事件取消。"),
  "restarted-by": may(
    Moments,
    "重计于",
    "While it runs it begins anew whenever one of these happens.",
    "计时中遇到其中之一即重新计时。"
  ),
  repeats: may(YesNo, "循环", "Starts again when met, until its loop closes.", "达成后重新开始，直到闭环结束。"),
  pause: may(Pause, "暂停", "What pauses it, each with a cap.", "暂停原因及上限。"),
  "resumed-by": may(
    Resumptions,
    "恢复于",
    "By reason: what ends the pause, such as `customer-wrote`, any word of the customer's.",
    "按原因：由什么结束暂停，例如 `customer-wrote`，即客户的任何回音。"
  ),
  extend: may(Extend, "延期", "How it may be extended.", "如何延期。"),
  remind: may(Points, "提醒", "When the owner is reminded.", "何时提醒首问人。"),
  escalate: may(
    listOf("Escalations", ["steps of escalation", "升级步骤"], Escalation),
    "升级",
    "Who hears of it when.",
    "何时知会谁。"
  ),
  "on-regrade": may(OnRegrade, "改级时", "What a new grade does.", "改级时如何处理。"),
  "on-reopen": may(OnReopen, "重开时", "What reopening does.", "重开时如何处理。"),
  "on-new-version": may(OnNewVersion, "换版时", "What a new version of the policy does.", "策略换版时如何处理。"),
  manual: may(Manual, "人工期限", "Whether a due set by a person moves.", "人工期限是否可移。"),
  binding: may(YesNo, "强制", "Heirs may tighten it, not loosen or remove it.", "继承者只可收紧。")
})
