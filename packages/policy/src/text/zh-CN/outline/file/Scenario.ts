/** A scenario file: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../../en/outline/file/Scenario.ts"

export const title: Like<typeof en.title> = {
  Column: "`<列名>`：该行的值",
  Sentences: "文字或文字列表",
  Rules: "规则或规则列表",
  Rule: "策略中的位置，或标识",
  Receipts: "消息与收件人，或其列表",
  Receipt: "消息与收件人",
  ReceiptSaying: "消息与其中的文字",
  Action: "措施",
  CustomerOfCase: "客户",
  Says: "答",
  Finds: "`right` 或 `wrong`",
  Causes: "原因",
  GateState: "关口状态",
  ClockState: "时钟状态",
  MissedBecause: "超期原因",
  LoopState: "`open` 或 `closed`",
  Outcome: "结局",
  Expectation: "一个值",
  NoneOrNames: "名称、名称列表或 `none`",
  NameOrNone: "名称或 `none`",
  ApprovalAsked: "待批事项",
  CaseExpected: "对案件的期望",
  AnswersExpected: "各回答与人数",
  Expect: "期望",
  MeasuresExpected: "指标与期望",
  MomentOfStep: "时刻",
  Given: "一步",
  ScenarioStep: "一步",
  ExampleCell: "一个值或值的列表",
  Example: "一行：各列及其值",
  Scenario: "场景",
  ScenarioFile: "场景文件",
  SortWord: "名称",
  CausesByAspect: "各方面的原因"
}

const verb = "做什么，对哪个案件、关口或人员。"

export const says: Like<typeof en.says> = {
  Action: {
    what: "做什么。",
    metric: "衡量什么。",
    target: "要达到什么。",
    owner: "由谁完成。",
    due: "期限。"
  },
  CustomerOfCase: {
    id: "编号。",
    name: "姓名。",
    address: "答复发往何处。",
    language: "所用语言。"
  },
  ApprovalAsked: {
    from: "请谁批准。",
    due: "时限。"
  },
  CaseExpected: {
    kind: "性质。",
    category: "类别。",
    emotion: "情绪。",
    review: "复核。",
    signal: "从其文字识别的信号词。",
    facts: "已知的事实；`none` 为未知。",
    attachments: "随案的附件引用。",
    owner: "首问人。",
    department: "责任部门。",
    outcome: "结局。",
    "linked-to": "关联的案件。",
    reopened: "重开次数。",
    compensated: "已补偿金额。",
    discounted: "已给折扣。",
    granted: "已给资源份数。",
    approvals: "待批事项。",
    due: "各时钟的时限。",
    gates: "各关口的状态。",
    clocks: "各时钟的状态。",
    loops: "各闭环的状态。",
    "missed-because": "各时钟为何超期。",
    because: "所依据的规则。"
  },
  AnswersExpected: {
    answered: "多少人回答了这一题。",
    mean: "分值题的平均分。"
  },
  Expect: {
    sent: "发出的消息：`receipt to c-qin`；也可写其中的文字：`receipt to c-qin: 谢谢`。",
    "nothing-sent": "没有发出消息。",
    measures: "到此为止各案件的指标。",
    answers: "到此为止问卷各题的回答：每种回答的人数，或占回答者的比例。",
    pending: "命令超出的规则。",
    rejected: "拒绝命令的规则。"
  },
  Scenario: {
    scenario: "场景名。",
    examples: "示例行；场景逐行运行，`<列名>` 处填入该行的值。",
    given: "已发生的步骤。",
    steps: "步骤，按时间先后。"
  },
  ScenarioFile: {
    hearback: "语言版本。",
    policy: "所试的策略文件。",
    people: "人员表；缺省为策略旁的 `people.yaml`。",
    scenarios: "场景。"
  },
  OwnVerbs: {
    submit: verb,
    "opt-out": verb,
    "opt-in": verb,
    settle: verb
  },
  OwnArguments: {
    by: "经手人。",
    key: "去重号。",
    received: "客户何时反馈。",
    thread: "所回案件。"
  },
  StepKeys: {
    at: "何时：时刻，或 `+2 hours`。",
    expect: "此后应成立的。"
  }
}
