/** The schema of a gate, one piece of evidence that must be shown before a loop closes. */
import { Conclusion, gateKinds } from "@hearback/core"
import * as Schema from "effect/Schema"
import { choice, mapOf, may, named, namesOf, someOf } from "./Notation.ts"
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

/** The schema of the kind of a gate. */
export const GateKind = choice("GateKind", gateKinds)
const Method = choice("Method", {
  "five-whys": "五个为什么",
  fishbone: "鱼骨图",
  "five-w-one-h": "5W1H",
  "eight-d": "8D"
})
const Methods = someOf("Methods", Method)
const OutOfOrder = choice("OutOfOrder", {
  refused: "拒绝",
  recorded: "记录在案"
})
const Evidence = choice("Evidence", {
  required: "必须",
  optional: "可无"
})
const Prevents = choice("Prevents", {
  recurrence: "再发",
  occurrence: "发生"
})
const Proof = choice("Proof", {
  "no-recurrence": "无再发",
  metric: "指标",
  either: "任一",
  both: "两者"
})
const Meaning = choice("Meaning", Conclusion.meanings)
const Conclusions = Schema.Union([Words, namesOf("ConclusionsByName", Name, Meaning)]).annotate(named("Conclusions"))
const SilenceCloses = choice("SilenceCloses", {
  "customer-loop": "客户闭环",
  nothing: "不结束"
})

const OrExplain = mapOf("OrExplain", {
  by: may(Who, "由谁"),
  when: may(Condition, "当"),
  fields: may(Fields, "记录项"),
  "sign-off": may(Who, "会签"),
  tell: may(Word, "告知客户")
})
const Silence = mapOf("Silence", {
  after: may(Length, "之后"),
  attempts: may(Count, "联系次数"),
  "channels-used": may(Count, "渠道数"),
  closes: may(SilenceCloses, "结束")
})

const common = {
  needs: may(GateKind, "凭据"),
  when: may(Condition, "当"),
  after: may(SomeWords, "之后"),
  by: may(Who, "由谁"),
  "not-by": may(SomeWords, "不得由"),
  "sign-off": may(Who, "会签"),
  fields: may(Fields, "记录项"),
  optional: may(YesNo, "可选"),
  within: may(VaryingLength, "时限"),
  from: may(Moments, "起算"),
  calendar: may(CalendarWord, "日历"),
  "only-within": may(VaryingLength, "仅限"),
  "instead-of": may(SomeWords, "替代"),
  "or-explain": may(OrExplain, "或说明理由"),
  tell: may(Word, "告知客户"),
  notify: may(Who, "知会"),
  "out-of-order": may(OutOfOrder, "乱序时"),
  binding: may(YesNo, "强制")
}

const own = {
  smart: may(YesNo, "可度量"),
  method: may(Methods, "分析方法"),
  depth: may(Count, "追问层数"),
  "surface-causes": may(Phrases, "表面原因"),
  evidence: may(Evidence, "证据"),
  prevents: may(Prevents, "防止"),
  observe: may(VaryingLength, "观察期"),
  proof: may(Proof, "验证方式"),
  "if-failed": may(Word, "未通过退回"),
  "replied-by": may(Who, "代答人"),
  rounds: may(Count, "轮次"),
  arbiter: may(OneRole, "裁决人"),
  "one-of": may(Conclusions, "取值"),
  survey: may(Word, "回访渠道"),
  silence: may(Silence, "沉默")
}

/** The schema of a gate of a loop. */
export const Gate = entryOf("Gate", { ...common, ...own })
