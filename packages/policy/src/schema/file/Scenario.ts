/** A scenario file: steps at instants, and what is expected of them. */
import { Arguments } from "@hearback/core"
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import type { ValueSort } from "../../vocabulary/Sort.ts"
import { clockStates, gateStates } from "../../vocabulary/Vocabulary.ts"
import { measuresOf } from "../Measure.ts"
import { type Both, choice, mapOf, mixedMapOf, must, perhaps, speaking, titled, wordOf } from "../Notation.ts"
import { Cell } from "../Table.ts"
import { Amount, Instant, Name, Sentence, Share, Word, YesNo } from "../Value.ts"
import { FactValues } from "./People.ts"

const List = Schema.Union([Word, Schema.Array(Word)]).annotate({
  identifier: "WordList",
  ...titled(["a name or a list of names", "名称或名称列表"])
})
const Sentences = Schema.Union([Sentence, Schema.Array(Sentence)]).annotate({
  identifier: "Sentences",
  ...titled(["a text or a list of texts", "文字或文字列表"])
})

const oneOrMore = (identifier: string, named: Both, item: Schema.Top) =>
  Schema.Union([item, Schema.Array(item)]).annotate({ identifier, ...titled(named) })
const Rules = oneOrMore(
  "Rules",
  ["a rule or a list of rules", "规则或规则列表"],
  wordOf("Rule", ["a place in the policy, or a slug", "策略中的位置，或标识"], "path")
)
const Receipts = oneOrMore(
  "Receipts",
  ["a message and who gets it, or a list of them", "消息与收件人，或其列表"],
  Schema.Union([
    wordOf("Receipt", ["a message and who gets it", "消息与收件人"], "receipt"),
    Schema.Record(Schema.String, Sentence).annotate({
      identifier: "ReceiptSaying",
      ...titled(["a message and words that it says", "消息与其中的文字"])
    })
  ])
)

/** Steps that are no command on a case: how one is opened, what a customer wishes, and the way to a gate. */
const ownVerbs = { submit: "提交", "opt-out": "退订", "opt-in": "订阅", settle: "走到" } as const
type Verb = Arguments.GivenVerb | keyof typeof ownVerbs
const given = Object.keys(Arguments.commands) as readonly Arguments.GivenVerb[]
const verb = (
  zh: string,
  en = "What is done, and to which case, gate or person.",
  zhSays = "做什么，对哪个案件、关口或人员。"
) => perhaps(List, zh, en, zhSays)
const verbKeys = Object.fromEntries([
  ...Object.entries(ownVerbs).map(([name, zh]) => [name, verb(zh)] as const),
  ...given.map((name) => {
    const [zh, en, zhSays] = [
      Arguments.keyOf(name, "zh-CN"),
      Arguments.saysOf(name, "en"),
      Arguments.saysOf(name, "zh-CN")
    ]
    return [name, verb(zh, en, zhSays)] as const
  })
]) as Record<Verb, ReturnType<typeof verb>>

const Action = mapOf("Action", ["an action", "措施"], {
  what: perhaps(Sentence, "做什么", "What is done.", "做什么。"),
  metric: perhaps(Sentence, "指标", "What is measured.", "衡量什么。"),
  target: perhaps(Schema.Union([Sentence, Schema.Finite]), "目标", "What is to be reached.", "要达到什么。"),
  owner: perhaps(Word, "负责人", "Who does it.", "由谁完成。"),
  due: perhaps(Word, "期限", "Until when.", "期限。")
})
const Customer = mapOf("CustomerOfCase", ["a customer", "客户"], {
  id: perhaps(Word, "编号", "Their id.", "编号。"),
  name: perhaps(Sentence, "姓名", "Their name.", "姓名。"),
  address: perhaps(Sentence, "地址", "Where answers go.", "答复发往何处。"),
  language: perhaps(Word, "语言", "The language they read.", "所用语言。")
})
const Says = choice("Says", ["an answer", "答"], {
  agree: "同意",
  counter: "另提",
  refuse: "拒绝",
  satisfied: "满意",
  dissatisfied: "不满意"
})
const Finds = choice("Finds", ["`right` or `wrong`", "`right` 或 `wrong`"], { right: "正确", wrong: "有误" })
const Causes = Schema.Union([
  Sentences,
  Schema.Record(Word, Sentences).annotate({
    ...titled(["a map of aspects and causes", "各方面的原因"]),
    ...speaking("aspects")
  })
]).annotate({ identifier: "Causes", ...titled(["causes", "原因"]) })

/** The words for an argument of commands: its key in Chinese, and what it says, where its command says it. */
const wordsFor = (name: string): readonly [zh: string, en: string, zhSays: string] => {
  const { key = name, verb } = Arguments.argumentNamed(name)
  return [key, Arguments.argumentSays(verb, name, "en"), Arguments.argumentSays(verb, name, "zh-CN")]
}
const argument = <S extends Schema.Top>(name: string, schema: S) => perhaps(schema, ...wordsFor(name))
const text = (name: string) => argument(name, Sentence)
const word = (name: string) => argument(name, Word)
const sort = (of: ValueSort) => {
  const capital = of.charAt(0).toUpperCase() + of.slice(1)
  return wordOf(`${capital}Word`, ["a name", "名称"], of)
}
const expected = (zh: string, en: string) => perhaps(Word, zh, en, `${zh}。`)
const spoken = (of: ValueSort, zh: string, en: string) => perhaps(sort(of), zh, en, `${zh}。`)

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** What stands behind the key of an argument, unless the table below says something narrower. */
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

