/** Fields of feedback as customers and staff read them: on a form, and where a question asks for one. */
export const field = {
  key: "message number",
  channel: "channel",
  customer: "customer",
  verbatim: "feedback in your own words",
  description: "description",
  received: "received",
  "happened-at": "when it happened",
  where: "where it happened",
  demand: "what you ask us to do",
  "hoped-for-by": "when you need it",
  score: "score",
  kind: "kind of feedback",
  category: "what it is about",
  consent: "consent",
  attachments: "attachments"
}

/** What the fields of evidence are called, and the words to choose from in them. */
export const evidence = {
  category: "category",
  actions: "actions",
  what: "action",
  metric: "metric",
  target: "target",
  owner: "responsible person",
  due: "due date",
  method: "method",
  whys: "chain of whys",
  causes: "causes",
  cause: "kind of cause",
  evidence: "evidence",
  proof: "measured figure",
  proposal: "proposal",
  decision: "decision",
  reason: "reason",
  result: "result",
  shortfall: "what could not be done, and why",
  until: "review date",
  publish: "may be published",
  "five-whys": "5 Whys",
  fishbone: "fishbone",
  "five-w-one-h": "5W1H",
  "eight-d": "8D",
  incidental: "incidental",
  systemic: "systemic",
  adopted: "adopted",
  later: "later",
  declined: "declined",
  other: "other"
}

/** What methods of analysis ask about. */
export const causes = {
  man: "people",
  machine: "machine",
  material: "material",
  method: "method",
  environment: "environment",
  measurement: "measurement",
  what: "what",
  why: "why",
  who: "who",
  when: "when",
  where: "where",
  how: "how"
}
