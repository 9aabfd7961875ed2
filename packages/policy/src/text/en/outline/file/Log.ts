/** A log mapping: what each thing is called, and what each key says. */

export const title = {
  LogColumn: "the name of a column",
  LogColumns: "columns of the log",
  LogConstants: "values that every case has",
  Happening: "a gate, an event, a word for an event, or `none`",
  Waiting: "a wait",
  LogWork: "work",
  LogQuestion: "a question to the customer",
  Question: "a question to the customer",
  LogReply: "an answer of the customer",
  Reply: "an answer of the customer",
  LogMeaning: "the meaning of an activity",
  LogDecided: "decisions of that time",
  LogGrades: "a map of dimensions and columns",
  LogKept: "a map of clocks and columns",
  LogTime: "the format of instants",
  LogWords: "words of the log and their names in the policy",
  LogValues: "words of the log by field, fact or dimension",
  LogMappingFile: "a log mapping",
  Preset: "a preset",
  LogFacts: "a map of facts and columns",
  LogOutcomes: "a map of outcomes and columns",
  LogEvents: "a map of activities and their meanings",
  LogMissing: "a text or a list of texts"
}

export const says = {
  LogColumns: {
    case: "The id of the case.",
    activity: "What happened; `events` gives its meaning.",
    at: "The instant of the row.",
    order: "The order of rows with the same instant.",
    received: "The receipt of the case. Default: the first row of the case.",
    channel: "The channel of the feedback.",
    customer: "The customer.",
    kind: "The kind of feedback.",
    category: "The category.",
    verbatim: "The customer's own words.",
    score: "The score.",
    contacts: "The number of contacts of this customer about the same matter, including this one.",
    compensated: "The compensation that the customer got.",
    resource: "The person who did the work of the row.",
    owner: "The owner of the case from this row on; a change is a handover.",
    role: "The role of that person in the policy.",
    lifecycle:
      "Whether work begins in this row (`start`), is interrupted (`suspend`), continues (`resume`) or is finished (`complete`)."
  },
  LogConstants: {
    channel: "The channel of every case.",
    kind: "The kind of every case.",
    category: "The category of every case.",
    facts: "Facts of every case that the log has no column for."
  },
  Waiting: {
    pause: "The reason for which clocks pause from this row on."
  },
  LogWork: {
    work: "The gate that somebody worked on, or an errand such as `approval`; the column `lifecycle` gives the duration."
  },
  LogQuestion: {
    asks: "The customer got a proposal, or was asked to confirm the result."
  },
  LogReply: {
    reply: "The answer of the customer."
  },
  LogDecided: {
    grades: "The columns of the recorded grades, by dimension.",
    kept: "The columns that say whether a promise was kept, by clock."
  },
  LogTime: {
    format: "The pattern in letters such as `dd/MM/yyyy HH:mm`; unambiguous instants need none.",
    zone: "The time zone of the log. Default: that of the policy."
  },
  LogMappingFile: {
    hearback: "The version of the language.",
    mapping: "The name of the log.",
    policy: "The policy file whose names the mapping uses.",
    preset:
      "A ready mapping of a common export: `servicenow` incidents, `xes` logs, `simulated` logs of `hearback simulate --log`. Keys of this file have precedence.",
    columns: "The column of each field.",
    constants: "Values of every case for fields without a column.",
    facts: "The column of each fact.",
    decided: "The columns of decisions of that time.",
    outcomes: "The columns of outcomes of a case: `yes`, `true` or a number above 0 means that the outcome happened.",
    events:
      "The meaning of each activity: a gate that is passed, an event, `answered`, `customer-wrote`, a wait (`pause`), its end (`resume`), work (`work`), a question to the customer (`asks`), the customer's answer (`reply`), or `none`.",
    values: "The name in the policy of each word of the log.",
    missing: 'The texts that mean "not known", besides an empty cell.',
    time: "The format of instants."
  }
}
