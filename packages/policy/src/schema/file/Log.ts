/** A log mapping: which column of an event log is what, and what its words mean in the policy. */
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import { type Both, choice, mapOf, must, perhaps, speaking, titled, wordOf } from "../Notation.ts"
import { Kind, Sentence, Word } from "../Value.ts"
import { FactValues } from "./People.ts"

const Column = Sentence.annotate({ identifier: "Column", ...titled(["the name of a column", "列名"]) })
const columnsOf = (identifier: string, of: Both) => Schema.Record(Word, Column).annotate({ identifier, ...titled(of) })

const Columns = mapOf("LogColumns", ["columns of the log", "日志的列"], {
  case: perhaps(Column, "案件", "The case that a row belongs to.", "该行属于哪件案件。"),
  activity: perhaps(Column, "活动", "What happened; `events` says what it means.", "发生了什么；含义写在 `事件` 中。"),
  at: perhaps(Column, "时刻", "When it happened.", "何时发生。"),
  order: perhaps(Column, "次序", "Which of two rows of one instant comes first.", "同一时刻的行，何者在先。"),
  received: perhaps(
    Column,
    "收到",
    "When the case was received; else its first row counts.",
    "何时收到；缺省为该案件的第一行。"
  ),
  channel: perhaps(Column, "渠道", "The channel that it came by.", "来自哪个渠道。"),
  customer: perhaps(Column, "客户", "The customer.", "客户。"),
  kind: perhaps(Column, "性质", "The kind of feedback.", "反馈性质。"),
  category: perhaps(Column, "类别", "The category.", "类别。"),
  verbatim: perhaps(Column, "客户原话", "The customer's own words.", "客户原话。"),
  score: perhaps(Column, "评分", "The score.", "评分。"),
  contacts: perhaps(
    Column,
    "联系次数",
    "Contacts of this customer about the same matter, this one included.",
    "该客户就同一事项联系的次数，含本次。"
  ),
  compensated: perhaps(Column, "补偿金额", "What the customer was given.", "给客户的补偿。"),
  resource: perhaps(Column, "经手人", "Who did what the row tells.", "该行由谁办理。"),
  owner: perhaps(
    Column,
    "首问人",
    "Who is handling the case from the row on; where that changes, it was handed over.",
    "自该行起由谁负责该案件；有变化即为移交。"
  ),
  role: perhaps(Column, "角色", "In which role of the policy they did it.", "以策略中的哪个角色办理。"),
  lifecycle: perhaps(
    Column,
    "阶段",
    "Whether the row tells that work begins (`start`), is interrupted (`suspend`), goes on (`resume`) or is done (`complete`).",
    "该行是着手（`start`）、中断（`suspend`）、续办（`resume`）还是办结（`complete`）。"
  )
})
const Constants = mapOf("LogConstants", ["what every case has", "所有案件的共同取值"], {
  channel: perhaps(Word, "渠道", "The channel of every case.", "所有案件的渠道。"),
  kind: perhaps(Kind, "性质", "The kind of every case.", "所有案件的性质。"),
  category: perhaps(Word, "类别", "The category of every case.", "所有案件的类别。"),
  facts: perhaps(
    FactValues,
    "事实",
    "Facts of every case, of which the log has no column.",
    "所有案件的事实，日志没有相应的列。"
  )
})
const Happening = Schema.Union([
  wordOf(
    "Happening",
    ["a gate, an event, a word for what happened, or `none`", "关口、事件、所发生之事，或 `none`"],
    "happening"
  ),
  mapOf("Waiting", ["a wait", "等待"], {
    pause: must(Word, "暂停", "The reason for which clocks wait from then on.", "自此暂停计时的原因。")
  }),
  mapOf("LogWork", ["work", "办理"], {
    work: must(
      Word,
      "办理",
      "The gate that somebody worked on, or an errand such as `approval`; with the column `lifecycle`, how long.",
      "办理的关口，或 `approval` 等事项；有 `阶段` 列时即可知用时。"
    )
  }),
  mapOf("LogQuestion", ["a question to the customer", "询问客户"], {
    asks: must(
      choice("Question", ["what the customer is asked", "询问客户什么"], {
        proposal: "方案",
        confirmation: "确认"
      }),
      "询问",
      "The customer was made a proposal, or asked whether it was put right.",
      "向客户提出方案，或询问是否解决。"
    )
  }),
  mapOf("LogReply", ["an answer of the customer", "客户答复"], {
    reply: must(
      choice("Reply", ["what the customer answers", "客户如何答复"], {
        agree: "同意",
        counter: "另提方案",
        refuse: "不同意",
        satisfied: "满意",
        dissatisfied: "不满意"
      }),
      "答复",
      "What the customer answered.",
      "客户如何答复。"
    )
  })
]).annotate({ identifier: "LogMeaning", ...titled(["what an activity means", "活动的含义"]) })
const Decided = mapOf("LogDecided", ["what was decided then", "当时的决定"], {
  grades: perhaps(
    columnsOf("LogGrades", ["a map of dimensions and columns", "维度与列"]),
    "定级",
    "Columns of the levels that cases were given, by dimension.",
    "各维度当时的等级所在的列。"
  ),
  kept: perhaps(
    columnsOf("LogKept", ["a map of clocks and columns", "时钟与列"]),
    "按时",
    "Columns that say whether a promise was kept, by clock.",
    "各时钟当时是否按时所在的列。"
  )
})
const Time = mapOf("LogTime", ["how instants are written", "时刻的写法"], {
  format: perhaps(
    Sentence,
    "格式",
    "In letters such as `dd/MM/yyyy HH:mm`; what can be read in one way only needs none.",
    "用字母写，如 `dd/MM/yyyy HH:mm`；只有一种读法的无须写明。"
  ),
  zone: perhaps(
    Word,
    "时区",
    "Where its clock stood; else the policy's time zone.",
    "时刻所在的时区；缺省为策略的时区。"
  )
})
const Values = Schema.Record(
  Word,
  Schema.Record(Sentence, Word).annotate({
    identifier: "LogWords",
    ...titled(["words of the log and what they are called in the policy", "日志用词与策略用词"])
  })
).annotate({
  identifier: "LogValues",
  ...speaking("inputs"),
  ...titled(["words of the log by field, fact or dimension", "按字段、事实或维度列出的日志用词"])
})