/** The keys of steps in the order in which files are laid out, and what some arguments are beyond their type. */
const ordered = {
  by: spoken("actor", "经手人", "Who does it; else the system or the customer."),
  key: expected("去重号", "The channel's id of the message."),
  channel: word("channel"),
  customer: argument("customer", Schema.Union([Word, Customer])),
  verbatim: text("verbatim"),
  description: text("description"),
  received: perhaps(Instant, "收到时间", "When the customer said it.", "客户何时反馈。"),
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
  thread: expected("所回案件", "The case that the message names."),
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

/** What the table above does not name is taken as its command describes it, and stands last. */
const argumentKeys = {
  ...ordered,
  ...(Object.fromEntries(
    Arguments.scenarioArguments
      .filter(({ name }) => !(kebab(name) in ordered))
      .map(({ name, type }) => [kebab(name), argument(name, schemaOf(type))])
  ) as object)
}

const GateState = choice("GateState", ["a state of a gate", "关口状态"], gateStates)
const ClockState = choice("ClockState", ["a state of a clock", "时钟状态"], clockStates)
const MissedBecause = choice("MissedBecause", ["why a clock was missed", "超期原因"], {
  elapsed: "到时",
  regraded: "改级",
  reopened: "重开",
  calendar: "换历",
  owner: "换人",
  extended: "延期",
  manual: "人工期限",
  policy: "换版"
})
const LoopState = choice("LoopState", ["`open` or `closed`", "`open` 或 `closed`"], {
  open: "未结束",
  closed: "已结束"
})
const Outcome = choice("Outcome", ["an outcome", "结局"], {
  confirmed: "已确认",
  answered: "已答复",
  unconfirmed: "未确认",
  dissatisfied: "仍不满意",
  withdrawn: "已撤回",
  forwarded: "已转交",
  "turned-away": "不予受理",
  merged: "已合并"
})
const byName = <S extends Schema.Top>([en, zh]: readonly [string, string], value: S) =>
  Schema.Record(Word, value).annotate(titled([en, zh]))
const Expectation = Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]).annotate({
  identifier: "Expectation",
  ...titled(["a value", "一个值"])
})
const NoneOrNames = oneOrMore(
  "NoneOrNames",
  ["a name or a list of names, or `none`", "名称、名称列表或 `none`"],
  wordOf("NameOrNone", ["a name, or `none`", "名称或 `none`"], "none")
)
const ApprovalAsked = mapOf("ApprovalAsked", ["an approval asked for", "待批事项"], {
  from: perhaps(Word, "批准方", "Who is asked.", "请谁批准。"),
  due: perhaps(Instant, "时限", "Until when.", "时限。")
})
const CaseExpected = mixedMapOf(
  "CaseExpected",
  ["what is expected of a case", "对案件的期望"],
  {
    kind: spoken("kind", "性质", "Its kind."),
    category: spoken("category", "类别", "Its category."),
    emotion: spoken("emotion", "情绪", "Its emotion."),
    review: spoken("none", "复核", "Who is asked to review it."),
    signal: perhaps(NoneOrNames, "信号词", "Signals heard in its words.", "从其文字听出的信号。"),
    facts: perhaps(FactValues, "事实", "Facts that are known of it; `none`: not known.", "已知的事实；`none` 为未知。"),
    attachments: perhaps(List, "附件", "References to files that came with it.", "随案的附件引用。"),
    owner: expected("首问人", "Who owns it."),
    department: spoken("none", "责任部门", "The department that must act."),
    outcome: perhaps(Outcome, "结局", "How it ended.", "结局。"),
    "linked-to": perhaps(List, "关联", "Cases it is linked to.", "关联的案件。"),
    reopened: perhaps(Schema.Finite, "重开次数", "How often it was reopened.", "重开次数。"),
    compensated: perhaps(Amount, "已补偿", "How much was paid.", "已补偿金额。"),
    discounted: perhaps(Share, "已折扣", "How much discount was given.", "已给折扣。"),
    granted: perhaps(Schema.Finite, "已给资源", "How many units of resources were given.", "已给资源份数。"),
    approvals: perhaps(Schema.Array(ApprovalAsked), "待批", "Approvals that wait.", "待批事项。"),
    due: perhaps(
      byName(["a map of clocks and dues", "时钟与时限"], Instant),
      "时限",
      "Dues of its clocks.",
      "各时钟的时限。"
    ),
    gates: perhaps(
      byName(["a map of gates and states", "关口与状态"], GateState),
      "关口",
      "States of its gates.",
      "各关口的状态。"
    ),
    clocks: perhaps(
      byName(["a map of clocks and states", "时钟与状态"], ClockState),
      "时钟",
      "States of its clocks.",
      "各时钟的状态。"
    ),
    loops: perhaps(
      byName(["a map of loops and states", "闭环与状态"], LoopState).annotate(speaking("sides")),
      "闭环",
      "States of its loops.",
      "各闭环的状态。"
    ),
    "missed-because": perhaps(
      byName(["a map of clocks and causes", "时钟与超期原因"], MissedBecause),
      "超期原因",
      "Why clocks were missed.",
      "各时钟为何超期。"
    ),
    because: perhaps(Rules, "依据", "The rule that made it so.", "所依据的规则。")
  },
  Name,
  Expectation
)
const AnswersExpected = mixedMapOf(
  "AnswersExpected",
  ["a map of answers and numbers", "各回答与人数"],
  {
    answered: perhaps(Cell, "答题人数", "How many customers answered it.", "多少人回答了这一题。"),
    mean: perhaps(Cell, "平均分", "The mean of a scale.", "分值题的平均分。")
  },
  Schema.String.annotate(titled(["an answer", "回答"])),
  Cell
)
const Expect = mixedMapOf(
  "Expect",
  ["what is expected", "期望"],
  {
    sent: perhaps(
      Receipts,
      "已发",
      "Messages that left, `receipt to c-qin`; also with words that they say, `receipt to c-qin: thank you`.",
      "发出的消息：`receipt to c-qin`；也可写其中的文字：`receipt to c-qin: 谢谢`。"
    ),
    "nothing-sent": perhaps(Schema.Union([YesNo, Receipts]), "未发", "No message left.", "没有发出消息。"),
    measures: perhaps(
      measuresOf("MeasuresExpected", ["a map of measures and cells", "指标与期望"], ({ key, says }) =>
        perhaps(Cell, key, `What this measure comes to: ${says[0]}.`, `该指标的值：${says[1]}。`)
      ),
      "指标",
      "Measures over the cases of the scenario so far.",
      "到此为止各案件的指标。"
    ),
    answers: perhaps(
      byName(["a map of questions and answers", "题目与回答"], AnswersExpected),
      "回答",
      "How customers answered questions of surveys so far: of each answer a number, or a share of those who answered.",
      "到此为止问卷各题的回答：每种回答的人数，或占回答者的比例。"
    ),
    pending: perhaps(Rules, "待批于", "Rules that the command exceeds.", "命令超出的规则。"),
    rejected: perhaps(Rules, "拒绝于", "Rules that refuse the command.", "拒绝命令的规则。")
  },
  Name,
  CaseExpected
)

