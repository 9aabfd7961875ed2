/** A scenario file: what each thing is called, and what each key says. */

export const title = {
  Column: "`<column>`: the cell of the row",
  Sentences: "a text or a list of texts",
  Rules: "a rule or a list of rules",
  Rule: "a place in the policy, or a slug",
  Receipts: "a message and who gets it, or a list of them",
  Receipt: "a message and who gets it",
  ReceiptSaying: "a message and words that it says",
  Action: "an action",
  CustomerOfCase: "a customer",
  Says: "an answer",
  Finds: "`right` or `wrong`",
  Causes: "causes",
  GateState: "a state of a gate",
  ClockState: "a state of a clock",
  MissedBecause: "why a clock was missed",
  LoopState: "`open` or `closed`",
  Outcome: "an outcome",
  Expectation: "a value",
  NoneOrNames: "a name or a list of names, or `none`",
  NameOrNone: "a name, or `none`",
  ApprovalAsked: "an approval asked for",
  CaseExpected: "what is expected of a case",
  AnswersExpected: "a map of answers and numbers",
  Expect: "what is expected",
  MeasuresExpected: "a map of measures and cells",
  MomentOfStep: "an instant",
  Given: "a step",
  ScenarioStep: "a step",
  ExampleCell: "a value or a list of values",
  Example: "a row: columns and their cells",
  Scenario: "a scenario",
  ScenarioFile: "a scenario file",
  SortWord: "a name",
  CausesByAspect: "a map of aspects and causes"
}

const verb = "What is done, and to which case, gate or person."

export const says = {
  Action: {
    what: "What is done.",
    metric: "What is measured.",
    target: "What is to be reached.",
    owner: "Who does it.",
    due: "Until when."
  },
  CustomerOfCase: {
    id: "Their id.",
    name: "Their name.",
    address: "Where answers go.",
    language: "The language they read."
  },
  ApprovalAsked: {
    from: "Who is asked.",
    due: "Until when."
  },
  CaseExpected: {
    kind: "Its kind.",
    category: "Its category.",
    emotion: "Its emotion.",
    review: "Who is asked to review it.",
    signal: "Signals heard in its words.",
    facts: "Facts that are known of it; `none`: not known.",
    attachments: "References to files that came with it.",
    owner: "Who owns it.",
    department: "The department that must act.",
    outcome: "How it ended.",
    "linked-to": "Cases it is linked to.",
    reopened: "How often it was reopened.",
    compensated: "How much was paid.",
    discounted: "How much discount was given.",
    granted: "How many units of resources were given.",
    approvals: "Approvals that wait.",
    due: "Dues of its clocks.",
    gates: "States of its gates.",
    clocks: "States of its clocks.",
    loops: "States of its loops.",
    "missed-because": "Why clocks were missed.",
    because: "The rule that made it so."
  },
  AnswersExpected: {
    answered: "How many customers answered it.",
    mean: "The mean of a scale."
  },
  Expect: {
    sent: "Messages that left, `receipt to c-qin`; also with words that they say, `receipt to c-qin: thank you`.",
    "nothing-sent": "No message left.",
    measures: "Measures over the cases of the scenario so far.",
    answers:
      "How customers answered questions of surveys so far: of each answer a number, or a share of those who answered.",
    pending: "Rules that the command exceeds.",
    rejected: "Rules that refuse the command."
  },
  Scenario: {
    scenario: "Its title.",
    examples: "Rows; the scenario is run once for each, with its cells where `<column>` stands.",
    given: "Steps before it.",
    steps: "Its steps, in the order of time."
  },
  ScenarioFile: {
    hearback: "The version of the language.",
    policy: "The policy file that is tried.",
    people: "The people file; else `people.yaml` beside the policy.",
    scenarios: "Scenarios."
  },
  OwnVerbs: {
    submit: verb,
    "opt-out": verb,
    "opt-in": verb,
    settle: verb
  },
  OwnArguments: {
    by: "Who does it; else the system or the customer.",
    key: "The channel's id of the message.",
    received: "When the customer said it.",
    thread: "The case that the message names."
  },
  StepKeys: {
    at: "When: an instant, or `+2 hours`.",
    expect: "What must hold after it."
  }
}