export const Log = mapOf("LogMappingFile", ["a log mapping", "日志映射"], {
  hearback: must(Schema.Literal(newestVersion), "闭环", "The version of the language.", "语言版本。"),
  mapping: must(Sentence, "日志映射", "Of which log: its name.", "所映射的日志名称。"),
  policy: perhaps(Sentence, "策略", "The policy file whose names it uses.", "所用名称来自哪个策略文件。"),
  preset: perhaps(
    choice("Preset", ["a preset", "预设"], { servicenow: "ServiceNow", xes: "XES", simulated: "模拟日志" }),
    "预设",
    "What is taken from an export that many have: `servicenow` incidents, `xes` logs, `simulated` logs of `hearback simulate --log`. What the file says itself counts before.",
    "采用常见导出格式的设定：`servicenow` 事件单、`xes` 日志、`hearback 模拟 --事件日志` 写出的 `simulated` 日志。本文件所写优先。"
  ),
  columns: perhaps(Columns, "列", "Which column is what.", "哪一列是什么。"),
  constants: perhaps(
    Constants,
    "共同取值",
    "What every case has, where no column says it.",
    "没有列说明时，所有案件的取值。"
  ),
  facts: perhaps(
    columnsOf("LogFacts", ["a map of facts and columns", "事实与列"]),
    "事实",
    "Columns by fact.",
    "各事实所在的列。"
  ),
  decided: perhaps(Decided, "当时决定", "Columns of what was decided then.", "当时所作决定所在的列。"),
  outcomes: perhaps(
    columnsOf("LogOutcomes", ["a map of outcomes and columns", "后果与列"]),
    "后果",
    "Columns of what came of a case: `yes`, `true` or a number above 0 says that it did.",
    "案件后果所在的列：`yes`、`true` 或大于 0 的数表示发生过。"
  ),
  events: perhaps(
    Schema.Record(Sentence, Happening).annotate({
      identifier: "LogEvents",
      ...titled(["a map of activities and what they mean", "活动及其含义"])
    }),
    "事件",
    "What an activity of the log is in the policy: a gate that it passes, an event, `answered`, `customer-wrote`, a wait (`pause`), its end (`resume`), work (`work`), a question to the customer (`asks`), their answer (`reply`), or `none`.",
    "日志中的活动在策略中是什么：所通过的关口、事件、`answered`、`customer-wrote`、等待（`pause`）、恢复（`resume`）、办理（`work`）、询问客户（`asks`）、客户答复（`reply`）或 `none`。"
  ),
  values: perhaps(Values, "用词", "What words of the log are called in the policy.", "日志中的用词在策略中叫什么。"),
  missing: perhaps(
    Schema.Union([Sentence, Schema.Array(Sentence)]).annotate({
      identifier: "LogMissing",
      ...titled(["a text or a list of texts", "文字或文字列表"])
    }),
    "缺失值",
    "What stands where nothing is known, beside nothing at all.",
    "除空白以外，表示未知的写法。"
  ),
  time: perhaps(Time, "时间", "How instants are written.", "时刻的写法。")
})

/** The document of a log mapping as plain JSON. */
export type LogMappingDocument = typeof Log.Encoded
