/** What conditions read and what deadlines count from, as sentences say it. */

export const ruleWords = {
  input: {
    kind: "kind of feedback",
    category: "category",
    "category.department": "department of the category",
    emotion: "emotion",
    confidence: "how sure the reading is",
    channel: "channel",
    score: "score",
    anonymous: "the customer is anonymous",
    received: "date of receipt",
    "happened-at": "when it happened",
    "hoped-for-by": "until when the customer hopes for it",
    "same-matter.contacts": "contacts on the same matter",
    "same-matter.unanswered": "contacts that nobody has answered",
    "same-problem.customers": "customers with the same problem",
    "same-problem.cases": "cases of the same problem",
    "departments.count": "number of departments concerned",
    handovers: "number of handovers",
    reopened: "times that it was reopened",
    "names-owner": "the customer names the owner",
    cause: "kind of root cause",
    satisfaction: "satisfaction"
  },
  signal: (name: string) => `signal word “${name}”`,
  gateInput: (gate: string) => `step “${gate}”`,
  clockInput: (clock: string) => `deadline “${clock}”`,
  conclusion: (gate: string) => `conclusion of “${gate}”`,
  since: (date: string) => `time since “${date}”`,
  defaultLevel: (dimension: string) => `${dimension} of the category`,
  value: { unknown: "unknown", satisfied: "satisfied", dissatisfied: "not satisfied", unmoved: "calm" } as Readonly<
    Record<string, string>
  >,
  trigger: {
    Received: "receipt of the feedback",
    Logged: "its entry in the record",
    CustomerWrote: "a word of the customer",
    CustomerTold: "word to the customer",
    Answered: "an answer to the customer",
    Closed: "closing of the case",
    Reopened: "its reopening"
  },
  opened: "its opening",
  automatic: "automatically",
  always: "every case",
  range: {
    is: (input: string, values: string) => `${input} is ${values}`,
    isNot: (input: string, values: string) => `${input} is not ${values}`,
    from: (least: string) => `${least} or more`,
    below: (bound: string) => `less than ${bound}`,
    above: (bound: string) => `more than ${bound}`,
    between: (least: string, bound: string) => `${least} to less than ${bound}`
  },
  measures: (input: string, values: string) => `${input}: ${values}`,
  notSo: (statement: string) => `not: ${statement}`,
  not: (values: string) => `not ${values}`,
  orElse: "; or where ",
  pause: ", ",
  ended: (as: string) => `ending as ${as}`,
  settled: (gate: string) => `step “${gate}”`,
  kept: (clock: string) => `deadline “${clock}” kept`,
  happened: (event: string) => `event “${event}”`,
  dateOf: (fact: string) => `date “${fact}”`
}

export type RuleWordTexts = typeof ruleWords
