/** The schema of a log mapping: the meaning of each column of an event log, and the policy's words for its values. */
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import { choice, mapOf, must, named, perhaps, speaking, type TitleName, wordOf } from "../Notation.ts"
import { Kind, Sentence, Word } from "../Value.ts"
import { FactValues } from "./People.ts"

const Column = Sentence.annotate(named("LogColumn", "Column"))
const columnsOf = (name: TitleName) => Schema.Record(Word, Column).annotate(named(name))

const Columns = mapOf("LogColumns", {
  case: perhaps(Column, "案件"),
  activity: perhaps(Column, "活动"),
  at: perhaps(Column, "时刻"),
  order: perhaps(Column, "次序"),
  received: perhaps(Column, "收到"),
  channel: perhaps(Column, "渠道"),
  customer: perhaps(Column, "客户"),
  kind: perhaps(Column, "性质"),
  category: perhaps(Column, "类别"),
  verbatim: perhaps(Column, "客户原话"),
  score: perhaps(Column, "评分"),
  contacts: perhaps(Column, "联系次数"),
  compensated: perhaps(Column, "补偿金额"),
  resource: perhaps(Column, "经手人"),
  owner: perhaps(Column, "首问人"),
  role: perhaps(Column, "角色"),
  lifecycle: perhaps(Column, "阶段")
})
const Constants = mapOf("LogConstants", {
  channel: perhaps(Word, "渠道"),
  kind: perhaps(Kind, "性质"),
  category: perhaps(Word, "类别"),
  facts: perhaps(FactValues, "事实")
})
const Happening = Schema.Union([
  wordOf("Happening", "happening"),
  mapOf("Waiting", {
    pause: must(Word, "暂停")
  }),
  mapOf("LogWork", {
    work: must(Word, "办理")
  }),
  mapOf("LogQuestion", {
    asks: must(
      choice("Question", {
        proposal: "方案",
        confirmation: "确认"
      }),
      "询问"
    )
  }),
  mapOf("LogReply", {
    reply: must(
      choice("Reply", {
        agree: "同意",
        counter: "另提方案",
        refuse: "不同意",
        satisfied: "满意",
        dissatisfied: "不满意"
      }),
      "答复"
    )
  })
]).annotate(named("LogMeaning"))
const Decided = mapOf("LogDecided", {
  grades: perhaps(columnsOf("LogGrades"), "定级"),
  kept: perhaps(columnsOf("LogKept"), "按时")
})
const Time = mapOf("LogTime", {
  format: perhaps(Sentence, "格式"),
  zone: perhaps(Word, "时区")
})
const Values = Schema.Record(Word, Schema.Record(Sentence, Word).annotate(named("LogWords"))).annotate({
  ...speaking("inputs"),
  ...named("LogValues")
})

/** The schema of a log mapping. */
export const Log = mapOf("LogMappingFile", {
  hearback: must(Schema.Literal(newestVersion), "闭环"),
  mapping: must(Sentence, "日志映射"),
  policy: perhaps(Sentence, "策略"),
  preset: perhaps(choice("Preset", { servicenow: "ServiceNow", xes: "XES", simulated: "模拟日志" }), "预设"),
  columns: perhaps(Columns, "列"),
  constants: perhaps(Constants, "共同取值"),
  facts: perhaps(columnsOf("LogFacts"), "事实"),
  decided: perhaps(Decided, "当时决定"),
  outcomes: perhaps(columnsOf("LogOutcomes"), "后果"),
  events: perhaps(Schema.Record(Sentence, Happening).annotate(named("LogEvents")), "事件"),
  values: perhaps(Values, "用词"),
  missing: perhaps(Schema.Union([Sentence, Schema.Array(Sentence)]).annotate(named("LogMissing")), "缺失值"),
  time: perhaps(Time, "时间")
})

/** A log mapping as plain JSON. */
export type LogMappingDocument = typeof Log.Encoded
