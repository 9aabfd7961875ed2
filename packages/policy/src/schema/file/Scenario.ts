/** The schema of a scenario file: steps at instants, and their expectations. */
import { Arguments } from "@hearback/core"
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import type { TranslatedText } from "../../text/shape/TranslatedText.ts"
import type { ValueSort } from "../../vocabulary/Sort.ts"
import { clockStates, gateStates } from "../../vocabulary/Vocabulary.ts"
import { measuresOf } from "../Measure.ts"
import {
  choice,
  mapOf,
  mixedMapOf,
  must,
  named,
  perhaps,
  saying,
  speaking,
  type TitleName,
  titled,
  told,
  wordOf
} from "../Notation.ts"
import { Cell } from "../Table.ts"
import { Amount, Instant, Name, Sentence, Share, Word, YesNo } from "../Value.ts"
import { FactValues } from "./People.ts"

const List = Schema.Union([Word, Schema.Array(Word)]).annotate(named("WordList"))
const Sentences = Schema.Union([Sentence, Schema.Array(Sentence)]).annotate(named("Sentences"))

const oneOrMore = (name: TitleName, item: Schema.Top) => Schema.Union([item, Schema.Array(item)]).annotate(named(name))
const Rules = oneOrMore("Rules", wordOf("Rule", "path"))
const Receipts = oneOrMore(
  "Receipts",
  Schema.Union([wordOf("Receipt", "receipt"), Schema.Record(Schema.String, Sentence).annotate(named("ReceiptSaying"))])
)

/** Steps that are no command on a case: submitting feedback, a customer's wish, and the shortcut to a gate. */
const ownVerbs = { submit: "提交", "opt-out": "退订", "opt-in": "订阅", settle: "走到" } as const
type Verb = Arguments.GivenVerb | keyof typeof ownVerbs
const given = Object.keys(Arguments.commands) as readonly Arguments.GivenVerb[]
const verb = (zh: string, says?: TranslatedText) => perhaps(List, zh, says)
const verbKeys = {
  ...told("OwnVerbs", Object.fromEntries(Object.entries(ownVerbs).map(([name, zh]) => [name, verb(zh)]))),
  ...Object.fromEntries(
    given.map((name) => [
      name,
      verb(
        Arguments.keyOf(name, "zh-CN"),
        saying((_, language) => Arguments.saysOf(name, language))
      )
    ])
  )
} as Record<Verb, ReturnType<typeof verb>>

const Action = mapOf("Action", {
  what: perhaps(Sentence, "做什么"),
  metric: perhaps(Sentence, "指标"),
  target: perhaps(Schema.Union([Sentence, Schema.Finite]), "目标"),
  owner: perhaps(Word, "负责人"),
  due: perhaps(Word, "期限")
})
const Customer = mapOf("CustomerOfCase", {
  id: perhaps(Word, "编号"),
  name: perhaps(Sentence, "姓名"),
  address: perhaps(Sentence, "地址"),
  language: perhaps(Word, "语言")
})
const Says = choice("Says", {
  agree: "同意",
  counter: "另提",
  refuse: "拒绝",
  satisfied: "满意",
  dissatisfied: "不满意"
})
const Finds = choice("Finds", { right: "正确", wrong: "有误" })
const Causes = Schema.Union([
  Sentences,
  Schema.Record(Word, Sentences).annotate({
    ...titled("CausesByAspect"),
    ...speaking("aspects")
  })
]).annotate(named("Causes"))

/** A key for an argument of commands: its Chinese word, and its description if the command gives it. */
const argument = <S extends Schema.Top>(name: string, schema: S) => {
  const { key = name, verb: of } = Arguments.argumentNamed(name)
  return perhaps(
    schema,
    key,
    saying((_, language) => Arguments.argumentSays(of, name, language))
  )
}
const text = (name: string) => argument(name, Sentence)
const word = (name: string) => argument(name, Word)
const sort = (of: ValueSort) => {
  const capital = of.charAt(0).toUpperCase() + of.slice(1)
  return wordOf("SortWord", of, `${capital}Word`)
}
const expected = (zh: string) => perhaps(Word, zh)
const spoken = (of: ValueSort, zh: string) => perhaps(sort(of), zh)

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The schema of each argument, unless the table below has a narrower one. */
const schemaOf = (type: Arguments.ArgumentType) => {
  switch (type) {
    case "number":
      return Schema.Finite
    case "amount":
      return Amount
    case "yes-no":
      return YesNo
    case "texts":
      return List
    case "facts":
      return FactValues
    default:
      return Sentence
  }
}

/** The keys of steps in the order of a formatted file, and narrower schemas of some arguments. */
const { by, key, received, thread } = told("OwnArguments", {
  by: spoken("actor", "经手人"),
  key: expected("去重号"),
  received: perhaps(Instant, "收到时间"),
  thread: expected("所回案件")
})
const ordered = {
  by,
  key,
  channel: word("channel"),
  customer: argument("customer", Schema.Union([Word, Customer])),
  verbatim: text("verbatim"),
  description: text("description"),
  received,
  "happened-at": word("happenedAt"),
  where: text("where"),
  demand: text("demand"),
  "hoped-for-by": word("hopedForBy"),
  score: argument("score", Schema.Finite),
  kind: argument("kind", sort("kind")),
  consent: argument("consent", List),
  attachments: argument("attachments", List),
  facts: argument("facts", FactValues),
  fields: argument("fields", FactValues),
  reason: text("reason"),
  amount: argument("amount", Amount),
  to: word("to"),
  into: word("into"),
  thread,
  automatic: argument("automatic", YesNo),
  until: word("until"),
  roles: argument("roles", List),
  says: argument("says", Says),
  finds: argument("finds", Finds),
  category: word("category"),
  "cause-of": word("causeOf"),
  cause: argument("cause", sort("cause")),
  method: argument("method", sort("method")),
  whys: argument("whys", Sentences),
  causes: argument("causes", Causes),
  evidence: argument("evidence", Sentences),
  actions: argument("actions", Schema.Array(Action)),
  action: argument("action", Schema.Union([Schema.Finite, Word])),
  proposal: text("proposal"),
  decision: word("decision"),
  result: text("result"),
  shortfall: text("shortfall"),
  proof: text("proof"),
  text: text("text")
}

