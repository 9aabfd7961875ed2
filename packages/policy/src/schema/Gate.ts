/** A gate: one piece of evidence that must be shown before a loop closes. */
import { Conclusion, gateKinds } from "@hearback/core"
import * as Schema from "effect/Schema"
import { choice, mapOf, may, namesOf, someOf, titled } from "./Notation.ts"
import { Condition, VaryingLength } from "./Table.ts"
import {
  CalendarWord,
  Count,
  entryOf,
  Fields,
  Length,
  Moments,
  Name,
  OneRole,
  Phrases,
  SomeWords,
  Who,
  Word,
  Words,
  YesNo
} from "./Value.ts"

export const GateKind = choice("GateKind", ["a kind of gate", "关口种类"], gateKinds)
const Method = choice("Method", ["a method of root-cause analysis", "根因分析方法"], {
  "five-whys": "五个为什么",
  fishbone: "鱼骨图",
  "five-w-one-h": "5W1H",
  "eight-d": "8D"
})
const Methods = someOf("Methods", ["methods of root-cause analysis", "根因分析方法"], Method)
const OutOfOrder = choice("OutOfOrder", ["`refused` or `recorded`", "`refused` 或 `recorded`"], {
  refused: "拒绝",
  recorded: "记录在案"
})
const Evidence = choice("Evidence", ["`required` or `optional`", "`required` 或 `optional`"], {
  required: "必须",
  optional: "可无"
})
const Prevents = choice("Prevents", ["`recurrence` or `occurrence`", "`recurrence` 或 `occurrence`"], {
  recurrence: "再发",
  occurrence: "发生"
})
const Proof = choice("Proof", ["a proof of effectiveness", "效果验证方式"], {
  "no-recurrence": "无再发",
  metric: "指标",
  either: "任一",
  both: "两者"
})
const Meaning = choice(
  "Meaning",
  ["`adopted`, `later`, `declined` or `other`", "`adopted`、`later`、`declined` 或 `other`"],
  Conclusion.meanings
)
const Conclusions = Schema.Union([
  Words,
  namesOf("ConclusionsByName", ["a map of conclusions and what they mean", "结论与含义"], Name, Meaning)
]).annotate({
  identifier: "Conclusions",
  ...titled(["a list of conclusions, or a map of what each means", "结论列表，或各结论的含义"])
})
const SilenceCloses = choice("SilenceCloses", ["`customer-loop` or `nothing`", "`customer-loop` 或 `nothing`"], {
  "customer-loop": "客户闭环",
  nothing: "不结束"
})

const OrExplain = mapOf("OrExplain", ["comply or explain", "或说明理由"], {
  by: may(Who, "由谁", "Who may explain.", "谁可以说明。"),
  when: may(Condition, "当", "Explaining is open only then.", "何时可以说明。"),
  fields: may(Fields, "记录项", "Facts that must be known.", "必须已知的事实。"),
  "sign-off": may(Who, "会签", "All of these must sign.", "须全部会签。"),
  tell: may(Word, "告知客户", "The message to the customer.", "告知客户的消息。")
})
const Silence = mapOf("Silence", ["what silence does", "沉默如何处理"], {
  after: may(Length, "之后", "How long the customer is silent.", "客户沉默多久。"),
  attempts: may(Count, "联系次数", "How often the customer was tried.", "至少联系几次。"),
  "channels-used": may(Count, "渠道数", "On how many channels.", "至少几种渠道。"),
  closes: may(SilenceCloses, "结束", "What it closes; the outcome is `unconfirmed`.", "结束什么；结局为未确认。")
})

const common = {
  needs: may(GateKind, "凭据", "What must be shown.", "须出示的凭据。"),
  when: may(Condition, "当", "The gate is needed only then.", "仅在此时需要。"),
  after: may(SomeWords, "之后", "Opens when these gates are settled.", "在这些关口了结之后打开。"),
  by: may(Who, "由谁", "Who passes it.", "由谁通过。"),
  "not-by": may(SomeWords, "不得由", "Not whoever passed these gates.", "不得由通过这些关口的人。"),
  "sign-off": may(Who, "会签", "All of these must sign too.", "须全部会签。"),
  fields: may(Fields, "记录项", "Facts that must be known.", "必须已知的事实。"),
  optional: may(YesNo, "可选", "A door that may be used; it never holds a loop.", "可用可不用，不阻止闭环。"),
  within: may(VaryingLength, "时限", "Short for a clock: how soon.", "时钟简写：多快。"),
  from: may(Moments, "起算", "Short for a clock: from when.", "时钟简写：从何时起。"),
  calendar: may(CalendarWord, "日历", "Short for a clock: in which calendar.", "时钟简写：按哪个日历。"),
  "only-within": may(VaryingLength, "仅限", "The door shuts then.", "过时关门。"),
  "instead-of": may(SomeWords, "替代", "Passing it makes these gates not needed.", "通过后这些关口不再需要。"),
  "or-explain": may(OrExplain, "或说明理由", "Comply, or explain why not.", "遵守，或说明理由。"),
  tell: may(Word, "告知客户", "The message to the customer.", "告知客户的消息。"),
  notify: may(Who, "知会", "Who on the staff hears of it.", "知会哪些人员。"),
  "out-of-order": may(
    OutOfOrder,
    "乱序时",
    "What happens when it is passed before its `after`.",
    "先于 `after` 通过时如何处理。"
  ),
  binding: may(YesNo, "强制", "Heirs may tighten it, not loosen or remove it.", "继承者只可收紧。")
}

const own = {
  smart: may(YesNo, "可度量", "Each action has metric, target, owner and due.", "每项措施有指标、目标、负责人和期限。"),
  method: may(Methods, "分析方法", "How the root cause is found.", "根因分析方法。"),
  depth: may(Count, "追问层数", "How many whys at least.", "至少追问几层。"),
  "surface-causes": may(Phrases, "表面原因", "Words that are no root cause.", "不算根因的说法。"),
  evidence: may(Evidence, "证据", "Whether evidence must be given.", "是否必须有证据。"),
  prevents: may(Prevents, "防止", "Recurrence of this, or occurrence of another.", "防止再发，或防止发生。"),
  observe: may(VaryingLength, "观察期", "How long effectiveness is watched.", "观察多久。"),
  proof: may(Proof, "验证方式", "What shows that the cause is gone.", "以什么证明有效。"),
  "if-failed": may(Word, "未通过退回", "The gate it goes back to.", "未通过时退回的关口。"),
  "replied-by": may(
    Who,
    "代答人",
    "Who may enter the customer's answer on their behalf; `customer`: nobody. Else whoever passes the gate.",
    "谁可代客户录入答复；`customer` 表示不得代录，缺省为可通过此关口的人。"
  ),
  rounds: may(Count, "轮次", "How many proposals before the arbiter.", "几轮之后裁决。"),
  arbiter: may(OneRole, "裁决人", "Who decides after the last round.", "最后一轮之后由谁裁决。"),
  "one-of": may(Conclusions, "取值", "The conclusions to choose from, and what each means.", "可选的结论及其含义。"),
  survey: may(Word, "回访渠道", "The channel that asks the customer.", "询问客户的渠道。"),
  silence: may(Silence, "沉默", "What silence of the customer does.", "客户沉默时如何处理。")
}

export const Gate = entryOf("Gate", ["a gate", "关口"], { ...common, ...own })