const at = must(
  wordOf("MomentOfStep", ["an instant", "时刻"], "offset"),
  "时刻",
  "When: an instant, or `+2 hours`.",
  "何时：时刻，或 `+2 hours`。"
)
const Given = mapOf("Given", ["a step", "一步"], { at, ...verbKeys, ...argumentKeys })
const Step = mapOf("ScenarioStep", ["a step", "一步"], {
  at,
  ...verbKeys,
  ...argumentKeys,
  expect: perhaps(Expect, "期望", "What must hold after it.", "此后应成立的。")
}).annotate({ "x-layout": "block" })
const ExampleCell = Schema.Union([Expectation, Schema.Array(Expectation)]).annotate({
  identifier: "ExampleCell",
  ...titled(["a value or a list of values", "一个值或值的列表"])
})
const Example = Schema.Record(Word, ExampleCell).annotate({
  identifier: "Example",
  ...titled(["a row: columns and their cells", "一行：各列及其值"]),
  ...speaking("column"),
  "x-layout": "row"
})
const Case = mapOf("Scenario", ["a scenario", "场景"], {
  scenario: must(Sentence, "场景名", "Its title.", "场景名。"),
  examples: perhaps(
    Schema.Array(Example),
    "示例",
    "Rows; the scenario is run once for each, with its cells where `<column>` stands.",
    "示例行；场景逐行运行，`<列名>` 处填入该行的值。"
  ),
  given: perhaps(Schema.Array(Given), "已知", "Steps before it.", "已发生的步骤。"),
  steps: must(Schema.Array(Step), "步骤", "Its steps, in the order of time.", "步骤，按时间先后。")
}).annotate({ "x-layout": "block" })
export const Scenarios = mapOf("ScenarioFile", ["a scenario file", "场景文件"], {
  hearback: must(Schema.Literal(newestVersion), "闭环", "The version of the language.", "语言版本。"),
  policy: must(Word, "策略", "The policy file that is tried.", "所试的策略文件。"),
  people: perhaps(
    Word,
    "人员表",
    "The people file; else `people.yaml` beside the policy.",
    "人员表；缺省为策略旁的 `people.yaml`。"
  ),
  scenarios: must(Schema.Array(Case), "场景", "Scenarios.", "场景。")
})

/** The document of a scenario file as plain JSON. */
export type ScenarioDocument = typeof Scenarios.Encoded