/** Arguments that the table above does not name have the schema of their command, and come last. */
const argumentKeys = {
  ...ordered,
  ...(Object.fromEntries(
    Arguments.scenarioArguments
      .filter(({ name }) => !(kebab(name) in ordered))
      .map(({ name, type }) => [kebab(name), argument(name, schemaOf(type))])
  ) as object)
}

const GateState = choice("GateState", gateStates)
const ClockState = choice("ClockState", clockStates)
const MissedBecause = choice("MissedBecause", {
  elapsed: "到时",
  regraded: "改级",
  reopened: "重开",
  calendar: "换历",
  owner: "换人",
  extended: "延期",
  manual: "人工期限",
  policy: "换版"
})
const LoopState = choice("LoopState", {
  open: "未结束",
  closed: "已结束"
})
const Outcome = choice("Outcome", {
  confirmed: "已确认",
  answered: "已答复",
  unconfirmed: "未确认",
  dissatisfied: "仍不满意",
  withdrawn: "已撤回",
  forwarded: "已转交",
  "turned-away": "不予受理",
  merged: "已合并"
})
const Expectation = Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]).annotate(named("Expectation"))
const NoneOrNames = oneOrMore("NoneOrNames", wordOf("NameOrNone", "none"))
const ApprovalAsked = mapOf("ApprovalAsked", {
  from: perhaps(Word, "批准方"),
  due: perhaps(Instant, "时限")
})
const CaseExpected = mixedMapOf(
  "CaseExpected",
  {
    kind: spoken("kind", "性质"),
    category: spoken("category", "类别"),
    emotion: spoken("emotion", "情绪"),
    review: spoken("none", "复核"),
    signal: perhaps(NoneOrNames, "信号词"),
    facts: perhaps(FactValues, "事实"),
    attachments: perhaps(List, "附件"),
    owner: expected("首问人"),
    department: spoken("none", "责任部门"),
    outcome: perhaps(Outcome, "结局"),
    "linked-to": perhaps(List, "关联"),
    reopened: perhaps(Schema.Finite, "重开次数"),
    compensated: perhaps(Amount, "已补偿"),
    discounted: perhaps(Share, "已折扣"),
    granted: perhaps(Schema.Finite, "已给资源"),
    approvals: perhaps(Schema.Array(ApprovalAsked), "待批"),
    due: perhaps(Schema.Record(Word, Instant), "时限"),
    gates: perhaps(Schema.Record(Word, GateState), "关口"),
    clocks: perhaps(Schema.Record(Word, ClockState), "时钟"),
    loops: perhaps(Schema.Record(Word, LoopState).annotate(speaking("sides")), "闭环"),
    "missed-because": perhaps(Schema.Record(Word, MissedBecause), "超期原因"),
    because: perhaps(Rules, "依据")
  },
  Name,
  Expectation
)
const AnswersExpected = mixedMapOf(
  "AnswersExpected",
  {
    answered: perhaps(Cell, "答题人数"),
    mean: perhaps(Cell, "平均分")
  },
  Schema.String,
  Cell
)
const Expect = mixedMapOf(
  "Expect",
  {
    sent: perhaps(Receipts, "已发"),
    "nothing-sent": perhaps(Schema.Union([YesNo, Receipts]), "未发"),
    measures: perhaps(
      measuresOf(
        "MeasuresExpected",
        (zh, says) => perhaps(Cell, zh, says),
        (keys, measure) => keys.OfMeasure.value(measure)
      ),
      "指标"
    ),
    answers: perhaps(Schema.Record(Word, AnswersExpected), "回答"),
    pending: perhaps(Rules, "待批于"),
    rejected: perhaps(Rules, "拒绝于")
  },
  Name,
  CaseExpected
)

const { at, expect } = told("StepKeys", {
  at: must(wordOf("MomentOfStep", "offset"), "时刻"),
  expect: perhaps(Expect, "期望")
})
const Given = mapOf("Given", { at, ...verbKeys, ...argumentKeys })
const Step = mapOf("ScenarioStep", { at, ...verbKeys, ...argumentKeys, expect }).annotate({ "x-layout": "block" })
const ExampleCell = Schema.Union([Expectation, Schema.Array(Expectation)]).annotate(named("ExampleCell"))
const Example = Schema.Record(Word, ExampleCell).annotate({
  ...named("Example"),
  ...speaking("column"),
  "x-layout": "row"
})
const Case = mapOf("Scenario", {
  scenario: must(Sentence, "场景名"),
  examples: perhaps(Schema.Array(Example), "示例"),
  given: perhaps(Schema.Array(Given), "已知"),
  steps: must(Schema.Array(Step), "步骤")
}).annotate({ "x-layout": "block" })
/** The schema of a scenario file. */
export const Scenarios = mapOf("ScenarioFile", {
  hearback: must(Schema.Literal(newestVersion), "闭环"),
  policy: must(Word, "策略"),
  people: perhaps(Word, "人员表"),
  scenarios: must(Schema.Array(Case), "场景")
})

/** A scenario file as plain JSON. */
export type ScenarioDocument = typeof Scenarios.Encoded
