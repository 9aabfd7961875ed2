/** What conditions read and what deadlines count from, as sentences say it. */

export const ruleWords = {
  input: {
    kind: "kind of feedback",
    category: "category",
    "category.department": "department of the category",
    emotion: "emotion",
    confidence: "certainty of the classification",
    channel: "channel",
    score: "score",
    anonymous: "the customer is anonymous",
    received: "date of receipt",
    "happened-at": "when it happened",
    "hoped-for-by": "date requested by the customer",
    "same-matter.contacts": "number of contacts on the same matter",
    "same-matter.unanswered": "number of unanswered contacts",
    "same-problem.customers": "number of customers with the same problem",
    "same-problem.cases": "number of cases with the same problem",
    "departments.count": "number of departments concerned",
    handovers: "number of handovers",
    reopened: "number of reopenings",
    "names-owner": "the customer mentions the owner",
    cause: "kind of root cause",
    satisfaction: "satisfaction"
  },
  signal: (name: string) => `signal word “${name}”`,
  gateInput: (gate: string) => `step “${gate}”`,
  clockInput: (clock: string) => `deadline “${clock}”`,
  conclusion: (gate: string) => `conclusion of “${gate}”`,
  since: (date: string) => `time since “${date}”`,
  defaultLevel: (dimension: string) => `default ${dimension} of the category`,
  value: { unknown: "unknown", satisfied: "satisfied", dissatisfied: "not satisfied", unmoved: "calm" } as Readonly<
    Record<string, string>
  >,
  trigger: {
    Received: "receipt of the feedback",
    Logged: "entry in the record",
    CustomerWrote: "a message from the customer",
    CustomerTold: "a message to the customer",
    Answered: "an answer to the customer",
    Closed: "closing of the case",
    Reopened: "reopening of the case"
  },
  opened: "opening of the case",
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
  measures: (input: string, values: string) => `${input} is ${values}`,
  notSo: (statement: string) => `not: ${statement}`,
  not: (values: string) => `not ${values}`,
  orElse: "; or if ",
  pause: ", ",
  ended: (as: string) => `early ending: ${as}`,
  settled: (gate: string) => `step “${gate}”`,
  kept: (clock: string) => `deadline “${clock}” met`,
  happened: (event: string) => `event “${event}”`,
  dateOf: (fact: string) => `date “${fact}”`
}

export type RuleWordTexts = typeof ruleWords
