/** A scenario file: what each thing is called, and what each key says. */

export const title = {
  Column: "`<column>`: the cell of the row",
  Sentences: "a text or a list of texts",
  Rules: "a rule or a list of rules",
  Rule: "a place in the policy, or a slug",
  Receipts: "a message and who gets it, or a list of them",
  Receipt: "a message and who gets it",
  ReceiptSaying: "a message and words that it contains",
  Action: "an action",
  CustomerOfCase: "a customer",
  Says: "an answer",
  Finds: "`right` or `wrong`",
  Causes: "reasons",
  GateState: "a state of a gate",
  ClockState: "a state of a clock",
  MissedBecause: "a reason for a missed clock",
  LoopState: "`open` or `closed`",
  Outcome: "an outcome",
  Expectation: "a value",
  NoneOrNames: "a name or a list of names, or `none`",
  NameOrNone: "a name, or `none`",
  ApprovalAsked: "a requested approval",
  CaseExpected: "the expected state of a case",
  AnswersExpected: "a map of answers and numbers",
  Expect: "the expected result",
  MeasuresExpected: "a map of measures and cells",
  MomentOfStep: "an instant",
  Given: "a step",
  ScenarioStep: "a step",
  ExampleCell: "a value or a list of values",
  Example: "a row: columns and their cells",
  Scenario: "a scenario",
  ScenarioFile: "a scenario file",
  SortWord: "a name",
  CausesByAspect: "a map of aspects and reasons"
}

const verb = "What is done, and to which case, gate or person."

export const says = {
  Action: {
    what: "The action.",
    metric: "The measure of its success.",
    target: "The value to reach.",
    owner: "Who does it.",
    due: "The due date."
  },
  CustomerOfCase: {
    id: "The id of the customer.",
    name: "The name of the customer.",
    address: "The address for answers.",
    language: "The language of answers."
  },
  ApprovalAsked: {
    from: "Who is asked.",
    due: "The time by which they must answer."
  },
  CaseExpected: {
    kind: "The kind of feedback.",
    category: "The category of the case.",
    emotion: "The emotion of the customer.",
    review: "The role that is asked to review the reading.",
    signal: "The signals found in the words.",
    facts: "The known facts; `none`: not known.",
    attachments: "References to the attached files.",
    owner: "The owner of the case.",
    department: "The responsible department.",
    outcome: "The outcome of the case.",
    "linked-to": "The linked cases.",
    reopened: "How many times the case was reopened.",
    compensated: "The compensation so far.",
    discounted: "The discount so far.",
    granted: "The resources so far.",
    approvals: "The approvals that wait.",
    due: "The due times of clocks.",
    gates: "The states of gates.",
    clocks: "The states of clocks.",
    loops: "The states of loops.",
    "missed-because": "The reasons for missed clocks.",
    because: "The rule that decided each aspect."
  },
  AnswersExpected: {
    answered: "The number of customers who answered.",
    mean: "The mean of the scale."
  },
  Expect: {
    sent: "Messages that were sent, such as `receipt to c-qin`; also with words that they contain, `receipt to c-qin: thank you`.",
    "nothing-sent": "No message was sent.",
    measures: "Measures over the cases of the scenario so far.",
    answers: "The answers to survey questions so far: for each answer the number of customers, or their share.",
    pending: "The rules that the command exceeds, so that it waits for approval.",
    rejected: "Rules that refuse the command."
  },
  Scenario: {
    scenario: "The title of the scenario.",
    examples: "Rows; the scenario runs once for each row, with its cells in place of `<column>`.",
    given: "Steps before the tested ones.",
    steps: "The steps, in the order of time."
  },
  ScenarioFile: {
    hearback: "The version of the language.",
    policy: "The policy file under test.",
    people: "The people file. Default: `people.yaml` beside the policy.",
    scenarios: "The scenarios."
  },
  OwnVerbs: {
    submit: verb,
    "opt-out": verb,
    "opt-in": verb,
    settle: verb
  },
  OwnArguments: {
    by: "Who does it. Default: the system or the customer.",
    key: "The id of the message in its channel.",
    received: "When the customer said it.",
    thread: "The case that the message names."
  },
  StepKeys: {
    at: "The instant of the step, or a length such as `+2 hours`.",
    expect: "What must be true after the step."
  }
}
